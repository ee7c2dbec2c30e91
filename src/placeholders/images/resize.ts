import type { Pixels } from './pixels';

type Span = readonly [from: number, to: number];

/** The pixels of a row or column of `from` that the pixel `at` of `to` covers; the end is left out. */
function covered(at: number, from: number, to: number): Span {
	const first = Math.floor((at * from) / to);
	return [first, Math.max(first + 1, Math.floor(((at + 1) * from) / to))];
}

/** The mean of one channel over a rectangle. */
function mean({ width, rgba }: Pixels, channel: number, [left, right]: Span, [top, bottom]: Span): number {
	let sum = 0;
	for (let y = top; y < bottom; y++) {
		for (let x = left; x < right; x++) sum += rgba[(y * width + x) * 4 + channel] ?? 0;
	}
	return Math.round(sum / ((right - left) * (bottom - top)));
}

/** The image at another size; each new pixel is the mean of those that it covers, or the nearest one. */
export function resize(pixels: Pixels, width: number, height: number): Pixels {
	const columns = Array.from({ length: width }, (_, x) => covered(x, pixels.width, width));
	const rows = Array.from({ length: height }, (_, y) => covered(y, pixels.height, height));
	const means = rows.flatMap((row) =>
		columns.flatMap((column) => [0, 1, 2, 3].map((channel) => mean(pixels, channel, column, row))),
	);
	return { width, height, rgba: Uint8Array.from(means) };
}

/** The image with its longer edge `longest` pixels long. */
export function resizeTo(pixels: Pixels, longest: number): Pixels {
	const factor = longest / Math.max(pixels.width, pixels.height);
	const scaled = (size: number): number => Math.max(1, Math.round(size * factor));
	return factor === 1 ? pixels : resize(pixels, scaled(pixels.width), scaled(pixels.height));
}
