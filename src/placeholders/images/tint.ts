import { brightness, lit, mixed, type Rgb } from '../colour';
import type { Pixels } from './pixels';

/** The picture in another colour: light and dark stay, the middle of them becomes the colour. */
export function tint({ width, height, rgba }: Pixels, colour: Rgb): Pixels {
	const light = (pixel: number): number => {
		const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
		return brightness([red / 255, green / 255, blue / 255]);
	};
	const count = width * height;
	let [sum, seen] = [0, 0];
	for (let pixel = 0; pixel < count; pixel++) {
		const alpha = rgba[pixel * 4 + 3] ?? 255;
		sum += light(pixel) * alpha;
		seen += alpha;
	}
	const middle = Math.max(0.05, sum / Math.max(1, seen));
	const tones = Array.from({ length: 256 }, (_, tone) => {
		const factor = tone / 255 / middle;
		const shade = lit(colour, Math.min(1, factor));
		return factor > 1 ? mixed(shade, [1, 1, 1], Math.min(0.8, (factor - 1) * 0.5)) : shade;
	});
	const painted = rgba.slice();
	for (let pixel = 0; pixel < count; pixel++) {
		const tone = tones[Math.round(light(pixel) * 255)];
		for (let channel = 0; channel < 3; channel++)
			painted[pixel * 4 + channel] = Math.round((tone?.[channel] ?? 0) * 255);
	}
	return { width, height, rgba: painted };
}
