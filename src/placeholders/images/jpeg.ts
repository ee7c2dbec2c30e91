import { decode } from 'jpeg-js';
import { type Pixels, UnreadableImage } from './pixels';

interface JpegHeader {
	readonly width: number;
	readonly height: number;
	readonly components: number;
}

/** Start-of-frame markers: C0 to CF but for DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Reads the frame header and checks that the file goes on to its end marker. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
	const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = jpeg.lastIndexOf(0xd9);
	if (end <= 0 || jpeg[end - 1] !== 0xff) throw new UnreadableImage('The JPEG file is cut off.');
	for (let offset = 2; offset + 9 < jpeg.length && jpeg[offset] === 0xff; ) {
		const marker = jpeg[offset + 1] ?? 0;
		if (isFrame(marker)) {
			const [height, width] = [jpeg.readUInt16BE(offset + 5), jpeg.readUInt16BE(offset + 7)];
			if (width > 0 && height > 0) return { width, height, components: jpeg[offset + 9] ?? 0 };
			break;
		}
		offset += marker === 0xff ? 1 : 2 + jpeg.readUInt16BE(offset + 2);
	}
	throw new UnreadableImage('The JPEG file is damaged.');
}

export function decodeJpeg(bytes: Uint8Array): Pixels {
	try {
		const { width, height, data } = decode(bytes, { useTArray: true, maxMemoryUsageInMB: 2048 });
		return { width, height, rgba: data };
	} catch (error) {
		throw new UnreadableImage('The JPEG file is damaged.', { cause: error });
	}
}
