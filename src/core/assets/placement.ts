import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Disk, isSystemError, renameWhenFree, syncFolder, toDiskError } from '../files/disk';
import { PropsmithError } from '../model/errors';
import type { StagedFile } from '../model/jobRecord';
import { sidecarSuffix } from './provenance';

/** The first of `name.ext`, `name-2.ext`, … that is free together with its sidecar, and in all other formats. */
export async function freePath(
	disk: Disk,
	folder: string,
	name: string,
	extension: string,
	formats: readonly string[] = [],
): Promise<string> {
	return firstFree(disk, folder, name, (stem) => {
		const file = extension ? `${stem}.${extension}` : stem;
		return [file, sidecarPath(file), ...formats.map((format) => `${stem}.${format}`)];
	});
}

/** The first of `name`, `name-2`, … that is free for a folder, which has its sidecar within. */
export async function freeFolder(disk: Disk, folder: string, name: string): Promise<string> {
	return firstFree(disk, folder, name, (stem) => [stem]);
}

/** The path of the first entry that a stem makes, for the first stem whose entries are all free. */
async function firstFree(
	disk: Disk,
	folder: string,
	name: string,
	entriesOf: (stem: string) => readonly [string, ...string[]],
): Promise<string> {
	// Systems that do not tell large letters from small ones would overwrite.
	const taken = new Set((await disk.readdir(folder)).map((entry) => entry.toLowerCase()));
	for (let number = 1; ; number++) {
		const entries = entriesOf(number === 1 ? name : `${name}-${number}`);
		if (entries.every((entry) => !taken.has(entry.toLowerCase()))) return join(folder, entries[0]);
	}
}

/** `barrel.glb` has `barrel.propsmith.json`; other files keep their extension, so that each format has its own. */
export function sidecarPath(assetPath: string): string {
	return assetPath.replace(/\.glb$/i, '') + sidecarSuffix;
}

/**
 * Gives a complete part file its final name; resolves to false, with nothing changed, when that name was taken
 * in the meantime. A hard link refuses an existing name where a rename would overwrite it.
 */
export async function takeName(disk: Disk, staged: StagedFile): Promise<boolean> {
	try {
		await disk.link(staged.partPath, staged.path);
	} catch (error) {
		if (isSystemError(error, 'EEXIST')) return false;
		if (isSystemError(error, 'ENOENT')) throw error;
		// File systems without hard links (exFAT, some network shares): look, then rename.
		if (await exists(disk, staged.path)) return false;
		await renameWhenFree(disk, staged.partPath, staged.path);
		await syncFolder(disk, dirname(staged.path));
		return true;
	}
	await disk.unlink(staged.partPath);
	await syncFolder(disk, dirname(staged.path));
	return true;
}

/** False only where there is nothing; rejects when the disk cannot tell. */
export async function exists(disk: Disk, path: string): Promise<boolean> {
	return disk.stat(path).then(
		() => true,
		(error: unknown) => {
			if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return false;
			throw error;
		},
	);
}

/** Proves, before anything is paid, that a file can be made in the folder; makes the folder if need be. */
export async function checkFolder(disk: Disk, folder: string): Promise<void> {
	const probe = join(folder, `.propsmith-${randomBytes(4).toString('hex')}.tmp`);
	try {
		await disk.mkdir(folder, { recursive: true });
		const file = await disk.open(probe, 'wx');
		try {
			// One byte, because a full disk still takes empty files.
			await file.writeFile('.');
			await file.sync();
		} finally {
			await file.close();
			await disk.unlink(probe);
		}
	} catch (cause) {
		const fault = toDiskError(cause);
		if (!(fault instanceof PropsmithError)) throw fault;
		const { code, detail } = fault.jobError;
		throw new PropsmithError(code, { detail, charge: 'none', cause });
	}
}
