/** A hash of a lattice point, 0 to 1. */
export function latticeNoise(x: number, y: number, seed: number): number {
	let mixed = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed;
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

function wrapped(value: number, period: number): number {
	return ((value % period) + period) % period;
}

function ease(t: number): number {
	return t * t * (3 - 2 * t);
}

/** Value noise over u and v in 0 to 1 that tiles: `across` and `down` cells to a tile. */
export function valueNoise(u: number, v: number, across: number, down: number, seed: number): number {
	const [x, y] = [u * across, v * down];
	const [left, top] = [Math.floor(x), Math.floor(y)];
	const at = (dx: number, dy: number): number =>
		latticeNoise(wrapped(left + dx, across), wrapped(top + dy, down), seed);
	const [fx, fy] = [ease(x - left), ease(y - top)];
	const above = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
	const below = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
	return above + (below - above) * fy;
}

/** Three octaves of noise, 0 to 1 around 0.5. */
export function fractalNoise(u: number, v: number, cells: number, seed: number): number {
	const octave = (order: number): number =>
		valueNoise(u, v, cells * 2 ** order, cells * 2 ** order, seed + order);
	return octave(0) * 0.55 + octave(1) * 0.3 + octave(2) * 0.15;
}

interface Cell {
	/** Distance to the nearest centre against the next: 0 on a border, larger inside. */
	readonly edge: number;
	/** The cell's own random number. */
	readonly tone: number;
	readonly near: number;
}

/** Irregular cells that tile (Worley). */
export function cellNoise(u: number, v: number, cells: number, seed: number): Cell {
	const [x, y] = [u * cells, v * cells];
	let [near, next, tone] = [9, 9, 0];
	for (let row = Math.floor(y) - 1; row <= Math.floor(y) + 1; row++) {
		for (let column = Math.floor(x) - 1; column <= Math.floor(x) + 1; column++) {
			const [hx, hy] = [wrapped(column, cells), wrapped(row, cells)];
			const dx = column + 0.15 + 0.7 * latticeNoise(hx, hy, seed) - x;
			const dy = row + 0.15 + 0.7 * latticeNoise(hx, hy, seed + 7) - y;
			const distance = Math.sqrt(dx * dx + dy * dy);
			if (distance < near) [near, next, tone] = [distance, near, latticeNoise(hx, hy, seed + 13)];
			else if (distance < next) next = distance;
		}
	}
	return { edge: next - near, tone, near };
}
