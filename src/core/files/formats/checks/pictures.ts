import { crc32 } from 'node:zlib';
import { type ByteSource, buffered, piecesOf } from '../byteSource';
import { behind, broken, type Checked } from './check';

/** Walks the chunks to IEND. Source: PNG specification, section 5. */
export async function checkPng(file: ByteSource): Promise<Checked> {
	const source = buffered(file);
	const notes: string[] = [];
	for (let at = 8, first = true; ; first = false) {
		const header = await source.read(at, 8);
		if (header.length < 8) throw broken('it ends before its IEND chunk');
		const length = header.readUInt32BE(0);
		const type = header.toString('latin1', 4, 8);
		const end = at + 12 + length;
		if (!/^[A-Za-z]{4}$/.test(type) || end > source.size)
			throw broken(`a chunk leads beyond the end at byte ${at}`);
		if (first && type !== 'IHDR') throw broken('its first chunk is not IHDR');
		let sum = crc32(header.subarray(4));
		for await (const piece of piecesOf(source, at + 8, at + 8 + length)) sum = crc32(piece, sum);
		const isRight = (await source.read(end - 4, 4)).readUInt32BE(0) === sum;
		// Small letters begin the names of chunks that a picture can do without.
		if (!isRight && /^[A-Z]/.test(type)) throw broken(`its chunk ${type} is damaged`);
		if (!isRight) notes.push(`its chunk ${type} is damaged, which does not touch the picture`);
		at = end;
		if (type === 'IEND') return { notes: [...notes, ...behind(source.size - at, 'its end')] };
	}
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** Walks the segments, and the scans between them, to the end mark: that of a preview within does not count. */
export async function checkJpeg(file: ByteSource): Promise<Checked> {
	const source = buffered(file);
	const ends = (): never => {
		throw broken('it ends before its end mark');
	};
	let scanned = false;
	let between = 0;
	let at = 2;
	while (true) {
		const mark: Buffer = await source.read(at, 4);
		if (mark.length < 2) return ends();
		const marker = mark[1] ?? 0;
		if (mark[0] !== 0xff || marker === 0) {
			// Readers skip what stands between two segments.
			const next = await endOfScan(source, at + 1);
			between += next - at;
			at = next;
		} else if (marker === 0xff) {
			// A fill byte.
			at++;
		} else if (marker === endOfImage) {
			if (!scanned) throw broken('it has no picture data');
			return {
				notes: [
					...(between > 0 ? [`${between} bytes between its segments`] : []),
					...behind(source.size - (at + 2), 'its end mark'),
				],
			};
		} else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
			at += 2;
		} else {
			if (mark.length < 4) return ends();
			const next = at + 2 + mark.readUInt16BE(2);
			if (next > source.size) return ends();
			scanned ||= marker === startOfScan;
			at = marker === startOfScan ? await endOfScan(source, next) : next;
		}
	}
}

const scanPiece = 128 * 1024;

/** Where the next marker is that is neither a restart nor a byte of the picture. */
async function endOfScan(source: ByteSource, from: number): Promise<number> {
	for (let start = from; start < source.size; ) {
		const piece = await source.read(start, scanPiece);
		for (let at = piece.indexOf(0xff); at >= 0 && at + 1 < piece.length; at = piece.indexOf(0xff, at + 1)) {
			const marker = piece[at + 1] ?? 0;
			if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return start + at;
		}
		// The last byte may be the first of a marker.
		start += Math.max(piece.length - 1, 1);
	}
	return source.size;
}

/** Its header tells how long it is. */
export async function checkWebp(source: ByteSource): Promise<Checked> {
	const head = await source.read(0, 16);
	if (head.length < 16) throw broken(`only ${source.size} bytes`);
	const expected = 8 + head.readUInt32LE(4);
	if (expected > source.size) throw broken(`its header says ${expected} bytes, ${source.size} came`);
	if (!/^VP8[ LX]$/.test(head.toString('latin1', 12, 16))) throw broken('its first chunk is no picture');
	return { notes: behind(source.size - expected, 'the end that its header names') };
}

/** Its last byte is an end mark; zeros behind it do no harm. */
export async function checkGif(source: ByteSource): Promise<Checked> {
	const tail = (await source.read(Math.max(source.size - 64, 0), 64)).toString('latin1');
	if (tail.replaceAll('\0', '').at(-1) !== ';') throw broken('it ends before its end mark');
	return { notes: [] };
}

/** Its header tells how long it is. */
export async function checkBmp(source: ByteSource): Promise<Checked> {
	const expected = (await source.read(0, 6)).readUInt32LE(2);
	if (expected > source.size) throw broken(`its header says ${expected} bytes, ${source.size} came`);
	return { notes: [] };
}

/** HEIC and AVIF are boxes within boxes: the outer ones lie within the file. */
export async function checkBoxes(file: ByteSource): Promise<Checked> {
	const source = buffered(file);
	for (let at = 0; at < source.size; ) {
		const header = await source.read(at, 16);
		if (header.length < 8) throw broken('it ends within a box');
		let length = header.readUInt32BE(0);
		if (length === 0) return { notes: [] };
		if (length === 1) length = header.length < 16 ? 0 : Number(header.readBigUInt64BE(8));
		if (length < 8 || at + length > source.size) throw broken(`a box leads beyond the end at byte ${at}`);
		at += length;
	}
	return { notes: [] };
}
