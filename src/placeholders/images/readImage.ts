import { hex } from '../colour';
import type { EncodedImage } from '../surface';
import { decodeJpeg, readJpegHeader } from './jpeg';
import { flatten, hasTransparency, type Pixels, UnreadableImage } from './pixels';
import { decodePng, encodePng, stripMetadata } from './png';

/** A user's image, fit to stand in a glTF file. */
export interface SourceImage {
	readonly texture: EncodedImage;
	readonly width: number;
	readonly height: number;
	/** Whether parts of it are transparent. */
	readonly hasHoles: boolean;
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
	return [...text].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
}

function isPng(bytes: Uint8Array): boolean {
	return startsWith(bytes, '\x89PNG\r\n\x1a\n');
}

function asPng(pixels: Pixels): SourceImage {
	const { width, height } = pixels;
	const texture = { bytes: encodePng(pixels), mimeType: 'image/png' } as const;
	return { texture, width, height, hasHoles: hasTransparency(pixels) };
}

/** Decodes WebP. The decoder (WebAssembly) is loaded only when there is something for it to do. */
async function decodeWebp(bytes: Uint8Array): Promise<Pixels> {
	const { decode } = await import('@cwasm/webp');
	try {
		const { width, height, data } = decode(bytes);
		return { width, height, rgba: new Uint8Array(data) };
	} catch (error) {
		throw new UnreadableImage('The WebP file is damaged or animated.', { cause: error });
	}
}

/**
 * Reads PNG, JPEG or WebP. PNG and JPEG stay as they are, but for metadata that glTF forbids or ignores; WebP and
 * four-colour JPEG become PNG, because not every engine reads them.
 */
export async function readImage(bytes: Uint8Array): Promise<SourceImage> {
	if (bytes.length === 0) throw new UnreadableImage('The picture is empty.');
	if (isPng(bytes)) {
		const texture: EncodedImage = { bytes: stripMetadata(bytes), mimeType: 'image/png' };
		const pixels = decodePng(texture.bytes);
		return { texture, width: pixels.width, height: pixels.height, hasHoles: hasTransparency(pixels) };
	}
	if (startsWith(bytes, '\xff\xd8\xff')) {
		const { width, height, components } = readJpegHeader(bytes);
		if (components > 3) return asPng(decodeJpeg(bytes));
		return { texture: { bytes, mimeType: 'image/jpeg' }, width, height, hasHoles: false };
	}
	if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return asPng(await decodeWebp(bytes));
	throw new UnreadableImage('The picture is not a PNG, JPEG or WebP file.');
}

/** Decodes an image that stands in a model. */
export function decodeImage({ bytes }: EncodedImage): Pixels {
	return isPng(bytes) ? decodePng(bytes) : decodeJpeg(bytes);
}

/** The same image with a neutral grey in place of transparency: for the sides of a box. */
export function makeOpaque(image: SourceImage): SourceImage {
	return image.hasHoles ? asPng(flatten(decodePng(image.texture.bytes), hex('bebebe'))) : image;
}
