import { addFacet } from '../mesh/facets';
import { emptyMesh, type Mesh } from '../mesh/mesh';
import type { Vec3 } from '../mesh/vector';

/** An open hull along z, its keel on y = 0, with a floor a little above it. */
export function hull(length: number, width: number, height: number, steps: number): Mesh {
	const mesh = emptyMesh();
	const station = (step: number) => {
		const along = step / steps;
		const beam = (width / 2) * Math.sin(Math.PI * (0.14 + 0.86 * along)) ** 0.7 * (along > 0.999 ? 0 : 1);
		const sheer = height * (1 + 0.45 * (2 * along - 1) ** 2);
		const z = (along - 0.5) * length;
		const shape = (inset: number): Vec3[] =>
			[
				[-1, sheer],
				[-0.82, sheer * 0.45],
				[0, 0],
				[0.82, sheer * 0.45],
				[1, sheer],
			].map(
				([x = 0, y = 0]): Vec3 => [
					Math.sign(x) * Math.max(0, Math.abs(x) * beam - inset),
					Math.max(y, inset * 2),
					z * (1 - inset / length),
				],
			);
		return { outside: shape(0), inside: shape(0.06) };
	};
	for (let step = 0; step < steps; step++) {
		const [here, next] = [station(step), station(step + 1)];
		const strip = (from: Vec3[], to: Vec3[], outward: boolean): void => {
			for (let edge = 0; edge + 1 < from.length; edge++) {
				const [a, b, c, d] = [from[edge], from[edge + 1], to[edge + 1], to[edge]];
				if (!a || !b || !c || !d) continue;
				for (const corners of [
					[a, b, c],
					[a, c, d],
				])
					addFacet(mesh, outward ? corners : corners.slice().reverse());
			}
		};
		strip(here.outside, next.outside, true);
		strip(here.inside, next.inside, false);
		for (const side of [0, 4]) {
			const rim = [here.outside[side], next.outside[side], next.inside[side], here.inside[side]].flatMap(
				(point) => (point ? [point] : []),
			);
			for (const corners of [
				rim.slice(0, 3),
				[rim[0], rim[2], rim[3]].flatMap((point) => (point ? [point] : [])),
			]) {
				addFacet(mesh, side === 0 ? corners : corners.reverse());
			}
		}
	}
	const { outside, inside } = station(0);
	addFacet(mesh, outside.slice().reverse());
	addFacet(mesh, inside);
	return mesh;
}
