import { boundsOf, vectorAt } from '../mesh/mesh';
import { length, minus, plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';

/** A model cut into equal cubes. */
export interface Voxels {
	/** Cubes along x, y and z. */
	readonly size: Vec3;
	/** The lowest corner of all, metres. */
	readonly corner: Vec3;
	/** Edge of a cube, metres. */
	readonly edge: number;
	/** The surface that passes through each cube, by `cellAt`. Cubes that none passes through are not in it. */
	readonly cells: ReadonlyMap<number, Surface>;
}

export function cellAt([width, height]: Vec3, x: number, y: number, z: number): number {
	return (z * height + y) * width + x;
}

/** Cuts a model into cubes, `count` of them along its longest side. Only its skin is cut, not what is inside. */
export function voxelise({ surfaces }: PlaceholderModel, count: number): Voxels {
	const { min: corner, max } = boundsOf(surfaces.map(({ mesh }) => mesh));
	const extent = minus(max, corner);
	const edge = Math.max(...extent) / count;
	const across = (metres: number): number => Math.max(1, Math.ceil(metres / edge - 1e-6));
	const size: Vec3 = [across(extent[0]), across(extent[1]), across(extent[2])];
	const cells = new Map<number, Surface>();
	const place = (metres: number, axis: 0 | 1 | 2): number =>
		Math.min(size[axis] - 1, Math.max(0, Math.floor((metres - corner[axis]) / edge)));
	for (const surface of surfaces) {
		for (const [x, y, z] of pointsOn(surface, edge / 2)) {
			cells.set(cellAt(size, place(x, 0), place(y, 1), place(z, 2)), surface);
		}
	}
	return { size, corner, edge, cells };
}

/** Points on all triangles of a surface, no farther apart than `gap` metres. */
function* pointsOn({ mesh }: Surface, gap: number): Generator<Vec3> {
	const { positions, indices } = mesh;
	for (let index = 0; index < indices.length; index += 3) {
		const a = vectorAt(positions, indices[index] ?? 0);
		const along = minus(vectorAt(positions, indices[index + 1] ?? 0), a);
		const up = minus(vectorAt(positions, indices[index + 2] ?? 0), a);
		const steps = Math.max(1, Math.ceil(Math.max(length(along), length(up), length(minus(up, along))) / gap));
		for (let i = 0; i <= steps; i++) {
			for (let j = 0; i + j <= steps; j++) {
				yield plus(a, plus(times(along, i / steps), times(up, j / steps)));
			}
		}
	}
}
