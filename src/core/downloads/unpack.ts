import { createWriteStream } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type Disk, syncFolder } from '../disk';
import { PropsmithError } from '../errors';

/** More than any model needs: beyond it, an archive is broken or meant to fill the disk. */
const mostFiles = 2000;
const mostBytes = 4 * 1024 ** 3;

/**
 * Unpacks an archive into a new folder; every file is checked and flushed. Rejects with `fileInvalid` when it is no
 * archive that may be unpacked. Whatever goes wrong, nothing of the folder stays.
 */
export async function unpack(disk: Disk, archive: string, folder: string): Promise<void> {
	await disk.mkdir(folder);
	try {
		await withArchive(archive, async (zip) => {
			const files = await filesOf(zip);
			const folders = new Set([folder]);
			for (const [name, entry] of files) {
				const path = join(folder, name);
				await disk.mkdir(dirname(path), { recursive: true });
				for (let at = dirname(path); at.length > folder.length; at = dirname(at)) folders.add(at);
				await extract(disk, zip, entry, path);
			}
			for (const each of folders) await syncFolder(disk, each);
		});
	} catch (error) {
		await disk.rm(folder, { recursive: true, force: true }).catch(() => {});
		throw error;
	}
}

async function extract(disk: Disk, zip: ZipFile, entry: Entry, path: string): Promise<void> {
	const file = await disk.open(path, 'wx');
	const to = createWriteStream(path, { fd: file, flush: true });
	try {
		// Its error, when more or fewer bytes come than the archive declares, must find somebody who listens: nothing may
		// be waited for between this and the pipeline.
		const from = await zip.openReadStreamPromise(entry);
		await pipeline(from, checked(entry), to);
	} finally {
		to.destroy();
	}
}

/** Hands the bytes on, and ends with an error when they are not those that were packed. */
function checked({ crc32: expected, fileName }: Entry) {
	return async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		let sum = 0;
		for await (const piece of pieces) {
			sum = crc32(piece, sum);
			yield piece;
		}
		if (sum !== expected) throw invalid(`“${fileName}” is damaged in the archive`);
	};
}

/** The archive's files by their names, which cannot lead out of a folder, nor meet each other there. */
async function filesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
	if (zip.entryCount > mostFiles) throw invalid(`an archive of ${zip.entryCount} files`);
	const files = new Map<string, Entry>();
	const taken = new Map<string, 'file' | 'folder'>();
	let bytes = 0;
	for await (const entry of zip.eachEntry()) {
		// Absolute names and those that climb are refused by the library.
		if (entry.fileName.endsWith('/')) continue;
		const name = posix.normalize(entry.fileName);
		if (!isPlain(name) || !take(name, taken)) throw invalid(`an archive with a file “${name}”`);
		files.set(name, entry);
		bytes += entry.uncompressedSize;
	}
	if (files.size === 0) throw invalid('an archive without files');
	if (bytes > mostBytes) throw invalid(`an archive of ${bytes} bytes`);
	return files;
}

/** A name that every system takes as it is. */
function isPlain(name: string): boolean {
	return name !== '.' && [...name].every((letter) => letter >= ' ' && !'<>:"|?*'.includes(letter));
}

/** False when another file has the name, on a system that does not tell large letters from small ones. */
function take(name: string, taken: Map<string, 'file' | 'folder'>): boolean {
	const path = name.normalize('NFC').toLowerCase().split('/');
	const folders = path.slice(1).map((_, index) => path.slice(0, index + 1).join('/'));
	if (taken.has(path.join('/')) || folders.some((folder) => taken.get(folder) === 'file')) return false;
	for (const folder of folders) taken.set(folder, 'folder');
	taken.set(path.join('/'), 'file');
	return true;
}

async function withArchive<T>(archive: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
	let zip: ZipFile | undefined;
	try {
		// Strict: a backslash is no separator, and a name that has one leads somewhere else on Windows.
		zip = await openPromise(archive, { strictFileNames: true, autoClose: false });
		return await work(zip);
	} catch (cause) {
		// The disk's own refusals have a code and words of their own.
		if (cause instanceof PropsmithError || (cause instanceof Error && 'syscall' in cause)) throw cause;
		throw invalid(`the archive is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
	} finally {
		zip?.close();
	}
}

function invalid(detail: string, cause?: unknown): PropsmithError {
	return new PropsmithError('fileInvalid', { detail, cause });
}
