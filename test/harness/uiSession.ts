import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser';
import { CodeServer, type CodeServerOptions } from './codeServer';
import { cacheRoot, projectRoot } from './projectPaths';
import { type EditorVersion, provideEditorServer } from './provision/editorServer';
import { copySampleGame } from './sampleGame';
import { Workbench } from './workbench/workbench';

/** Where screenshots go unless a session names another folder. */
export const defaultPictures = path.join(cacheRoot, 'screenshots');

const actionLimitMs = 120_000;

/** What a session may choose; by default the newest VS Code shows the sample game with the extension of this repository (`folders`). */
export interface UiSessionOptions extends CodeServerOptions {
	editor?: EditorVersion;
	/** A folder to open in place of a copy of the sample game. */
	workspace?: string;
	/** The folder for screenshots. */
	pictures?: string;
}

/** A workbench in a browser, with all that runs behind it. */
export interface UiSession {
	workbench: Workbench;
	server: CodeServer;
	/** The folder that is open. */
	workspace: string;
	close(): Promise<void>;
}

/** Opens VS Code on a folder and waits until it can be used; what was started ends again if that fails. */
export async function openUiSession(options: UiSessionOptions = {}): Promise<UiSession> {
	const cleanups: (() => Promise<unknown>)[] = [];
	const close = async () => {
		for (const cleanup of cleanups.splice(0).reverse()) {
			await cleanup();
		}
	};
	try {
		const workspace = options.workspace ?? (await copySampleGame());
		if (!options.workspace) {
			cleanups.push(() => rm(path.dirname(workspace), { recursive: true, force: true }));
		}
		const server = await CodeServer.start(await provideEditorServer(options.editor ?? 'newest'), {
			folders: [projectRoot],
			...options,
		});
		cleanups.push(() => server.stop());
		const browser = await launchBrowser();
		cleanups.push(() => browser.close());
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
		const page = await context.newPage();
		page.setDefaultTimeout(actionLimitMs);
		const pictures = options.pictures ?? defaultPictures;
		await mkdir(pictures, { recursive: true });
		const workbench = new Workbench(page, pictures);
		await page.goto(server.url(workspace));
		await workbench.ready();
		return { workbench, server, workspace, close };
	} catch (error) {
		await close();
		throw error;
	}
}
