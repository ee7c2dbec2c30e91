import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleEditorTests } from '../bundleTests';
import { runInEditor } from '../editorRun';
import { projectRoot } from '../projectPaths';
import { copySampleGame } from '../sampleGame';
import { countZipEntries } from '../zipEntries';
import { countAtLeastOne } from './mochaStep';
import { runScript } from './scriptStep';
import type { Step, StepResult } from './step';

/** An odd number, for the figures of the start are medians. */
const startWindows = 5;

/**
 * Packages the extension, installs the package into a fresh VS Code and runs the tests of `test/packaged`
 * beside it: this finds what a development folder hides, such as a file that the package leaves out.
 */
export function packageStep(name: string): Step {
	return { name, needs: ['build'], run };
}

async function run(): Promise<StepResult> {
	const packed = await runScript('package');
	if (packed.failed > 0) {
		return packed;
	}
	const vsix = await packagePath();
	const content = await readFile(vsix);
	const figures = { vsixBytes: content.length, vsixFiles: countZipEntries(content) };
	const workspace = await copySampleGame();
	// Tests come with an extension under development; this one holds nothing, so that the installed one is tested, and
	// what its activation takes is what VS Code itself takes.
	const extension = path.join(projectRoot, 'test', 'fixtures', 'empty-extension');
	const common = { editor: 'newest' as const, workspace, extension, vsix: [vsix] };
	try {
		const packaged = await runInEditor({ ...common, tests: await bundleEditorTests('packaged', 'package') });
		const startTests = await bundleEditorTests('startup', 'startup');
		const started = await runInEditor({ ...common, tests: startTests, windows: startWindows });
		const result = sumOf(countAtLeastOne(packaged), countAtLeastOne(started));
		return { ...result, passed: result.passed + 1, figures: { ...result.figures, ...figures } };
	} finally {
		await rm(path.dirname(workspace), { recursive: true, force: true });
	}
}

function sumOf(one: StepResult, other: StepResult): StepResult {
	return {
		passed: one.passed + other.passed,
		failed: one.failed + other.failed,
		failures: [...(one.failures ?? []), ...(other.failures ?? [])],
		figures: { ...one.figures, ...other.figures },
	};
}

async function packagePath(): Promise<string> {
	const manifest = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	return path.join(projectRoot, `${manifest.name}-${manifest.version}.vsix`);
}
