import { hex, type Rgb } from '../colour';
import type { Pixels } from '../images/pixels';
import type { Vec3 } from '../mesh/vector';
import { frameCamera } from './camera';
import type { Drawable } from './drawable';
import { blankCanvas, type Canvas, draw } from './rasterise';

/** Samples along each edge of a pixel. */
const samples = 2;

export interface RenderOptions {
	/** Pixels along each edge. */
	readonly side: number;
	/** Where the eye is, as a direction; from the front right if not given. */
	readonly from?: Vec3;
	/** Metres that the picture shows; as much as the drawables need if not given. */
	readonly extent?: number;
}

const shades = 4095;

/** Bytes as a screen wants them for linear light in fine steps. */
const screenBytes: Uint8Array = Uint8Array.from({ length: shades + 1 }, (_, step) =>
	Math.round((step / shades) ** (1 / 2.2) * 255),
);

function toByte(light: number): number {
	return screenBytes[Math.round(Math.min(1, Math.max(0, light)) * shades)] ?? 0;
}

/** Averages the samples of each pixel; how many were hit becomes the opacity. */
function developed({ colour, size }: Canvas, side: number): Uint8Array {
	const rgba = new Uint8Array(side * side * 4);
	const first = (pixel: number): number =>
		(Math.floor(pixel / side) * samples * size + (pixel % side) * samples) * 4;
	const summed = (start: number, channel: number): number => {
		let sum = 0;
		for (let sample = 0; sample < samples * samples; sample++) {
			const offset = Math.floor(sample / samples) * size + (sample % samples);
			sum += colour[start + offset * 4 + channel] ?? 0;
		}
		return sum;
	};
	for (let pixel = 0; pixel < side * side; pixel++) {
		const start = first(pixel);
		const covered = summed(start, 3);
		if (covered === 0) continue;
		for (let channel = 0; channel < 3; channel++)
			rgba[pixel * 4 + channel] = toByte(summed(start, channel) / covered);
		rgba[pixel * 4 + 3] = Math.round((covered / (samples * samples)) * 255);
	}
	return rgba;
}

/** What pictures of things stand on: a light grey. */
export const backgroundColour: Rgb = hex('ececec');

/** The picture with a colour behind it. */
export function withBackground({ width, height, rgba }: Pixels, ground: Rgb): Pixels {
	const filled = new Uint8Array(rgba.length);
	for (let pixel = 0; pixel < width * height; pixel++) {
		const alpha = (rgba[pixel * 4 + 3] ?? 0) / 255;
		for (let channel = 0; channel < 3; channel++) {
			const value = rgba[pixel * 4 + channel] ?? 0;
			filled[pixel * 4 + channel] = Math.round(value * alpha + (ground[channel] ?? 0) * 255 * (1 - alpha));
		}
		filled[pixel * 4 + 3] = 255;
	}
	return { width, height, rgba: filled };
}

/** Takes a square picture; what is not covered is transparent. */
export function renderPixels(drawables: readonly Drawable[], { side, from, extent }: RenderOptions): Pixels {
	const canvas = blankCanvas(side * samples);
	const camera = frameCamera(drawables, canvas.size, from, extent);
	for (const drawable of drawables) draw(canvas, drawable, camera);
	return { width: side, height: side, rgba: developed(canvas, side) };
}
