import { type Mesh, mapVertices } from './mesh';
import { plus, unit, type Vec3 } from './vector';

/** Where a part goes: scaled first, then turned about x, y and z (degrees, in that order), then moved. */
export interface Pose {
	readonly at?: Vec3;
	readonly turn?: Vec3;
	readonly scale?: number | Vec3;
}

/** Turns vectors about x, y and z (degrees, in that order). */
function rotation(turn: Vec3): (vector: Vec3) => Vec3 {
	const radians = turn.map((degrees) => degrees * (Math.PI / 180));
	const [cx = 1, cy = 1, cz = 1] = radians.map(Math.cos);
	const [sx = 0, sy = 0, sz = 0] = radians.map(Math.sin);
	return ([x, y, z]) => [
		cz * cy * x + (cz * sy * sx - sz * cx) * y + (cz * sy * cx + sz * sx) * z,
		sz * cy * x + (sz * sy * sx + cz * cx) * y + (sz * sy * cx - cz * sx) * z,
		-sy * x + cy * sx * y + cy * cx * z,
	];
}

function sizeOf({ scale = 1 }: Pose): Vec3 {
	return typeof scale === 'number' ? [scale, scale, scale] : scale;
}

/** Where a pose puts a point. */
export function posedPoint([x, y, z]: Vec3, pose: Pose): Vec3 {
	const [sx, sy, sz] = sizeOf(pose);
	return plus(rotation(pose.turn ?? [0, 0, 0])([x * sx, y * sy, z * sz]), pose.at ?? [0, 0, 0]);
}

/** A posed copy. A mirroring scale turns the triangles round as well, so that they keep facing outwards. */
export function posed(mesh: Mesh, pose: Pose): Mesh {
	const { at = [0, 0, 0], turn = [0, 0, 0] } = pose;
	const [sx, sy, sz] = sizeOf(pose);
	const turned = rotation(turn);
	const stretch = Math.cbrt(Math.abs(sx * sy * sz));
	const moved = mapVertices(mesh, ({ position: [x, y, z], normal: [nx, ny, nz], u, v }) => ({
		position: plus(turned([x * sx, y * sy, z * sz]), at),
		normal: unit(turned([nx / sx, ny / sy, nz / sz])),
		u: u * stretch,
		v: v * stretch,
	}));
	return sx * sy * sz < 0 ? { ...moved, indices: moved.indices.reverse() } : moved;
}
