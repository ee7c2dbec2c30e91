import type { Mesh } from './mesh';
import { plus, unit, type Vec3 } from './vector';

/** Where a part goes: scaled first, then turned about x, y and z (degrees, in that order), then moved. */
export interface Pose {
	readonly at?: Vec3;
	readonly turn?: Vec3;
	readonly scale?: number | Vec3;
}

type Matrix = readonly [Vec3, Vec3, Vec3];

function rotation([x, y, z]: Vec3): Matrix {
	const radians = Math.PI / 180;
	const [cx, sx] = [Math.cos(x * radians), Math.sin(x * radians)];
	const [cy, sy] = [Math.cos(y * radians), Math.sin(y * radians)];
	const [cz, sz] = [Math.cos(z * radians), Math.sin(z * radians)];
	return [
		[cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx],
		[sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx],
		[-sy, cy * sx, cy * cx],
	];
}

function applied(rows: Matrix, x: number, y: number, z: number): Vec3 {
	return [
		rows[0][0] * x + rows[0][1] * y + rows[0][2] * z,
		rows[1][0] * x + rows[1][1] * y + rows[1][2] * z,
		rows[2][0] * x + rows[2][1] * y + rows[2][2] * z,
	];
}

/** Where a pose puts a point. */
export function posedPoint([x, y, z]: Vec3, { at = [0, 0, 0], turn = [0, 0, 0], scale = 1 }: Pose): Vec3 {
	const size: Vec3 = typeof scale === 'number' ? [scale, scale, scale] : scale;
	return plus(applied(rotation(turn), x * size[0], y * size[1], z * size[2]), at);
}

/** A posed copy. A mirroring scale turns the triangles round as well, so that they keep facing outwards. */
export function posed(mesh: Mesh, { at = [0, 0, 0], turn = [0, 0, 0], scale = 1 }: Pose): Mesh {
	const size: Vec3 = typeof scale === 'number' ? [scale, scale, scale] : scale;
	const rows = rotation(turn);
	const positions: number[] = [];
	const normals: number[] = [];
	for (let index = 0; index < mesh.positions.length; index += 3) {
		const [x = 0, y = 0, z = 0] = mesh.positions.slice(index, index + 3);
		const moved = applied(rows, x * size[0], y * size[1], z * size[2]);
		positions.push(moved[0] + at[0], moved[1] + at[1], moved[2] + at[2]);
		const [nx = 0, ny = 0, nz = 0] = mesh.normals.slice(index, index + 3);
		normals.push(...unit(applied(rows, nx / size[0], ny / size[1], nz / size[2])));
	}
	const indices = mesh.indices.slice();
	if (size[0] * size[1] * size[2] < 0) indices.reverse();
	const stretch = Math.cbrt(Math.abs(size[0] * size[1] * size[2]));
	return { positions, normals, uvs: mesh.uvs.map((value) => value * stretch), indices };
}
