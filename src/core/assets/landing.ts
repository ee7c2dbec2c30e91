import { createHash } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import { type Disk, isSystemError, renameWhenFree, syncFolder } from '../disk';
import { unpack } from '../downloads/unpack';
import type { AssetFile, StagedFile } from '../jobs/record';
import { exists, takeName } from './placement';

const pieceBytes = 1024 * 1024;

/**
 * Gives a staged file its final name; an archive becomes a folder of that name. Resolves to `taken`, with nothing
 * changed, when somebody else has the name. May be called again after any interruption.
 */
export function land(disk: Disk, staged: StagedFile): Promise<readonly AssetFile[] | 'taken'> {
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

/** The model first: it is what the user asked for. */
async function unpackedAssets(disk: Disk, staged: StagedFile): Promise<AssetFile[]> {
	const names = await filesIn(disk, staged.path);
	const assets: AssetFile[] = [];
	for (const name of names.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))) {
		const path = join(staged.path, name);
		const { size: bytes } = await disk.stat(path);
		assets.push({ part: `${staged.part}/${name}`, path, bytes, sha256: await sha256Of(disk, path) });
	}
	return assets;
}

function rankOf(name: string): number {
	return /\.(obj|gltf|glb|fbx|stl|usd[acz]?)$/i.test(name) ? 0 : 1;
}

/** Names of all files, relative and with forward slashes. */
async function filesIn(disk: Disk, folder: string): Promise<string[]> {
	const entries = await disk.readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

function assetOf({ partPath: _, last: __, ...asset }: StagedFile): AssetFile {
	return asset;
}

async function isSameFile(disk: Disk, one: string, other: string): Promise<boolean> {
	const [a, b] = await Promise.all([one, other].map((path) => disk.stat(path, { bigint: true })));
	return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** Piece by piece: a file may be larger than memory, and than what can be read at once (2 GB). */
async function sha256Of(disk: Disk, path: string): Promise<string> {
	const hash = createHash('sha256');
	const file = await disk.open(path, 'r');
	try {
		const piece = Buffer.alloc(pieceBytes);
		for (let at = 0; ; ) {
			const { bytesRead } = await file.read(piece, 0, pieceBytes, at);
			if (bytesRead === 0) return hash.digest('hex');
			hash.update(piece.subarray(0, bytesRead));
			at += bytesRead;
		}
	} finally {
		await file.close();
	}
}
