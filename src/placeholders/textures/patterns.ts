import type { PatternName } from '../words/substances';
import { cellNoise, fractalNoise, latticeNoise, valueNoise } from './noise';

/** A tiling picture of tones: u to the right, v downwards, both 0 to 1; 0 is dark and 1 the full colour. */
type Pattern = (u: number, v: number, seed: number) => number;

function part(value: number): number {
	return value - Math.floor(value);
}

const planks: Pattern = (u, v, seed) => {
	const plank = Math.floor(u * 4);
	const across = part(u * 4);
	if (across < 0.05 || across > 0.95) return 0.05;
	const grain = valueNoise(u, v, 40, 3, seed) * 0.35 + valueNoise(u, v, 16, 2, seed + 3) * 0.2;
	return 0.2 + latticeNoise(plank, 0, seed) * 0.3 + grain;
};

const bark: Pattern = (u, v, seed) => {
	const shift = valueNoise(u, v, 4, 4, seed) * 0.08;
	const ridge = Math.abs(valueNoise(part(u + shift), v, 14, 4, seed + 1) - 0.5) * 2;
	return 0.15 + ridge * 0.75 + fractalNoise(u, v, 8, seed) * 0.15;
};

const brick: Pattern = (u, v, seed) => {
	const row = Math.floor(v * 8);
	const x = u * 4 + (row % 2) * 0.5;
	if (part(v * 8) < 0.12 || part(x) < 0.06) return 0.05 + fractalNoise(u, v, 16, seed) * 0.15;
	return 0.4 + latticeNoise(Math.floor(x) % 4, row, seed) * 0.35 + fractalNoise(u, v, 8, seed) * 0.3;
};

const cobble: Pattern = (u, v, seed) => {
	const cell = cellNoise(u, v, 5, seed);
	if (cell.edge < 0.09) return 0.05;
	return 0.35 + cell.tone * 0.35 + fractalNoise(u, v, 10, seed) * 0.3 - cell.near * 0.15;
};

const leaves: Pattern = (u, v, seed) => {
	const cell = cellNoise(u, v, 9, seed);
	return 0.25 + cell.tone * 0.55 + cell.edge * 0.3 - cell.near * 0.2;
};

const shingles: Pattern = (u, v, seed) => {
	const row = Math.floor(v * 6);
	const x = u * 6 + (row % 2) * 0.5;
	const down = part(v * 6);
	if (part(x) < 0.07) return 0.1;
	return 0.35 + latticeNoise(Math.floor(x) % 6, row, seed) * 0.3 + down * 0.4 - (down > 0.88 ? 0.6 : 0);
};

const scales: Pattern = (u, v) => {
	const row = Math.floor(v * 8);
	const [x, y] = [part(u * 8 + (row % 2) * 0.5) - 0.5, part(v * 8)];
	const from = Math.sqrt(x * x + y * y * 0.8);
	return from > 0.62 ? 0.1 : 0.95 - from * 0.8;
};

const fabric: Pattern = (u, v, seed) => {
	const weave = Math.floor(u * 32) % 2 === Math.floor(v * 32) % 2 ? 0.75 : 0.55;
	return weave + fractalNoise(u, v, 6, seed) * 0.3;
};

const grid: Pattern = (u, v) => {
	const line = (cells: number, width: number): boolean =>
		[u, v].some((value) => part(value * cells + width / 2) < width);
	if (line(1, 0.03)) return 0;
	if (line(4, 0.05)) return 0.45;
	return (Math.floor(u * 2) + Math.floor(v * 2)) % 2 ? 0.8 : 1;
};

export const patterns: Readonly<Record<PatternName, Pattern>> = {
	planks,
	bark,
	brick,
	cobble,
	leaves,
	shingles,
	scales,
	fabric,
	grid,
	stone: (u, v, seed) =>
		fractalNoise(u, v, 6, seed) * 1.1 - (Math.abs(fractalNoise(u, v, 3, seed + 5) - 0.5) < 0.015 ? 0.35 : 0),
	marble: (u, v, seed) => Math.min(1, 0.25 + Math.abs(fractalNoise(u, v, 3, seed) - 0.5) * 7),
	metal: (u, v, seed) => 0.45 + valueNoise(u, v, 3, 48, seed) * 0.3 + fractalNoise(u, v, 5, seed + 2) * 0.35,
	fur: (u, v, seed) => valueNoise(u, v, 40, 8, seed) * 0.6 + valueNoise(u, v, 6, 3, seed + 1) * 0.5,
	straw: (u, v, seed) => valueNoise(u, v, 56, 5, seed) * 0.9 + valueNoise(u, v, 6, 4, seed + 1) * 0.2,
	smooth: (u, v, seed) => 0.5 + fractalNoise(u, v, 5, seed) * 0.5,
	letters: () => 1,
};
