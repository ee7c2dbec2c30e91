import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot } from '../projectPaths';

/**
 * Returns the folder `name` of the cache, filling it first if it is not there yet.
 *
 * The folder is filled under a passing name and renamed when it is whole, so an interrupted install is
 * simply done again, and two processes that start together cannot see each other's half.
 */
export async function provideOnce(
	name: string,
	what: string,
	fill: (directory: string) => Promise<void>,
): Promise<string> {
	const directory = path.join(cacheRoot, name);
	if (existsSync(directory)) {
		return directory;
	}
	const started = Date.now();
	console.log(`Installing ${what} into .vscode-test/${name}, once …`);
	const partial = `${directory}.partial-${randomUUID().slice(0, 8)}`;
	await mkdir(partial, { recursive: true });
	try {
		await fill(partial);
		await rename(partial, directory);
	} catch (error) {
		await rm(partial, { recursive: true, force: true });
		if (!existsSync(directory)) {
			throw error;
		}
	}
	console.log(`Installed ${what} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
	return directory;
}
