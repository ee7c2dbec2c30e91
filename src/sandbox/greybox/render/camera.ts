import { cross, dot, unit, type Vec3 } from '../mesh/vector';
import type { Drawable } from './scene';

/** A parallel view: what comes out is x and y on the picture (pixels) and the distance towards the eye. */
export interface Camera {
	project(x: number, y: number, z: number): Vec3;
	readonly towardsEye: Vec3;
}

/** Looks down at the model from its front right, filling a square picture but for a margin. */
export function cameraFor(drawables: readonly Drawable[], size: number): Camera {
	const towardsEye = unit([0.55, 0.42, 1]);
	const right = unit(cross([0, 1, 0], towardsEye));
	const up = cross(towardsEye, right);
	let [left, far, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const { positions } of drawables) {
		for (let index = 0; index < positions.length; index += 3) {
			const point: Vec3 = [positions[index] ?? 0, positions[index + 1] ?? 0, positions[index + 2] ?? 0];
			const [x, y] = [dot(point, right), dot(point, up)];
			[left, far] = [Math.min(left, x), Math.max(far, x)];
			[low, high] = [Math.min(low, y), Math.max(high, y)];
		}
	}
	const scale = (size * 0.9) / Math.max(far - left, high - low, 1e-6);
	const [middleX, middleY] = [(left + far) / 2, (low + high) / 2];
	return {
		towardsEye,
		project: (x, y, z) => [
			size / 2 + (dot([x, y, z], right) - middleX) * scale,
			size / 2 - (dot([x, y, z], up) - middleY) * scale,
			dot([x, y, z], towardsEye),
		],
	};
}
