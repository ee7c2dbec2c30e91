import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pinnedSettings } from './pinnedSettings';
import { cacheRoot } from './projectPaths';

/** The folders of one VS Code of its own: nothing of another run or of the person's own VS Code gets in. */
export interface EditorHome {
	root: string;
	/** User data, settings included. */
	data: string;
	extensions: string;
}

/** Makes a fresh home, or one that stays under a fixed name, with the pinned settings and those given over them. */
export async function createEditorHome(
	settings: Record<string, unknown>,
	name?: string,
): Promise<EditorHome> {
	const parent = path.join(cacheRoot, 'homes');
	await mkdir(parent, { recursive: true });
	const root = name ? path.join(parent, name) : await mkdtemp(path.join(parent, 'home-'));
	const home = { root, data: path.join(root, 'data'), extensions: path.join(root, 'extensions') };
	// A home that stays keeps its data only: extensions are those of this start.
	await rm(home.extensions, { recursive: true, force: true });
	await mkdir(home.extensions, { recursive: true });
	await writeSettings(home, 'User', { ...pinnedSettings, ...settings });
	// A server reads settings of machine scope from here, and only from here.
	await writeSettings(home, 'Machine', settings);
	return home;
}

/** Removes a home. A host that is just ending may still write a log line: hence the retries. */
export function removeEditorHome(home: EditorHome): Promise<void> {
	return rm(home.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

async function writeSettings(
	home: EditorHome,
	scope: string,
	settings: Record<string, unknown>,
): Promise<void> {
	const directory = path.join(home.data, scope);
	await mkdir(directory, { recursive: true });
	await writeFile(path.join(directory, 'settings.json'), JSON.stringify(settings, undefined, '\t'));
}
