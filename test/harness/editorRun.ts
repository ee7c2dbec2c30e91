import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { CodeServer, type CodeServerOptions } from './codeServer';
import { type HostLog, openHostLog } from './hostLog';
import { projectRoot } from './projectPaths';
import { type EditorVersion, provideEditorServer } from './provision/editorServer';
import { readReport, reportVariable, type TestReport } from './testReport';
import { within } from './within';

const runLimitMs = 5 * 60_000;

/** A run of a test module inside the extension host of a real VS Code. */
export interface EditorRunOptions extends CodeServerOptions {
	editor: EditorVersion;
	/** The module that exports `run()`. */
	tests: string;
	/** The folder that the window opens. */
	workspace: string;
	/** The extension to load; by default this repository. */
	extension?: string;
}

/** Runs the tests and returns what came of them; rejects if they could not be run to their end. */
export async function runInEditor(options: EditorRunOptions): Promise<TestReport> {
	const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-report-'));
	try {
		const exitCode = await runInCodeServer({ ...options, env: { ...options.env, [reportVariable]: folder } });
		const report = await readReport(folder);
		if (!report) {
			throw new Error(`The extension host ended with ${exitCode} before its tests reported anything`);
		}
		return report;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function runInCodeServer(options: EditorRunOptions): Promise<number> {
	const editor = await provideEditorServer(options.editor);
	const browser = await launchBrowser();
	const log = openHostLog(`editor-${options.editor}`);
	try {
		const server = await CodeServer.start(editor, options);
		try {
			const page = await browser.newPage();
			const { exitCode } = await endOfTests(page, log);
			const payload = [
				server.developmentExtension(options.extension ?? projectRoot),
				server.testModule(options.tests),
			];
			await page.goto(server.url(options.workspace, payload));
			return await within(runLimitMs, `the tests in the extension host to end (see ${log.file})`, exitCode);
		} finally {
			await server.stop();
		}
	} finally {
		await browser.close();
		log.close();
	}
}

/**
 * The workbench calls two functions of its page: one for each line logged, one when the host has ended.
 * Returns the promise of the host's exit code, in an object because awaiting it is for later.
 */
async function endOfTests(page: Page, log: HostLog): Promise<{ exitCode: Promise<number> }> {
	let report: (code: number) => void = () => undefined;
	const exitCode = new Promise<number>((resolve) => {
		report = resolve;
	});
	await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => log.line(type, args));
	await page.exposeFunction('codeAutomationExit', (code: number) => report(code));
	return { exitCode };
}
