import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CodeServerOptions } from './codeServer';
import { provideDesktop } from './desktop';
import { runOnDesktop } from './editorRunDesktop';
import { runOnServer } from './editorRunServer';
import type { EditorVersion } from './provision/editorServer';
import { readReport, reportVariable, type TestReport } from './testReport';

/** A run of a test module inside the extension host of a real VS Code. */
export interface EditorRunOptions extends CodeServerOptions {
	editor: EditorVersion;
	/** What its log is called; by default after the version. */
	name?: string;
	/** The module that exports `run()`. */
	tests: string;
	/** The folder that the window opens. */
	workspace: string;
	/** The extension to load; by default this repository. */
	extension?: string;
	/** Runs the tests in so many windows, one after the other, in place of one, until some fail. The report is the last one’s. */
	windows?: number;
}

/** Runs the tests and returns what came of them; rejects if they could not be run to their end. */
export async function runInEditor(options: EditorRunOptions): Promise<TestReport> {
	const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-report-'));
	const run = { ...options, env: { ...options.env, [reportVariable]: folder } };
	try {
		const desktop = await provideDesktop(options.editor);
		const exitCode = desktop ? await runOnDesktop(desktop, run) : await runOnServer(run);
		const report = await readReport(folder);
		if (!report) {
			throw new Error(`The extension host ended with ${exitCode} before its tests reported anything`);
		}
		return report;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
