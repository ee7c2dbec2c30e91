import type { Pixels } from './pixels';

/** The mean of one channel over the pixels from left to right and top to bottom, ends left out. */
function mean(
	{ width, rgba }: Pixels,
	channel: number,
	[left, right]: readonly [number, number],
	[top, bottom]: readonly [number, number],
): number {
	let sum = 0;
	for (let y = top; y < bottom; y++) {
		for (let x = left; x < right; x++) sum += rgba[(y * width + x) * 4 + channel] ?? 0;
	}
	return Math.round(sum / ((right - left) * (bottom - top)));
}

/** The picture in another size; each new pixel is the mean of those that it covers, or the nearest one. */
export function resize(pixels: Pixels, across: number, down: number): Pixels {
	const rgba = new Uint8Array(across * down * 4);
	const covered = (at: number, from: number, to: number): [number, number] => {
		const first = Math.floor((at * from) / to);
		return [first, Math.max(first + 1, Math.floor(((at + 1) * from) / to))];
	};
	for (let y = 0; y < down; y++) {
		const rows = covered(y, pixels.height, down);
		for (let x = 0; x < across; x++) {
			const columns = covered(x, pixels.width, across);
			for (let channel = 0; channel < 4; channel++)
				rgba[(y * across + x) * 4 + channel] = mean(pixels, channel, columns, rows);
		}
	}
	return { width: across, height: down, rgba };
}
