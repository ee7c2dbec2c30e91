import { provideChromium } from '../provision/chromium';
import { provideEditorServer } from '../provision/editorServer';
import type { Step } from './step';

/** Installs what the later steps run on, so that the time this takes once is not taken for theirs. */
export function toolsStep(name: string): Step {
	return {
		name,
		run: async () => {
			const tools = [provideEditorServer('newest'), provideEditorServer('oldest'), provideChromium()];
			// All of them come to their end, so that no later step installs what is still being installed.
			const failures = (await Promise.allSettled(tools)).filter((tool) => tool.status === 'rejected');
			for (const { reason } of failures) console.error(reason);
			return { passed: 0, failed: failures.length };
		},
	};
}
