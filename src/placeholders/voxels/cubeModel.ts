import { points } from '../literals';
import { addVertex, emptyMesh, type Mesh } from '../mesh/mesh';
import { cross, plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { cellIndex, voxelise } from './voxelise';

/** The ways that a side of a cube can look. */
const directions = points<Vec3>('1 0 0, -1 0 0, 0 1 0, 0 -1 0, 0 0 1, 0 0 -1', 3);

/** The model built of cubes, `count` of them along its longest side, in the plain colours of its surfaces. */
export function toCubeModel(model: PlaceholderModel, count: number): PlaceholderModel {
	const { size, corner, edge, cells } = voxelise(model, count);
	const isFilled = (cell: Vec3): boolean =>
		cell.every((value, axis) => value >= 0 && value < (size[axis] ?? 0)) && cells.has(cellIndex(size, cell));
	const meshes = new Map<Surface, Mesh>();
	for (const [index, surface] of cells) {
		const mesh = meshes.get(surface) ?? emptyMesh();
		meshes.set(surface, mesh);
		const layer = Math.floor(index / size[0]);
		const cell: Vec3 = [index % size[0], layer % size[1], Math.floor(layer / size[1])];
		const middle = plus(corner, times(plus(cell, [0.5, 0.5, 0.5]), edge));
		for (const direction of directions) {
			if (!isFilled(plus(cell, direction))) addSide(mesh, middle, direction, edge / 2);
		}
	}
	const surfaces = [...meshes].map(([{ name, colour, metallic, roughness, glow }, mesh]): Surface => {
		return { name, colour, metallic, roughness, glow, mesh };
	});
	const { name, body } = model;
	return { name, surfaces, ...(body && { body }) };
}

function addSide(mesh: Mesh, middle: Vec3, direction: Vec3, half: number): void {
	const right: Vec3 = [direction[1], direction[2], direction[0]];
	const up = cross(direction, right);
	const at = (u: number, v: number): number => {
		const offset = plus(direction, plus(times(right, u), times(up, v)));
		return addVertex(mesh, plus(middle, times(offset, half)), direction, u, v);
	};
	const [a, b, c, d] = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
	mesh.indices.push(a, b, c, a, c, d);
}
