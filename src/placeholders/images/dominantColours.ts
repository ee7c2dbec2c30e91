import type { Rgb } from '../colour';
import type { Pixels } from './pixels';

/** Colours closer than this (0 to 1 a channel, added up) are one. */
const likeness = 0.35;

/** Colours that are told apart when counting: 16 a channel. */
function binOf(rgba: Uint8Array, pixel: number): number {
	const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
	return ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
}

function isClear(rgba: Uint8Array, pixel: number): boolean {
	return (rgba[pixel * 4 + 3] ?? 255) < 128;
}

/** The bin that most of the picture's rim falls into: a plain ground is no colour of the thing. */
function groundOf({ width, height, rgba }: Pixels): number | undefined {
	const counts = new Map<number, number>();
	let rim = 0;
	for (let pixel = 0; pixel < width * height; pixel++) {
		const [x, y] = [pixel % width, Math.floor(pixel / width)];
		if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue;
		rim++;
		if (!isClear(rgba, pixel)) counts.set(binOf(rgba, pixel), (counts.get(binOf(rgba, pixel)) ?? 0) + 1);
	}
	return [...counts].find(([, count]) => count > rim * 0.6)?.[0];
}

function distance(one: Rgb, other: Rgb): number {
	return one.reduce((sum, value, channel) => sum + Math.abs(value - (other[channel] ?? 0)), 0);
}

/** The colours that a picture has most of, at most `most`, none like another; its plain ground is left out. */
export function dominantColours(pixels: Pixels, most: number): Rgb[] {
	const { width, height, rgba } = pixels;
	const ground = groundOf(pixels);
	const sums = new Map<number, [red: number, green: number, blue: number, count: number]>();
	for (let pixel = 0; pixel < width * height; pixel++) {
		if (isClear(rgba, pixel)) continue;
		const bin = binOf(rgba, pixel);
		const sum = sums.get(bin) ?? [0, 0, 0, 0];
		for (const channel of [0, 1, 2] as const) sum[channel] += rgba[pixel * 4 + channel] ?? 0;
		sum[3]++;
		sums.set(bin, sum);
	}
	const found = [...sums].filter(([bin]) => bin !== ground || sums.size === 1);
	const colours = found
		.sort(([, one], [, other]) => other[3] - one[3])
		.map(
			([, [red, green, blue, count]]): Rgb => [red / count / 255, green / count / 255, blue / count / 255],
		);
	const chosen: Rgb[] = [];
	for (const colour of colours) {
		if (chosen.length === most) break;
		if (chosen.every((other) => distance(colour, other) > likeness)) chosen.push(colour);
	}
	return chosen;
}
