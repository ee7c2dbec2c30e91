import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Disk, isSystemError, renameWhenFree, syncFolder } from '../disk';
import { type PackedFile, packedFiles, unpack } from '../downloads/unpack';
import type { AssetFile, StagedFile } from '../jobs/record';
import { exists, takeName } from './placement';

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
export async function landAgain(
	disk: Disk,
	staged: StagedFile,
): Promise<readonly AssetFile[] | 'taken' | 'gone'> {
	if (await exists(disk, staged.partPath)) {
		if ((await sha256Of(disk, staged.partPath)) !== staged.sha256) return 'gone';
		const landed = await land(disk, staged);
		if (landed !== 'taken' || isArchive(staged)) return landed;
		// The name may be taken by this very file: linked, and killed before the part file went away. Equal bytes prove
		// nothing: they may be another job's file.
		if (!(await isSameFile(disk, staged.partPath, staged.path))) return 'gone';
		await disk.unlink(staged.partPath);
		return [assetOf(staged)];
	}
	if (!(await exists(disk, staged.path))) return 'gone';
	if (isArchive(staged)) return unpackedAssets(disk, staged, await filesIn(disk, staged.path));
	return (await sha256Of(disk, staged.path)) === staged.sha256 ? [assetOf(staged)] : 'gone';
}

async function landFile(disk: Disk, staged: StagedFile): Promise<readonly AssetFile[] | 'taken'> {
	return (await takeName(disk, staged)) ? [assetOf(staged)] : 'taken';
}

async function landArchive(disk: Disk, staged: StagedFile): Promise<readonly AssetFile[] | 'taken'> {
	const files = await packedFiles(staged.partPath);
	if (await exists(disk, staged.path)) {
		// Killed between the renaming and the end of the part file, or somebody else's folder?
		const present = await filesIn(disk, staged.path).catch(() => []);
		if (!isSameListing(files, present)) return 'taken';
	} else {
		const unpacked = unpackedPath(staged);
		await disk.rm(unpacked, { recursive: true, force: true });
		await unpack(disk, staged.partPath, unpacked);
		try {
			await renameWhenFree(disk, unpacked, staged.path);
		} catch (error) {
			if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) throw error;
			await disk.rm(unpacked, { recursive: true, force: true });
			return 'taken';
		}
		await syncFolder(disk, dirname(staged.path));
	}
	const assets = await unpackedAssets(disk, staged, files);
	await disk.unlink(staged.partPath);
	return assets;
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
async function unpackedAssets(
	disk: Disk,
	staged: StagedFile,
	files: readonly PackedFile[],
): Promise<AssetFile[]> {
	const sorted = [...files].sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1));
	const assets: AssetFile[] = [];
	for (const { name, bytes } of sorted) {
		const path = join(staged.path, name);
		assets.push({ part: `${staged.part}/${name}`, path, bytes, sha256: await sha256Of(disk, path) });
	}
	return assets;
}

function rankOf({ name }: PackedFile): number {
	return /\.(obj|gltf|glb|fbx|stl|usd[acz]?)$/i.test(name) ? 0 : 1;
}

async function filesIn(disk: Disk, folder: string): Promise<PackedFile[]> {
	const entries = await disk.readdir(folder, { recursive: true, withFileTypes: true });
	const files: PackedFile[] = [];
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const name = path.slice(folder.length + 1).replaceAll('\\', '/');
		files.push({ name, bytes: (await disk.stat(path)).size });
	}
	return files;
}

function isSameListing(one: readonly PackedFile[], other: readonly PackedFile[]): boolean {
	const text = (files: readonly PackedFile[]): string =>
		files
			.map(({ name, bytes }) => `${name} ${bytes}`)
			.sort()
			.join('\n');
	return text(one) === text(other);
}

function assetOf({ partPath: _, last: __, ...asset }: StagedFile): AssetFile {
	return asset;
}

async function isSameFile(disk: Disk, one: string, other: string): Promise<boolean> {
	const [a, b] = await Promise.all([one, other].map((path) => disk.stat(path, { bigint: true })));
	return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

async function sha256Of(disk: Disk, path: string): Promise<string> {
	return createHash('sha256')
		.update(await disk.readFile(path))
		.digest('hex');
}
