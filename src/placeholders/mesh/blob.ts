import { points as readPoints } from '../literals';
import type { Random } from '../random';
import { faceted } from './facets';
import { emptyMesh, type Mesh, triangles } from './mesh';
import { plus, times, unit, type Vec3 } from './vector';

const golden = (1 + Math.sqrt(5)) / 2;

/** The corners of an icosahedron; 2 stands for the golden ratio. */
const icosahedron: readonly Vec3[] = readPoints<Vec3>(
	'-1 2 0, 1 2 0, -1 -2 0, 1 -2 0, 0 -1 2, 0 1 2, 0 -1 -2, 0 1 -2, 2 0 -1, 2 0 1, -2 0 -1, -2 0 1',
	3,
).map(([x, y, z]) => {
	const at = (value: number): number => (Math.abs(value) === 2 ? (value * golden) / 2 : value);
	return unit([at(x), at(y), at(z)]);
});

const icosahedronFaces: readonly (readonly number[])[] = readPoints<readonly number[]>(
	`0 11 5, 0 5 1, 0 1 7, 0 7 10, 0 10 11, 1 5 9, 5 11 4, 11 10 2, 10 7 6, 7 1 8,
	3 9 4, 3 4 2, 3 2 6, 3 6 8, 3 8 9, 4 9 5, 2 4 11, 6 2 10, 8 6 7, 9 8 1`,
	3,
);

/** Four triangles in place of each; their new corners are added to the points. */
function subdivided(points: Vec3[], faces: readonly (readonly number[])[]): number[][] {
	const middles = new Map<string, number>();
	const middle = (a: number, b: number): number => {
		const key = a < b ? `${a} ${b}` : `${b} ${a}`;
		const known = middles.get(key);
		if (known !== undefined) return known;
		const between = unit(times(plus(points[a] ?? [0, 1, 0], points[b] ?? [0, 1, 0]), 0.5));
		const index = points.push(between) - 1;
		middles.set(key, index);
		return index;
	};
	const corners = faces.flatMap(([a = 0, b = 0, c = 0]) => {
		const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
		return [a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca];
	});
	return triangles({ indices: corners });
}

/**
 * A lump around the origin: a ball whose corners are pushed in and out by up to `rough` of the radius and
 * whose faces stay flat. Rocks, clouds of leaves, flames. `detail` 0 to 2 gives 20, 80 or 320 triangles.
 */
export function blob(radius: Vec3, rough: number, detail: number, random: Random): Mesh {
	const points = icosahedron.slice();
	let faces = icosahedronFaces;
	for (let round = 0; round < detail; round++) faces = subdivided(points, faces);
	const mesh = emptyMesh();
	for (const [x, y, z] of points) {
		const size = random.vary(rough);
		mesh.positions.push(x * size * radius[0], y * size * radius[1], z * size * radius[2]);
	}
	for (const face of faces) mesh.indices.push(...face);
	return faceted(mesh);
}
