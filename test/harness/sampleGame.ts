import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot, projectRoot } from './projectPaths';

/** Copies the sample game to a fresh folder, so that what is generated into it never dirties the repository. */
export async function copySampleGame(): Promise<string> {
	const parent = path.join(cacheRoot, 'workspaces');
	await mkdir(parent, { recursive: true });
	const folder = path.join(await mkdtemp(path.join(parent, 'run-')), 'sample-game');
	await cp(path.join(projectRoot, 'test', 'fixtures', 'sample-game'), folder, { recursive: true });
	return folder;
}
