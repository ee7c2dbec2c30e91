import { addFacet } from '../mesh/facets';
import { emptyMesh, type Mesh } from '../mesh/mesh';
import type { Vec2, Vec3 } from '../mesh/vector';
import { points2d } from '../points';

/** A cross-section from one rim over the keel to the other: share of the beam, and share of the height. */
const section = points2d('-1 1, -0.82 0.45, 0 0, 0.82 0.45, 1 1');

interface Station {
	readonly outside: readonly Vec3[];
	readonly inside: readonly Vec3[];
}

function stationAt(along: number, length: number, width: number, height: number): Station {
	const beam = along > 0.999 ? 0 : (width / 2) * Math.sin(Math.PI * (0.14 + 0.86 * along)) ** 0.7;
	const sheer = height * (1 + 0.45 * (2 * along - 1) ** 2);
	const z = (along - 0.5) * length;
	const shape = (inset: number): Vec3[] =>
		section.map(([x, y]: Vec2): Vec3 => {
			const out = Math.sign(x) * Math.max(0, Math.abs(x) * beam - inset);
			return [out, Math.max(y * sheer, inset * 2), z * (1 - inset / length)];
		});
	return { outside: shape(0), inside: shape(0.06) };
}

/** Two triangles for each pair of edges between two rows of points. */
function addStrip(mesh: Mesh, from: readonly Vec3[], to: readonly Vec3[]): void {
	from.slice(1).forEach((b, edge) => {
		const [a, c, d] = [from[edge] ?? b, to[edge + 1] ?? b, to[edge] ?? b];
		addFacet(mesh, [a, b, c]);
		addFacet(mesh, [a, c, d]);
	});
}

/** An open hull along z, its keel on y = 0, with a floor a little above it. */
export function hull(length: number, width: number, height: number, steps: number): Mesh {
	const mesh = emptyMesh();
	const stations = Array.from({ length: steps + 1 }, (_, step) =>
		stationAt(step / steps, length, width, height),
	);
	stations.slice(1).forEach((next, step) => {
		const here = stations[step] ?? next;
		addStrip(mesh, here.outside, next.outside);
		addStrip(mesh, next.inside, here.inside);
		const rim = ({ outside, inside }: Station, side: 0 | 4): Vec3[] =>
			[inside[side], outside[side]].flatMap((point) => (point ? [point] : []));
		addStrip(mesh, rim(here, 0), rim(next, 0));
		addStrip(mesh, rim(next, 4), rim(here, 4));
	});
	const stern = stationAt(0, length, width, height);
	addFacet(mesh, stern.outside.slice().reverse());
	addFacet(mesh, stern.inside);
	return mesh;
}
