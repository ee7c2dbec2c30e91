import { points as parsePoints } from './literals';
import type { Vec2, Vec3 } from './mesh/vector';

/** Points of a profile or an outline: a list, or a literal such as `'0.1 0, 0.13 0.02'`. */
export type Points2d = string | readonly Vec2[];

/** Points of a path in space: a list, or a literal such as `'0 0.5 0, 0 1.2 0.1'`. */
export type Points3d = string | readonly Vec3[];

/**
 * Points in a plane from `'x y, x y, …'`.
 * @throws Error that names the part of the literal that is not two numbers.
 */
export function points2d(points: Points2d): readonly Vec2[] {
	return typeof points === 'string' ? parsePoints<Vec2>(points, 2) : points;
}

/**
 * Points in space from `'x y z, x y z, …'`.
 * @throws Error that names the part of the literal that is not three numbers.
 */
export function points3d(points: Points3d): readonly Vec3[] {
	return typeof points === 'string' ? parsePoints<Vec3>(points, 3) : points;
}
