import { provideChromium } from '../provision/chromium';
import { provideEditorServer } from '../provision/editorServer';
import type { Step, StepResult } from './step';

/** Installs what other steps run on: no two of them install the same, and none takes this time for its own. */
export function toolsStep(name: string): Step {
	return { name, run: (inPlace) => inPlace(provideAll) };
}

async function provideAll(): Promise<StepResult> {
	const tools = [provideEditorServer('newest'), provideEditorServer('oldest'), provideChromium()];
	// All of them come to their end, so that no later step installs what is still being installed.
	const failures = (await Promise.allSettled(tools)).filter((tool) => tool.status === 'rejected');
	for (const { reason } of failures) console.error(reason);
	return { passed: 0, failed: failures.length };
}
