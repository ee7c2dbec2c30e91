import { decode } from 'jpeg-js';
import type { Pixels } from './pixels';
import { UnreadableImage } from './unreadableImage';

export interface JpegHeader {
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
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const ended = bytes.lastIndexOf(0xd9) > 0 && bytes[bytes.lastIndexOf(0xd9) - 1] === 0xff;
	if (!ended) throw new UnreadableImage('The JPEG file is cut off.');
	for (let offset = 2; offset + 9 < bytes.length; ) {
		if (bytes[offset] !== 0xff) break;
		const marker = bytes[offset + 1] ?? 0;
		if (isFrame(marker)) {
			const facts = {
				height: view.getUint16(offset + 5),
				width: view.getUint16(offset + 7),
				components: bytes[offset + 9] ?? 0,
			};
			if (facts.width > 0 && facts.height > 0) return facts;
			break;
		}
		offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2);
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
