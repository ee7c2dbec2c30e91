import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { unpack } from '../downloads/unpack';
import { type Disk, isSystemError, renameWhenFree, syncFolder } from '../files/disk';
import { piecesOf, withFileSource } from '../files/formats/byteSource';
import type { AssetFile, StagedFile } from '../model/jobRecord';
import { exists, takeName } from './placement';
import { identified, lookInto, mainFirst, nameMain } from './unpackedFiles';

/**
 * Gives a staged file its final name; an archive becomes a folder of that name. Resolves to `taken`, with nothing
 * changed, when somebody else has the name. May be called again after any interruption.
 */
export function placeFile(disk: Disk, staged: StagedFile): Promise<readonly AssetFile[] | 'taken'> {
	return isArchive(staged) ? landArchive(disk, staged) : landFile(disk, staged);
}

/**
 * Finishes what a former process staged: before, within or after the renaming. `gone`: nothing of it is there any
 * more, so it must be fetched again.
 */
export function landAgain(disk: Disk, staged: StagedFile): Promise<readonly AssetFile[] | 'taken' | 'gone'> {
	return isArchive(staged) ? landArchiveAgain(disk, staged) : landFileAgain(disk, staged);
}

async function landFile(disk: Disk, staged: StagedFile): Promise<readonly AssetFile[] | 'taken'> {
	return (await takeName(disk, staged)) ? [assetOf(staged)] : 'taken';
}

async function landFileAgain(
	disk: Disk,
	staged: StagedFile,
): Promise<readonly AssetFile[] | 'taken' | 'gone'> {
	if (!(await exists(disk, staged.partPath))) {
		if (!(await exists(disk, staged.path))) return 'gone';
		return (await sha256Of(disk, staged.path)) === staged.sha256 ? [assetOf(staged)] : 'gone';
	}
	if ((await sha256Of(disk, staged.partPath)) !== staged.sha256) return 'gone';
	const landed = await landFile(disk, staged);
	if (landed !== 'taken') return landed;
	// The name may be taken by this very file: linked, and killed before the part file went away. Equal bytes prove
	// nothing: they may be another job's file.
	if (!(await isSameFile(disk, staged.partPath, staged.path))) return 'gone';
	await disk.unlink(staged.partPath);
	return [assetOf(staged)];
}

/**
 * The archive goes away when all of it is unpacked and flushed, and only then the folder gets its name: whoever comes
 * later can tell a whole folder by the archive that is gone, and its own by the unpacked one that is gone, too.
 */
async function landArchive(disk: Disk, staged: StagedFile): Promise<readonly AssetFile[] | 'taken'> {
	const unpacked = unpackedPath(staged);
	if (await exists(disk, staged.partPath)) {
		await disk.rm(unpacked, { recursive: true, force: true });
		await unpackWhole(disk, staged);
	}
	try {
		if (await exists(disk, staged.path)) return 'taken';
		await renameWhenFree(disk, unpacked, staged.path);
	} catch (error) {
		// Each system has its own word for a folder that somebody made just now.
		if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES')) throw error;
		if (!(await exists(disk, staged.path))) throw error;
		return 'taken';
	}
	await syncFolder(disk, dirname(staged.path));
	return unpackedAssets(disk, staged);
}

async function landArchiveAgain(
	disk: Disk,
	staged: StagedFile,
): Promise<readonly AssetFile[] | 'taken' | 'gone'> {
	const unpacked = unpackedPath(staged);
	if (await exists(disk, staged.partPath)) {
		if ((await sha256Of(disk, staged.partPath)) === staged.sha256) return landArchive(disk, staged);
		await disk.rm(unpacked, { recursive: true, force: true });
		return 'gone';
	}
	if (await exists(disk, unpacked)) return landArchive(disk, staged);
	return (await exists(disk, staged.path)) ? unpackedAssets(disk, staged) : 'gone';
}

/** An archive that cannot be unpacked stays: its bytes are paid, and the user may want them as they are. */
async function unpackWhole(disk: Disk, staged: StagedFile): Promise<void> {
	const unpacked = unpackedPath(staged);
	await unpack(disk, staged.partPath, unpacked);
	await nameMain(disk, unpacked);
	await syncFolder(disk, dirname(unpacked));
	await disk.unlink(staged.partPath);
}

/** An archive is staged under its folder's name, which has no extension. */
function isArchive({ part }: StagedFile): boolean {
	return part.endsWith('.zip');
}

/** Where an archive is unpacked before it gets its name; beside the part file. */
export function unpackedPath({ partPath }: Pick<StagedFile, 'partPath'>): string {
	return partPath.replace(/\.part$/, '.unpacked');
}

/** The model first: it is what the user asked for. What the check of the archive noted is told of it. */
async function unpackedAssets(disk: Disk, staged: StagedFile): Promise<AssetFile[]> {
	const [main, ...others] = mainFirst(await identified(disk, staged.path));
	if (!main) return [];
	const names = [main, ...others].map(({ name }) => name);
	const found = main.isModel ? await lookInto(disk, staged.path, main, names) : {};
	const notes = [...(staged.notes ?? []), ...(found.notes ?? [])];
	const assets: AssetFile[] = [];
	for (const { name, bytes } of [main, ...others]) {
		const path = join(staged.path, name);
		assets.push({ part: `${staged.part}/${name}`, path, bytes, sha256: await sha256Of(disk, path) });
	}
	return assets.map((asset, index) => ({
		...asset,
		...(index === 0 && found.facts ? { facts: found.facts } : {}),
		...(index === 0 && notes.length > 0 ? { notes } : {}),
	}));
}

function assetOf({ partPath: _, last: __, ...asset }: StagedFile): AssetFile {
	return asset;
}

async function isSameFile(disk: Disk, one: string, other: string): Promise<boolean> {
	const [a, b] = await Promise.all([one, other].map((path) => disk.stat(path, { bigint: true })));
	return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** In pieces: a file may be larger than what can be in memory. */
async function sha256Of(disk: Disk, path: string): Promise<string> {
	const hash = createHash('sha256');
	await withFileSource(disk, path, async (source) => {
		for await (const piece of piecesOf(source)) hash.update(piece);
	});
	return hash.digest('hex');
}
