import type { Rgb } from '../colour';
import type { Pixels } from './pixels';

/** Colours closer than this (0 to 1 a channel, added up) are one. */
const likeness = 0.35;

/** Pixels of about one colour: how many, and the sums of their channels. */
interface Bin {
	count: number;
	/** Those of the picture's rim. */
	rim: number;
	readonly sum: [number, number, number];
}

/** Counts the opaque pixels by colour, 16 steps a channel. */
function countColours({ width, height, rgba }: Pixels): Bin[] {
	const bins = new Map<number, Bin>();
	for (let pixel = 0; pixel < width * height; pixel++) {
		const [red = 0, green = 0, blue = 0, alpha = 255] = rgba.subarray(pixel * 4, pixel * 4 + 4);
		if (alpha < 128) continue;
		const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
		const bin = bins.get(key) ?? { count: 0, rim: 0, sum: [0, 0, 0] };
		bins.set(key, bin);
		bin.count++;
		for (const [channel, value] of [red, green, blue].entries()) bin.sum[channel as 0 | 1 | 2] += value;
		const [x, y] = [pixel % width, Math.floor(pixel / width)];
		if (x === 0 || y === 0 || x === width - 1 || y === height - 1) bin.rim++;
	}
	return [...bins.values()];
}

function distance(one: Rgb, other: Rgb): number {
	return one.reduce((sum, value, channel) => sum + Math.abs(value - (other[channel] ?? 0)), 0);
}

/**
 * The colours that an image has most of, at most `most`, none like another. The colour of most of its rim is left
 * out: a plain background is no colour of what the image shows.
 */
export function dominantColours(pixels: Pixels, most: number): Rgb[] {
	const { width, height } = pixels;
	const bins = countColours(pixels);
	const rim = width * height - Math.max(0, width - 2) * Math.max(0, height - 2);
	const background = bins.length > 1 ? bins.find((bin) => bin.rim > rim * 0.6) : undefined;
	const found = bins.filter((bin) => bin !== background).sort((one, other) => other.count - one.count);
	const chosen: Rgb[] = [];
	for (const { sum, count } of found) {
		const colour: Rgb = [sum[0] / count / 255, sum[1] / count / 255, sum[2] / count / 255];
		if (chosen.length < most && chosen.every((other) => distance(colour, other) > likeness))
			chosen.push(colour);
	}
	return chosen;
}
