import { convertIndexedToRgb, type DecodedPng, decode, encode } from 'fast-png';
import type { Pixels } from './pixels';
import { UnreadableImage } from './unreadableImage';

interface Chunk {
	readonly type: string;
	readonly bytes: Uint8Array;
}

/** Chunks that carry the picture itself. Colour profiles, densities and animation are what glTF readers ignore. */
const essential: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

function chunksOf(bytes: Uint8Array): Chunk[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const chunks: Chunk[] = [];
	for (let offset = 8; offset + 12 <= bytes.length; ) {
		const end = offset + 12 + view.getUint32(offset);
		const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
		if (end > bytes.length) break;
		chunks.push({ type, bytes: bytes.subarray(offset, end) });
		if (type === 'IEND') return chunks;
		offset = end;
	}
	throw new UnreadableImage('The PNG file is cut off.');
}

/** The same PNG without its ancillary chunks; nothing is compressed again. */
export function stripMetadata(bytes: Uint8Array): Uint8Array {
	const kept = chunksOf(bytes).filter(({ type }) => essential.has(type));
	const whole = new Uint8Array(kept.reduce((sum, chunk) => sum + chunk.bytes.length, 8));
	whole.set(bytes.subarray(0, 8));
	let offset = 8;
	for (const chunk of kept) {
		whole.set(chunk.bytes, offset);
		offset += chunk.bytes.length;
	}
	return whole;
}

function decoded(bytes: Uint8Array): DecodedPng {
	try {
		return decode(bytes);
	} catch (error) {
		throw new UnreadableImage('The PNG file is damaged.', { cause: error });
	}
}

/** The sample of channel `channel` (0 red … 3 alpha) of a decoded picture without palette, 0 to 255. */
function sampleOf(png: DecodedPng, pixel: number, channel: number): number {
	const { data, channels, depth, transparency } = png;
	const [grey, colours] = [channels < 3, channels < 3 ? 1 : 3];
	const at = (index: number): number => data[pixel * channels + index] ?? 0;
	if (channel < 3) return scaled(at(grey ? 0 : channel), depth);
	if (channels > colours) return scaled(at(colours), depth);
	const clear =
		transparency && Array.from({ length: colours }).every((_, index) => at(index) === transparency[index]);
	return clear ? 0 : 255;
}

function scaled(value: number, depth: number): number {
	return depth === 16 ? value >> 8 : depth === 8 ? value : Math.round((value * 255) / (2 ** depth - 1));
}

/** Greys of less than a byte come packed, rows padded to whole bytes. */
function unpacked(png: DecodedPng): DecodedPng {
	const { depth, width, height } = png;
	if (depth >= 8) return png;
	const row = Math.ceil((width * depth) / 8);
	const data = Uint8Array.from({ length: width * height }, (_, pixel) => {
		const bit = (pixel % width) * depth;
		const byte = png.data[Math.floor(pixel / width) * row + (bit >> 3)] ?? 0;
		return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
	});
	return { ...png, data };
}

/** Decodes any PNG to RGBA. */
export function decodePng(bytes: Uint8Array): Pixels {
	const png = decoded(bytes);
	const { width, height } = png;
	const flat: DecodedPng = png.palette
		? { ...png, data: convertIndexedToRgb(png), channels: png.palette[0]?.length ?? 3, depth: 8 }
		: unpacked(png);
	if (flat.depth === 8 && flat.channels === 4) return { width, height, rgba: new Uint8Array(flat.data) };
	const rgba = new Uint8Array(width * height * 4);
	for (let index = 0; index < rgba.length; index++) rgba[index] = sampleOf(flat, index >> 2, index & 3);
	return { width, height, rgba };
}

function isOpaque(rgba: Uint8Array): boolean {
	for (let alpha = 3; alpha < rgba.length; alpha += 4) if (rgba[alpha] !== 255) return false;
	return true;
}

/** Writes pixels as PNG, without an alpha channel if all are opaque. */
export function encodePng({ width, height, rgba }: Pixels): Uint8Array {
	const compression = { zlib: { level: 6 } } as const;
	if (!isOpaque(rgba)) return encode({ width, height, data: rgba, channels: 4, depth: 8 }, compression);
	const rgb = new Uint8Array(width * height * 3);
	for (let pixel = 0; pixel < width * height; pixel++) {
		for (let channel = 0; channel < 3; channel++) rgb[pixel * 3 + channel] = rgba[pixel * 4 + channel] ?? 0;
	}
	return encode({ width, height, data: rgb, channels: 3, depth: 8 }, compression);
}
