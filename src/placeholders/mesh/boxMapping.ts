import { points } from '../literals';
import { copyVertex, emptyMesh, type Mesh, vectorAt } from './mesh';
import type { Vec2, Vec3 } from './vector';

/** The axis along which a triangle mostly looks: 0 to 2 for x, y and z, 3 to 5 for the other way. */
export function dominantDirection({ indices, normals }: Mesh, triangle: number): number {
	const sum = [0, 0, 0];
	for (const vertex of indices.slice(triangle * 3, triangle * 3 + 3)) {
		for (let axis = 0; axis < 3; axis++) sum[axis] = (sum[axis] ?? 0) + (normals[vertex * 3 + axis] ?? 0);
	}
	const sizes = sum.map(Math.abs);
	const axis = sizes.indexOf(Math.max(...sizes));
	return (sum[axis] ?? 0) < 0 ? axis + 3 : axis;
}

/** For each direction the axes that go to the right and down, as one sees them from outside, with their signs. */
const planes = points<readonly [right: number, sign: number, down: number, downSign: number]>(
	'2 -1 1 -1, 0 1 2 1, 0 1 1 -1, 2 1 1 -1, 0 1 2 -1, 0 -1 1 -1',
	4,
);

/** Where a point is on the plane across a way of looking: to the right and down, metres. Nothing is mirrored. */
export function projectOntoPlane(direction: number, point: Vec3): Vec2 {
	const [right, sign, down, downSign] = planes[direction] ?? [0, 1, 1, -1];
	return [(point[right] ?? 0) * sign, (point[down] ?? 0) * downSign];
}

/** The same triangles, each with its own vertices, textured as if projected from six sides; UVs in tiles. */
export function boxMapped(mesh: Mesh, metresPerTile: number): Mesh {
	const apart = emptyMesh();
	for (const [corner, vertex] of mesh.indices.entries()) {
		const direction = dominantDirection(mesh, Math.floor(corner / 3));
		const [u, v] = projectOntoPlane(direction, vectorAt(mesh.positions, vertex));
		apart.indices.push(copyVertex(mesh, vertex, apart, { u: u / metresPerTile, v: v / metresPerTile }));
	}
	return apart;
}
