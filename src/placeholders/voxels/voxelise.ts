import { boundsOf, triangles, vectorAt } from '../mesh/mesh';
import { length, minus, plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';

/** A model cut into equal cubes. */
interface Voxels {
	/** Cubes along x, y and z. */
	readonly size: Vec3;
	/** The lowest corner of all, metres. */
	readonly corner: Vec3;
	/** Edge of a cube, metres. */
	readonly edge: number;
	/** The surface that passes through each cube, by `cellIndex`. Cubes that none passes through are not in it. */
	readonly cells: ReadonlyMap<number, Surface>;
}

/** The number of the cube at x, y, z: x first, then y. */
export function cellIndex([width, height]: Vec3, [x, y, z]: Vec3): number {
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
	for (const surface of surfaces) {
		for (const point of pointsOn(surface, edge / 2)) {
			const cell = (axis: 0 | 1 | 2): number =>
				Math.min(size[axis] - 1, Math.max(0, Math.floor((point[axis] - corner[axis]) / edge)));
			cells.set(cellIndex(size, [cell(0), cell(1), cell(2)]), surface);
		}
	}
	return { size, corner, edge, cells };
}

/** Points on all triangles of a surface, no farther apart than `gap` metres. */
function* pointsOn({ mesh }: Surface, gap: number): Generator<Vec3> {
	for (const triangle of triangles(mesh)) {
		const [a = [0, 0, 0], b = a, c = a] = triangle.map((vertex) => vectorAt(mesh.positions, vertex));
		const [along, up] = [minus(b, a), minus(c, a)];
		const longest = Math.max(length(along), length(up), length(minus(up, along)));
		const steps = Math.max(1, Math.ceil(longest / gap));
		for (let i = 0; i <= steps; i++) {
			for (let j = 0; i + j <= steps; j++) yield plus(a, plus(times(along, i / steps), times(up, j / steps)));
		}
	}
}
