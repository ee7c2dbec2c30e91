import { convertIndexedToRgb, type DecodedPng, decode, encode } from 'fast-png';
import { words } from '../literals';
import { type Pixels, UnreadableImage } from './pixels';

/** Chunks that carry the image itself. Colour profiles, densities and animation are what glTF readers ignore. */
const essential: ReadonlySet<string> = new Set(words('IHDR PLTE tRNS IDAT IEND'));

/** The same PNG without its ancillary chunks; nothing is compressed again. */
export function stripMetadata(bytes: Uint8Array): Uint8Array {
	const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const kept = [png.subarray(0, 8)];
	for (let offset = 8; offset + 12 <= png.length; ) {
		const end = offset + 12 + png.readUInt32BE(offset);
		const type = png.toString('latin1', offset + 4, offset + 8);
		if (end > png.length) break;
		if (essential.has(type)) kept.push(png.subarray(offset, end));
		if (type === 'IEND') return new Uint8Array(Buffer.concat(kept));
		offset = end;
	}
	throw new UnreadableImage('The PNG file is cut off.');
}

/** The sample of channel `channel` (0 red … 3 alpha) of a decoded image without palette, 0 to 255. */
function sampleOf(png: DecodedPng, pixel: number, channel: number): number {
	const { data, channels, depth, transparency } = png;
	const colours = channels < 3 ? 1 : 3;
	const at = (index: number): number => data[pixel * channels + index] ?? 0;
	if (channel < 3) return toByte(at(colours === 1 ? 0 : channel), depth);
	if (channels > colours) return toByte(at(colours), depth);
	const clear =
		transparency && Array.from({ length: colours }).every((_, index) => at(index) === transparency[index]);
	return clear ? 0 : 255;
}

function toByte(value: number, depth: number): number {
	return depth === 16 ? value >> 8 : Math.round((value * 255) / (2 ** depth - 1));
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
	let png: DecodedPng;
	try {
		png = decode(bytes);
	} catch (error) {
		throw new UnreadableImage('The PNG file is damaged.', { cause: error });
	}
	const { width, height } = png;
	const flat: DecodedPng = png.palette
		? { ...png, data: convertIndexedToRgb(png), channels: png.palette[0]?.length ?? 3, depth: 8 }
		: unpacked(png);
	if (flat.depth === 8 && flat.channels === 4) return { width, height, rgba: new Uint8Array(flat.data) };
	const rgba = new Uint8Array(width * height * 4);
	for (let index = 0; index < rgba.length; index++) rgba[index] = sampleOf(flat, index >> 2, index & 3);
	return { width, height, rgba };
}

/** Writes pixels as PNG, without an alpha channel if all are opaque. */
export function encodePng({ width, height, rgba }: Pixels): Uint8Array {
	const isOpaque = rgba.every((value, index) => index % 4 < 3 || value === 255);
	const channels = isOpaque ? 3 : 4;
	const data = isOpaque ? rgba.filter((_, index) => index % 4 < 3) : rgba;
	return encode({ width, height, data, channels, depth: 8 }, { zlib: { level: 6 } });
}
