import { addVertex, emptyMesh, type Mesh } from '../mesh/mesh';
import { cross, plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { cellAt, voxelise } from './voxelise';

/** The ways that a side of a cube can look. */
const ways: readonly Vec3[] = [
	[1, 0, 0],
	[-1, 0, 0],
	[0, 1, 0],
	[0, -1, 0],
	[0, 0, 1],
	[0, 0, -1],
];

/** The model built of cubes, `count` of them along its longest side, in the plain colours of its surfaces. */
export function toCubeModel(model: PlaceholderModel, count: number): PlaceholderModel {
	const { size, corner, edge, cells } = voxelise(model, count);
	const meshes = new Map<Surface, Mesh>();
	for (const [cell, surface] of cells) {
		const mesh = meshes.get(surface) ?? emptyMesh();
		meshes.set(surface, mesh);
		const x = cell % size[0];
		const y = Math.floor(cell / size[0]) % size[1];
		const z = Math.floor(cell / (size[0] * size[1]));
		const middle = plus(corner, times([x + 0.5, y + 0.5, z + 0.5], edge));
		for (const way of ways) {
			const [nx, ny, nz] = plus([x, y, z], way);
			const outside = nx < 0 || ny < 0 || nz < 0 || nx >= size[0] || ny >= size[1] || nz >= size[2];
			if (outside || !cells.has(cellAt(size, nx, ny, nz))) addSide(mesh, middle, way, edge / 2);
		}
	}
	const surfaces = [...meshes].map(
		([{ name, colour, metallic, roughness, glow }, mesh]): Surface => ({
			name,
			colour,
			metallic,
			roughness,
			glow,
			mesh,
		}),
	);
	const { name, body } = model;
	return { name, surfaces, ...(body && { body }) };
}

function addSide(mesh: Mesh, middle: Vec3, way: Vec3, half: number): void {
	const right: Vec3 = [way[1], way[2], way[0]];
	const up = cross(way, right);
	const at = (u: number, v: number): number => {
		const offset = plus(way, plus(times(right, u), times(up, v)));
		return addVertex(mesh, plus(middle, times(offset, half)), way, u, v);
	};
	const [a, b, c, d] = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
	mesh.indices.push(a, b, c, a, c, d);
}
