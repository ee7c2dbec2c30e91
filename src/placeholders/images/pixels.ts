import { brightness, type Rgb } from '../colour';

/** A decoded image, four bytes a pixel. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly rgba: Uint8Array;
}

/** The bytes are no image that can be shown; the message says what is wrong with them. */
export class UnreadableImage extends Error {
	override readonly name = 'UnreadableImage';
}

/** Whether a cut at half opacity would take anything away. */
export function hasTransparency({ rgba }: Pixels): boolean {
	return rgba.some((value, index) => index % 4 === 3 && value < 128);
}

/** The image laid over a colour, without transparency. */
export function flatten({ width, height, rgba }: Pixels, background: Rgb): Pixels {
	const flat = rgba.map((value, index) => {
		if (index % 4 === 3) return 255;
		const alpha = (rgba[index | 3] ?? 255) / 255;
		return Math.round(value * alpha + (background[index % 4] ?? 0) * 255 * (1 - alpha));
	});
	return { width, height, rgba: flat };
}

/** How light a pixel is, 0 to 1. */
export function brightnessAt({ rgba }: Pixels, pixel: number): number {
	const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
	return brightness([red / 255, green / 255, blue / 255]);
}
