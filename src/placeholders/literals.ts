/** The words of a text: lists that would otherwise take a line an entry. */
export function words(text: string): string[] {
	return text.match(/\S+/g) ?? [];
}

/** Pairs of a text: `a=1 b=2` is [['a', '1'], ['b', '2']]. */
export function pairs(text: string): [string, string][] {
	return words(text).map((pair) => {
		const [key = '', value = ''] = pair.split('=');
		return [key, value];
	});
}

/**
 * Points of a text, `size` numbers each: `points('0 1, 2 3', 2)` is [[0, 1], [2, 3]].
 * @throws Error that names the part of the text that is not so many numbers.
 */
export function points<Point extends readonly number[]>(text: string, size: Point['length']): Point[] {
	return text.split(',').map((point) => {
		const numbers = words(point).map(Number);
		if (numbers.length !== size || !numbers.every(Number.isFinite))
			throw new Error(`“${point.trim()}” in the points “${text}” is not ${size} numbers.`);
		return numbers as readonly number[] as Point;
	});
}

/** Rows of a table: a line each, cells parted by `|`. */
export function rows(text: string): string[][] {
	const lines = text.split('\n').filter((line) => line.trim());
	return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}

/** Rounded to 1 / `steps`, never minus zero: the same text and bytes whatever the engine's trigonometry. */
export function rounded(value: number, steps = 1e6): number {
	return Math.round(value * steps) / steps + 0;
}
