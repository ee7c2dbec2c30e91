/** The sum of amounts that have two decimals at most, without the dust of binary fractions. */
export function sumOf(amounts: Iterable<number>): number {
	let sum = 0;
	for (const amount of amounts) sum += amount;
	return Math.round(sum * 100) / 100;
}
