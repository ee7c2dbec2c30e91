import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleEditorTests } from '../bundleTests';
import { runInEditor } from '../editorRun';
import { projectRoot } from '../projectPaths';
import { copySampleGame } from '../sampleGame';
import { packagePath } from './packagePath';
import { countAtLeastOne, type Step, type StepResult } from './step';

/**
 * Installs the package into a fresh VS Code and runs the tests of `test/packaged` beside it: this finds what a
 * development folder hides, such as a file that the package leaves out.
 */
export function packageStep(name: string, needs: string[]): Step {
	return { name, needs, run: (inPlace) => inPlace(() => runBesidePackage(name, 'packaged')) };
}

/** Runs a folder of editor tests in windows of the newest VS Code that have the package installed. */
export async function runBesidePackage(name: string, folder: string, windows = 1): Promise<StepResult> {
	const workspace = await copySampleGame();
	// Tests come with an extension under development; this one holds nothing, so that the installed one is tested, and
	// what its activation takes is what VS Code itself takes.
	const extension = path.join(projectRoot, 'test', 'fixtures', 'empty-extension');
	try {
		const result = await runInEditor({
			editor: 'newest',
			name,
			workspace,
			extension,
			vsix: [await packagePath()],
			tests: await bundleEditorTests(folder, folder),
			windows,
		});
		return countAtLeastOne(result);
	} finally {
		await rm(path.dirname(workspace), { recursive: true, force: true });
	}
}
