import { encode } from 'jpeg-js';
import { flatten } from '../../placeholders/images/pixels';
import { decodePng } from '../../placeholders/images/png';

export interface PictureSize {
	width: number;
	height: number;
}

/** Width and height in pixels from the header of a PNG, JPEG or WebP; `undefined` when it has none. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
	try {
		if (bytes.toString('latin1', 1, 4) === 'PNG')
			return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
		return bytes.toString('latin1', 0, 4) === 'RIFF' ? webpSize(bytes) : jpegSize(bytes);
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function webpSize(bytes: Buffer): PictureSize | undefined {
	switch (bytes.toString('latin1', 12, 16)) {
		case 'VP8 ':
			return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
		case 'VP8L': {
			const bits = bytes.readUInt32LE(21);
			return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
		}
		case 'VP8X':
			return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
		default:
			return undefined;
	}
}

/** Walks the segments to the frame header, whichever of its twelve forms the file uses. */
function jpegSize(bytes: Buffer): PictureSize | undefined {
	const notFrames = [0xc4, 0xc8, 0xcc];
	let at = 2;
	while (bytes.readUInt8(at) === 0xff) {
		const marker = bytes.readUInt8(at + 1);
		if (marker === 0xff) {
			at += 1;
		} else if (marker >= 0xc0 && marker <= 0xcf && !notFrames.includes(marker)) {
			return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
		} else {
			at += 2 + bytes.readUInt16BE(at + 2);
		}
	}
	return undefined;
}

const quality = 90;

/** A PNG as a JPEG, on white where it is transparent. */
export function asJpeg(png: Uint8Array): Uint8Array {
	const { width, height, rgba } = flatten(decodePng(png), [1, 1, 1]);
	return encode({ width, height, data: rgba }, quality).data;
}
