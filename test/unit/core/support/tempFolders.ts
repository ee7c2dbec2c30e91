import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Call in a `describe`: answers a function that makes an empty folder, gone when the suite is over. */
export function tempFolders(): () => Promise<string> {
	const made: string[] = [];
	after(async () => {
		for (const folder of made) await rm(folder, { recursive: true, force: true });
	});
	return async () => {
		const folder = await mkdtemp(join(tmpdir(), 'propsmith-test-'));
		made.push(folder);
		return folder;
	};
}
