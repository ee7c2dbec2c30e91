import type { Vec2, Vec3 } from '../mesh/vector';
import { points2d } from '../points';

/** The signs of x and z of a thing's four corners. */
export const corners: readonly Vec2[] = points2d('-1 -1, 1 -1, -1 1, 1 1');

/** A half circle or half ellipse over y, from right to left: the head of a door, a lid, a cover. */
export function archPoints(steps: number, half: number, rise: number, y = 0): Vec2[] {
	return Array.from({ length: steps + 1 }, (_, step): Vec2 => {
		const angle = (step / steps) * Math.PI;
		return [Math.cos(angle) * half, y + Math.sin(angle) * rise];
	});
}

/** A point on a circle around the y axis; `angle` in radians from +x. */
export function onCircle(angle: number, radius: number, y = 0): Vec3 {
	return [Math.cos(angle) * radius, y, Math.sin(angle) * radius];
}

/** Angles in radians that spread any number of points evenly, as seeds in a flower do: about the golden angle. */
export const scatterAngle = 2.4;
