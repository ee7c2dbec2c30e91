import type { Random } from '../random';
import { faceted } from './facets';
import { emptyMesh, type Mesh } from './mesh';
import { plus, times, unit, type Vec3 } from './vector';

const golden = (1 + Math.sqrt(5)) / 2;

const icosahedron: readonly Vec3[] = [
	[-1, golden, 0],
	[1, golden, 0],
	[-1, -golden, 0],
	[1, -golden, 0],
	[0, -1, golden],
	[0, 1, golden],
	[0, -1, -golden],
	[0, 1, -golden],
	[golden, 0, -1],
	[golden, 0, 1],
	[-golden, 0, -1],
	[-golden, 0, 1],
].map(([x = 0, y = 0, z = 0]) => unit([x, y, z]));

const icosahedronFaces: readonly (readonly [number, number, number])[] = [
	[0, 11, 5],
	[0, 5, 1],
	[0, 1, 7],
	[0, 7, 10],
	[0, 10, 11],
	[1, 5, 9],
	[5, 11, 4],
	[11, 10, 2],
	[10, 7, 6],
	[7, 1, 8],
	[3, 9, 4],
	[3, 4, 2],
	[3, 2, 6],
	[3, 6, 8],
	[3, 8, 9],
	[4, 9, 5],
	[2, 4, 11],
	[6, 2, 10],
	[8, 6, 7],
	[9, 8, 1],
];

function divided(points: Vec3[], faces: readonly (readonly [number, number, number])[]) {
	const middles = new Map<string, number>();
	const middle = (a: number, b: number): number => {
		const key = a < b ? `${a} ${b}` : `${b} ${a}`;
		const known = middles.get(key);
		if (known !== undefined) return known;
		points.push(unit(times(plus(points[a] ?? [0, 1, 0], points[b] ?? [0, 1, 0]), 0.5)));
		middles.set(key, points.length - 1);
		return points.length - 1;
	};
	return faces.flatMap(([a, b, c]) => {
		const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
		return [
			[a, ab, ca],
			[ab, b, bc],
			[ca, bc, c],
			[ab, bc, ca],
		] as [number, number, number][];
	});
}

/**
 * A lump around the origin: a ball whose corners are pushed in and out by up to `rough` of the radius and
 * whose faces stay flat. Rocks, clouds of leaves, flames. `detail` 0 to 2 gives 20, 80 or 320 triangles.
 */
export function blob(radius: Vec3, rough: number, detail: number, random: Random): Mesh {
	const points = icosahedron.slice();
	let faces = icosahedronFaces;
	for (let round = 0; round < detail; round++) faces = divided(points, faces);
	const mesh = emptyMesh();
	for (const [x, y, z] of points) {
		const size = random.vary(rough);
		mesh.positions.push(x * size * radius[0], y * size * radius[1], z * size * radius[2]);
	}
	for (const face of faces) mesh.indices.push(...face);
	return faceted(mesh);
}
