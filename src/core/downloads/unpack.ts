import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { type Disk, syncFolder } from '../files/disk';
import { withFileSource } from '../files/formats/byteSource';
import { entriesOf, withZip } from '../files/formats/zip';
import { PropsmithError } from '../model/errors';
import { invalid, planArchive } from './archivePlan';
import { mendReferences } from './archiveReferences';

/**
 * Unpacks an archive into a new folder; every file is checked and flushed. Rejects with `fileInvalid` when it is no
 * archive that may be unpacked. Whatever goes wrong, nothing of the folder stays.
 */
export async function unpack(disk: Disk, archive: string, folder: string): Promise<void> {
	await disk.mkdir(folder);
	try {
		await withArchive(disk, archive, async (zip) => {
			const { files } = planArchive(await entriesOf(zip));
			const folders = new Set([folder]);
			for (const { name, entry } of files) {
				const path = join(folder, name);
				await disk.mkdir(dirname(path), { recursive: true });
				for (let at = dirname(path); at.length > folder.length; at = dirname(at)) folders.add(at);
				await extract(disk, zip, entry, path);
			}
			await mendReferences(disk, folder, files);
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
function checked({ crc32: expected, fileNameRaw }: Entry) {
	return async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		let sum = 0;
		for await (const piece of pieces) {
			sum = crc32(piece, sum);
			yield piece;
		}
		if (sum !== expected) throw invalid(`“${fileNameRaw.toString()}” is damaged in the archive`);
	};
}

async function withArchive<T>(disk: Disk, archive: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
	try {
		return await withFileSource(disk, archive, (source) => withZip(source, work));
	} catch (cause) {
		// The disk's own refusals have a code and words of their own.
		if (cause instanceof PropsmithError || (cause instanceof Error && 'syscall' in cause)) throw cause;
		throw invalid(`the archive is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
	}
}
