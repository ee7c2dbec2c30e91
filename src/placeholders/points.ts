import type { Vec2, Vec3 } from './mesh/vector';

/** Points of a profile or an outline: a list, or a literal such as `'0.1 0, 0.13 0.02'`. */
export type Points2d = string | readonly Vec2[];

/** Points of a path in space: a list, or a literal such as `'0 0.5 0, 0 1.2 0.1'`. */
export type Points3d = string | readonly Vec3[];

function pointsIn(literal: string, size: 2 | 3): number[][] {
	return literal.split(',').map((text) => {
		const numbers = text.trim().split(/\s+/).map(Number);
		if (numbers.length === size && numbers.every(Number.isFinite)) return numbers;
		throw new Error(`“${text.trim()}” in the points “${literal}” is not ${size} numbers.`);
	});
}

/**
 * Points in a plane from `'x y, x y, …'`.
 * @throws Error that names the part of the literal that is not two numbers.
 */
export function points2d(points: Points2d): readonly Vec2[] {
	if (typeof points !== 'string') return points;
	return pointsIn(points, 2).map(([x = 0, y = 0]): Vec2 => [x, y]);
}

/**
 * Points in space from `'x y z, x y z, …'`.
 * @throws Error that names the part of the literal that is not three numbers.
 */
export function points3d(points: Points3d): readonly Vec3[] {
	if (typeof points !== 'string') return points;
	return pointsIn(points, 3).map(([x = 0, y = 0, z = 0]): Vec3 => [x, y, z]);
}
