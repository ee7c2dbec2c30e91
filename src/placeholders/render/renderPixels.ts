import { hex, type Rgb } from '../colour';
import type { Pixels } from '../images/pixels';
import type { Vec3 } from '../mesh/vector';
import { frameCamera } from './camera';
import type { Drawable } from './drawable';
import { blankCanvas, type Canvas, draw } from './rasterise';

/** Samples along each edge of a pixel. */
const samples = 2;

interface RenderOptions {
	/** Pixels along each edge. */
	readonly side: number;
	/** Where the eye is, as a direction; from the front right if not given. */
	readonly from?: Vec3;
	/** Metres that the image shows; as much as the drawables need if not given. */
	readonly extent?: number;
}

/** What images of models have behind them: a light grey. */
export const backgroundColour: Rgb = hex('ececec');

const shades = 4095;

/** Bytes as a screen wants them for linear light in fine steps. */
const screenBytes: Uint8Array = Uint8Array.from({ length: shades + 1 }, (_, step) =>
	Math.round((step / shades) ** (1 / 2.2) * 255),
);

function toByte(light: number): number {
	return screenBytes[Math.round(Math.min(1, Math.max(0, light)) * shades)] ?? 0;
}

/** Averages the samples of each pixel; how many were hit becomes the opacity. */
function averaged({ colour, size }: Canvas, side: number): Uint8Array {
	const rgba = new Uint8Array(side * side * 4);
	for (let pixel = 0; pixel < side * side; pixel++) {
		let [red, green, blue, hits] = [0, 0, 0, 0];
		const first = Math.floor(pixel / side) * samples * size + (pixel % side) * samples;
		for (let sample = 0; sample < samples * samples; sample++) {
			const offset = (first + Math.floor(sample / samples) * size + (sample % samples)) * 4;
			red += colour[offset] ?? 0;
			green += colour[offset + 1] ?? 0;
			blue += colour[offset + 2] ?? 0;
			hits += colour[offset + 3] ?? 0;
		}
		if (hits === 0) continue;
		const opacity = Math.round((hits / (samples * samples)) * 255);
		rgba.set([toByte(red / hits), toByte(green / hits), toByte(blue / hits), opacity], pixel * 4);
	}
	return rgba;
}

/** Draws a square image; what is not covered is transparent. */
export function renderPixels(drawables: readonly Drawable[], { side, from, extent }: RenderOptions): Pixels {
	const canvas = blankCanvas(side * samples);
	const camera = frameCamera(drawables, canvas.size, from, extent);
	for (const drawable of drawables) draw(canvas, drawable, camera);
	return { width: side, height: side, rgba: averaged(canvas, side) };
}
