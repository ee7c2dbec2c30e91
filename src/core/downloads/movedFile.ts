import type { FileHandle } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Disk } from '../files/disk';

/**
 * The present path of a file that is open and no longer where it was opened; undefined where it is in place, deleted, or
 * cannot be found. Linux tells by the handle; elsewhere the folders beside the old one are looked through, which finds a
 * folder that was renamed.
 */
export async function findMoved(disk: Disk, path: string, handle: FileHandle): Promise<string | undefined> {
	const own = await handle.stat({ bigint: true }).catch(() => undefined);
	if (!own) return undefined;
	const byHandle = process.platform === 'linux' ? await linkOf(disk, handle) : undefined;
	for (const candidate of byHandle ? [byHandle] : await besides(disk, path)) {
		const found = await disk.stat(candidate, { bigint: true }).catch(() => undefined);
		if (candidate !== path && found?.ino === own.ino && found.dev === own.dev) return candidate;
	}
	return undefined;
}

/**
 * Removes what a job left in a folder that was renamed while no process had the file open. To be called before the
 * folder is made anew. The file's name has the job's id, so a file of that name is the job's.
 */
export async function removeMoved(disk: Disk, path: string): Promise<void> {
	for (const candidate of await besides(disk, path)) await disk.unlink(candidate).catch(() => {});
}

async function linkOf(disk: Disk, { fd }: FileHandle): Promise<string | undefined> {
	return disk.readlink(`/proc/self/fd/${fd}`).catch(() => undefined);
}

/** Where the file is now if the topmost folder of its path that is missing was renamed. */
async function besides(disk: Disk, path: string): Promise<string[]> {
	let missing: string | undefined;
	for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
		if (await disk.stat(folder).catch(() => undefined)) break;
		missing = folder;
	}
	if (missing === undefined) return [];
	const [parent, tail] = [dirname(missing), relative(missing, path)];
	const entries = await disk.readdir(parent, { withFileTypes: true }).catch(() => []);
	return entries.filter((entry) => entry.isDirectory()).map((entry) => join(parent, entry.name, tail));
}
