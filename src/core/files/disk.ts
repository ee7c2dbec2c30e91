import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PropsmithError } from '../model/errors';

/** The part of Node's file system that paid results pass through; tests put faults into it. */
export type Disk = Pick<
	typeof fs,
	'open' | 'rename' | 'link' | 'mkdir' | 'readFile' | 'readdir' | 'readlink' | 'unlink' | 'stat' | 'rm'
>;

/** The machine's own disk. */
export const systemDisk: Disk = fs;

/** True when the error is Node's system error of one of these codes, such as `ENOENT`. */
export function isSystemError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Ms between the tries of a rename: a virus scanner or an indexer lets go of a new file within moments. */
const renamePausesMs = [10, 30, 100, 300];

/** A rename that waits for others who have one of the files open, as Windows and some network shares demand. */
export async function renameWhenFree(disk: Disk, from: string, to: string): Promise<void> {
	for (const pauseMs of renamePausesMs) {
		try {
			return await disk.rename(from, to);
		} catch (error) {
			if (!isSystemError(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
			await pause(pauseMs);
		}
	}
	await disk.rename(from, to);
}

function temporaryFor(path: string): string {
	return `${path}.${process.pid}.tmp`;
}

/** True for the name of a temporary file of `replaceFile` whose process was killed before the rename. */
export function isLeftBehind(name: string): boolean {
	const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
	if (pid === undefined) return false;
	try {
		process.kill(Number(pid), 0);
		return false;
	} catch (error) {
		// A process of somebody else (EPERM) lives, too.
		return isSystemError(error, 'ESRCH');
	}
}

/** Writes the whole file or leaves what was there: temporary name, flush, rename, flush of the folder. */
export async function replaceFile(disk: Disk, path: string, text: string): Promise<void> {
	const temporary = temporaryFor(path);
	const file = await disk.open(temporary, 'w');
	try {
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		await renameWhenFree(disk, temporary, path);
	} catch (error) {
		await disk.unlink(temporary).catch(() => {});
		throw error;
	}
	await syncFolder(disk, dirname(path));
}

/** Makes a rename in this folder survive a power cut. Windows cannot open folders and needs no such step. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await disk.open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** The same error in words for the user where it is this machine's disk that refuses; else as it came. */
export function toDiskError(error: unknown): unknown {
	const because = { detail: error instanceof Error ? error.message : String(error), cause: error };
	if (isSystemError(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) return new PropsmithError('diskFull', because);
	if (
		isSystemError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ENOENT', 'EEXIST')
	)
		return new PropsmithError('folderUnwritable', because);
	return error;
}
