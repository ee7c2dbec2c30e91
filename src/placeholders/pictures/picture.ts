import type { Picture } from '../surface';
import { jpegFacts, jpegPixels } from './jpeg';
import { flattened, hasHoles, type Pixels } from './pixels';
import { bare, pngOf, pngPixels } from './png';
import { UnreadableImage } from './unreadable';
import { webpPixels } from './webp';

/** A user's picture, fit to stand in a glTF file. */
export interface Photo {
	readonly picture: Picture;
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

function asPng(pixels: Pixels, holes: boolean): Photo {
	const { width, height } = pixels;
	return { picture: { bytes: pngOf(pixels), mimeType: 'image/png' }, width, height, holes };
}

/**
 * Reads PNG, JPEG or WebP. PNG and JPEG stay as they are, but for metadata that glTF forbids or ignores; WebP and
 * four-colour JPEG become PNG, because not every engine reads them.
 */
export async function readPhoto(bytes: Uint8Array): Promise<Photo> {
	if (bytes.length === 0) throw new UnreadableImage('The picture is empty.');
	if (isPng(bytes)) {
		const picture: Picture = { bytes: bare(bytes), mimeType: 'image/png' };
		const pixels = pngPixels(picture.bytes);
		return { picture, width: pixels.width, height: pixels.height, holes: hasHoles(pixels) };
	}
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
		const { width, height, components } = jpegFacts(bytes);
		if (components > 3) return asPng(jpegPixels(bytes), false);
		return { picture: { bytes, mimeType: 'image/jpeg' }, width, height, holes: false };
	}
	if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) {
		const pixels = await webpPixels(bytes);
		return asPng(pixels, hasHoles(pixels));
	}
	throw new UnreadableImage('The picture is not a PNG, JPEG or WebP file.');
}

/** Decodes a picture that stands in a model. */
export function pixelsOf({ bytes }: Picture): Pixels {
	return isPng(bytes) ? pngPixels(bytes) : jpegPixels(bytes);
}

/** The same picture without holes, on a neutral grey: for the sides of a box. */
export function withoutHoles(photo: Photo): Photo {
	if (!photo.holes) return photo;
	return asPng(flattened(pngPixels(photo.picture.bytes), 190), false);
}
