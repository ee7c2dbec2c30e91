import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { type ByteSource, piecesOf, sliceOf } from './byteSource';
import type { FormatId } from './formats';

const endSignature = 0x06054b50;
const endBytes = 22;
/** An archive's comment has at most 65,535 bytes; some hosts add bytes of their own behind the archive. */
const searchedBytes = 128 * 1024;

/** Where the archive ends, and with it its directory; undefined when it has none, as one that was cut. */
export async function zipEnd(source: ByteSource): Promise<number | undefined> {
	const from = Math.max(source.size - searchedBytes, 0);
	const tail = await source.read(from, source.size - from);
	for (let at = tail.length - endBytes; at >= 0; at--) {
		if (tail.readUInt32LE(at) !== endSignature) continue;
		const end = from + at + endBytes + tail.readUInt16LE(at + 20);
		const directory = tail.readUInt32LE(at + 12) + tail.readUInt32LE(at + 16);
		// The directory lies before its end; ZIP64 says elsewhere where.
		const isZip64 = [12, 16].some((field) => tail.readUInt32LE(at + field) === 0xffffffff);
		if (end <= source.size && (isZip64 || directory <= from + at)) return end;
	}
	return undefined;
}

/** Works with an archive; names are left as the bytes that they are. Rejects when there is no directory. */
export async function withZip<T>(source: ByteSource, work: (zip: ZipFile) => Promise<T>): Promise<T> {
	const end = await zipEnd(source);
	if (end === undefined) throw new Error('it has no directory: its end is missing');
	const reader = new SourceReader(sliceOf(source, end));
	const zip = await fromRandomAccessReaderPromise(reader, end, { decodeStrings: false, autoClose: false });
	try {
		return await work(zip);
	} finally {
		zip.close();
	}
}

/** More entries than any model has: beyond them an archive is broken, or made to keep us busy. */
const mostEntries = 2000;

/** The files in an archive, in the order of its directory. Rejects when there are too many. */
export async function entriesOf(zip: ZipFile): Promise<Entry[]> {
	if (zip.entryCount > mostEntries) throw new Error(`it has ${zip.entryCount} files`);
	const entries: Entry[] = [];
	for await (const entry of zip.eachEntry()) entries.push(entry);
	return entries;
}

/** USDZ and 3MF are ZIP archives with certain files in them; one that was cut is told by its first file. */
export async function zipFormat(source: ByteSource): Promise<FormatId> {
	const first = await firstName(source);
	const names = await withZip(source, entriesOf).then(
		(entries) => entries.map(({ fileNameRaw }) => plainName(fileNameRaw)),
		(): string[] => [],
	);
	if (/\.usd[ac]?$/.test(first)) return 'usdz';
	const office = first === '[content_types].xml' || names.includes('[content_types].xml');
	const model = [first, ...names].some((name) => /^\/?3d\/.*\.model$/.test(name));
	if (model || (office && names.length === 0)) return '3mf';
	return 'zip';
}

async function firstName(source: ByteSource): Promise<string> {
	const head = await source.read(0, 30 + 1024);
	if (head.length < 30) return '';
	return plainName(head.subarray(30, 30 + head.readUInt16LE(26)));
}

function plainName(raw: Buffer): string {
	return raw.toString('latin1').replaceAll('\\', '/').toLowerCase();
}

/** How yauzl reads the archive. */
class SourceReader extends RandomAccessReader {
	constructor(private readonly source: ByteSource) {
		super();
	}

	override _readStreamForRange(start: number, end: number): Readable {
		return Readable.from(piecesOf(this.source, start, end), { objectMode: false });
	}

	override read(
		buffer: Buffer,
		offset: number,
		length: number,
		position: number,
		callback: (error: Error | null) => void,
	): void {
		this.source.read(position, length).then((bytes) => {
			if (bytes.length < length) return callback(new Error('it ends too early'));
			bytes.copy(buffer, offset);
			callback(null);
		}, callback);
	}
}
