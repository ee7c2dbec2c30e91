import { resolveCliArgsFromVSCodeExecutablePath, runTests, TestRunFailedError } from '@vscode/test-electron';
import { desktopArguments } from './desktop';
import { createEditorHome, removeEditorHome } from './editorHome';
import type { EditorRunOptions } from './editorRun';
import { projectRoot } from './projectPaths';
import { runToEnd } from './runToEnd';

/** Runs the tests in a desktop VS Code and returns its exit code. */
export async function runOnDesktop(executable: string, options: EditorRunOptions): Promise<number> {
	const home = await createEditorHome(options.settings ?? {});
	const launchArgs = desktopArguments(options.workspace, home);
	try {
		for (const file of options.vsix ?? []) {
			const [cli = executable] = resolveCliArgsFromVSCodeExecutablePath(executable);
			await runToEnd(cli, [...launchArgs.slice(1), '--install-extension', file]);
		}
		let code = 0;
		for (let window = 0; window < (options.windows ?? 1) && code === 0; window++)
			code = await runTests({
				vscodeExecutablePath: executable,
				extensionDevelopmentPath: options.extension ?? projectRoot,
				extensionTestsPath: options.tests,
				...(options.env ? { extensionTestsEnv: options.env } : {}),
				launchArgs,
			});
		return code;
	} catch (error) {
		// Tests that failed are told by their report.
		if (error instanceof TestRunFailedError) {
			return error.code ?? 1;
		}
		throw error;
	} finally {
		await removeEditorHome(home);
	}
}
