import { lit, mixed, type Rgb } from '../colour';
import { brightnessAt, type Pixels } from './pixels';

/** The image in another colour: light and dark stay, the middle of them becomes the colour. */
export function tint(pixels: Pixels, colour: Rgb): Pixels {
	const count = pixels.width * pixels.height;
	const lights = Array.from({ length: count }, (_, pixel) => brightnessAt(pixels, pixel));
	const alpha = (pixel: number): number => pixels.rgba[pixel * 4 + 3] ?? 255;
	const sum = lights.reduce((total, light, pixel) => total + light * alpha(pixel), 0);
	const seen = lights.reduce((total, _, pixel) => total + alpha(pixel), 0);
	const middle = Math.max(0.05, sum / Math.max(1, seen));
	const tones = Array.from({ length: 256 }, (_, tone) => {
		const factor = tone / 255 / middle;
		const shade = lit(colour, Math.min(1, factor));
		const toned = factor > 1 ? mixed(shade, [1, 1, 1], Math.min(0.8, (factor - 1) * 0.5)) : shade;
		return toned.map((value) => Math.round(value * 255));
	});
	const rgba = pixels.rgba.slice();
	for (const [pixel, light] of lights.entries()) rgba.set(tones[Math.round(light * 255)] ?? [], pixel * 4);
	return { ...pixels, rgba };
}
