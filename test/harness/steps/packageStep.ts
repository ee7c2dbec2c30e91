import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleEditorTests } from '../bundleTests';
import { runInEditor } from '../editorRun';
import { projectRoot } from '../projectPaths';
import { copySampleGame } from '../sampleGame';
import { packagePath } from './packagePath';
import { countAtLeastOne, type Step, type StepResult, sumOf } from './step';

/** An odd number, for the figures of the start are medians. */
const startWindows = 5;

/**
 * Installs the package into a fresh VS Code and runs the tests of `test/packaged` beside it: this finds what a
 * development folder hides, such as a file that the package leaves out.
 */
export function packageStep(name: string, needs: string[]): Step {
	return { name, needs, run: (inPlace) => inPlace(run) };
}

async function run(): Promise<StepResult> {
	const workspace = await copySampleGame();
	// Tests come with an extension under development; this one holds nothing, so that the installed one is tested, and
	// what its activation takes is what VS Code itself takes.
	const extension = path.join(projectRoot, 'test', 'fixtures', 'empty-extension');
	const common = {
		editor: 'newest' as const,
		name: 'package',
		workspace,
		extension,
		vsix: [await packagePath()],
	};
	try {
		const packaged = await runInEditor({ ...common, tests: await bundleEditorTests('packaged', 'package') });
		const startTests = await bundleEditorTests('startup', 'startup');
		const started = await runInEditor({ ...common, tests: startTests, windows: startWindows });
		return sumOf([countAtLeastOne(packaged), countAtLeastOne(started)]);
	} finally {
		await rm(path.dirname(workspace), { recursive: true, force: true });
	}
}
