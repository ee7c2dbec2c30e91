import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSystemError } from '../files/disk';

/** A secret that only this user's processes can read: it proves to one window that another is ours. */
export async function readToken(path: string): Promise<string> {
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(path, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!isSystemError(error, 'EEXIST')) throw error;
	}
	return (await readFile(path, 'utf8')).trim();
}
