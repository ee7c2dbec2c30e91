import type { EncodedImage } from '../surface';
import { decodeJpeg, readJpegHeader } from './jpeg';
import { flatten, hasTransparency, type Pixels } from './pixels';
import { decodePng, encodePng, stripMetadata } from './png';
import { UnreadableImage } from './unreadableImage';
import { decodeWebp } from './webp';

/** A user's picture, fit to stand in a glTF file. */
export interface SourceImage {
	readonly picture: EncodedImage;
	readonly width: number;
	readonly height: number;
	/** Whether parts of it are transparent. */
	readonly holes: boolean;
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
	return [...text].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
}

export function isPng(bytes: Uint8Array): boolean {
	return startsWith(bytes, '\x89PNG\r\n\x1a\n');
}

function asPng(pixels: Pixels, holes: boolean): SourceImage {
	const { width, height } = pixels;
	return { picture: { bytes: encodePng(pixels), mimeType: 'image/png' }, width, height, holes };
}

/**
 * Reads PNG, JPEG or WebP. PNG and JPEG stay as they are, but for metadata that glTF forbids or ignores; WebP and
 * four-colour JPEG become PNG, because not every engine reads them.
 */
export async function readImage(bytes: Uint8Array): Promise<SourceImage> {
	if (bytes.length === 0) throw new UnreadableImage('The picture is empty.');
	if (isPng(bytes)) {
		const picture: EncodedImage = { bytes: stripMetadata(bytes), mimeType: 'image/png' };
		const pixels = decodePng(picture.bytes);
		return { picture, width: pixels.width, height: pixels.height, holes: hasTransparency(pixels) };
	}
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
		const { width, height, components } = readJpegHeader(bytes);
		if (components > 3) return asPng(decodeJpeg(bytes), false);
		return { picture: { bytes, mimeType: 'image/jpeg' }, width, height, holes: false };
	}
	if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) {
		const pixels = await decodeWebp(bytes);
		return asPng(pixels, hasTransparency(pixels));
	}
	throw new UnreadableImage('The picture is not a PNG, JPEG or WebP file.');
}

/** Decodes a picture that stands in a model. */
export function decodeImage({ bytes }: EncodedImage): Pixels {
	return isPng(bytes) ? decodePng(bytes) : decodeJpeg(bytes);
}

/** The same picture without holes, on a neutral grey: for the sides of a box. */
export function opaque(photo: SourceImage): SourceImage {
	if (!photo.holes) return photo;
	return asPng(flatten(decodePng(photo.picture.bytes), 190), false);
}
