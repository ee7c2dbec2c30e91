import { sheets } from '../mesh/facets';
import type { Mesh } from '../mesh/mesh';
import type { Vec3 } from '../mesh/vector';

/** A drooping feather of a leaf along +z, seen from both sides. */
export function frond(length: number, width: number, rise: number, droop: number, steps: number): Mesh {
	const at = (along: number, side: number): Vec3 => {
		const wide = width * Math.sin(Math.PI * (0.12 + 0.88 * along)) * 0.5;
		const fold = side === 0 ? 0 : -wide * 0.45;
		return [side * wide, rise * along - droop * along * along + fold, length * along * (1 - 0.15 * along)];
	};
	const polygons: Vec3[][] = [];
	for (let step = 0; step < steps; step++) {
		const [from, to] = [step / steps, (step + 1) / steps];
		polygons.push([at(from, -1), at(from, 0), at(to, 0)], [at(from, -1), at(to, 0), at(to, -1)]);
		polygons.push([at(from, 0), at(from, 1), at(to, 1)], [at(from, 0), at(to, 1), at(to, 0)]);
	}
	return sheets(polygons.map((polygon) => polygon.reverse()));
}
