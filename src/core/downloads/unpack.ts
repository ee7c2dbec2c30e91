import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type ZipFile } from 'yauzl';
import { type Disk, syncFolder } from '../disk';
import { PropsmithError } from '../errors';

/** More than any model needs: beyond it, an archive is broken or meant to fill the disk. */
const mostFiles = 2000;
const mostBytes = 4 * 1024 ** 3;

/** A file within an archive. */
export interface PackedFile {
	/** Relative, with forward slashes; it cannot lead out of the folder. */
	readonly name: string;
	readonly bytes: number;
}

/** What an archive holds, without folders. Rejects with `fileInvalid` when it is no archive that may be unpacked. */
export async function packedFiles(archive: string): Promise<PackedFile[]> {
	return withArchive(archive, async (zip) => {
		const files: PackedFile[] = [];
		for await (const { fileName, uncompressedSize } of zip.eachEntry())
			if (!fileName.endsWith('/')) files.push({ name: fileName, bytes: uncompressedSize });
		return files;
	});
}

/** Unpacks everything into a folder, which is made; each file is flushed. Rejects like `packedFiles`. */
export async function unpack(disk: Disk, archive: string, folder: string): Promise<PackedFile[]> {
	const files = await packedFiles(archive);
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	if (files.length === 0 || files.length > mostFiles || bytes > mostBytes)
		throw new PropsmithError('fileInvalid', {
			detail: `an archive of ${files.length} files, ${bytes} bytes`,
		});
	await disk.mkdir(folder, { recursive: true });
	await withArchive(archive, async (zip) => {
		for await (const entry of zip.eachEntry()) {
			if (entry.fileName.endsWith('/')) continue;
			const path = join(folder, entry.fileName);
			await disk.mkdir(dirname(path), { recursive: true });
			// yauzl ends the stream with an error when more or fewer bytes come than the archive declares.
			const from = await zip.openReadStreamPromise(entry);
			const file = await disk.open(path, 'wx');
			await pipeline(from, createWriteStream(path, { fd: file, flush: true }));
		}
	});
	await syncFolder(disk, folder);
	return files;
}

/** Names that are absolute, or climb with “..”, or hold a backslash, are refused by the library. */
async function withArchive<T>(archive: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
	try {
		return await work(await openPromise(archive, { strictFileNames: true }));
	} catch (cause) {
		// The disk's own refusals have a code and words of their own.
		if (cause instanceof PropsmithError || (cause instanceof Error && 'syscall' in cause)) throw cause;
		const detail = cause instanceof Error ? cause.message : String(cause);
		throw new PropsmithError('fileInvalid', { detail: `the archive is damaged: ${detail}`, cause });
	}
}
