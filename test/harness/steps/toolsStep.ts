import { provideChromium } from '../provision/chromium';
import { provideEditorServer } from '../provision/editorServer';
import type { Step } from './step';

/** Installs what the later steps run on, so that the time this takes once is not taken for theirs. */
export function toolsStep(name: string): Step {
	return {
		name,
		run: async () => {
			await Promise.all([provideEditorServer('newest'), provideEditorServer('oldest'), provideChromium()]);
			return { passed: 0, failed: 0 };
		},
	};
}
