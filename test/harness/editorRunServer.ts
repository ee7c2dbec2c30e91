import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { CodeServer } from './codeServer';
import type { EditorRunOptions } from './editorRun';
import { type HostLog, openHostLog } from './hostLog';
import { projectRoot } from './projectPaths';
import { provideEditorServer } from './provision/editorServer';
import { within } from './within';

const runLimitMs = 20 * 60_000;

/** Runs the tests in the extension host of a VS Code server, whose workbench a headless browser opens. */
export async function runOnServer(options: EditorRunOptions): Promise<number> {
	const editor = await provideEditorServer(options.editor);
	const log = openHostLog(options.name ?? `editor-${options.editor}`);
	const browser = await launchBrowser();
	try {
		const server = await CodeServer.start(editor, { ...options, honourPayload: true });
		try {
			const payload = [
				server.developmentExtension(options.extension ?? projectRoot),
				server.testModule(options.tests),
			];
			let code = 0;
			for (let window = 0; window < (options.windows ?? 1) && code === 0; window++) {
				const page = await browser.newPage();
				const { exitCode } = await listenForEnd(page, log);
				await page.goto(server.url(options.workspace, payload));
				const end = `the tests in the extension host to end (see ${log.file})`;
				code = await within(runLimitMs, end, exitCode);
				await page.close();
			}
			return code;
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
 * The promise of the exit code comes in an object, because it is not to be awaited yet.
 */
async function listenForEnd(page: Page, log: HostLog): Promise<{ exitCode: Promise<number> }> {
	let end: (code: number) => void = () => undefined;
	const exitCode = new Promise<number>((resolve) => {
		end = resolve;
	});
	await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => log.line(type, args));
	await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
	return { exitCode };
}
