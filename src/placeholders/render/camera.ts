import { vectorAt } from '../mesh/mesh';
import { cross, dot, unit, type Vec3 } from '../mesh/vector';
import type { Drawable } from './drawable';

/** A parallel view: gives x and y in the image (pixels) and the distance towards the eye. */
export type Camera = (point: Vec3) => Vec3;

/** From the front right and above, as previews show models. */
const threeQuarters: Vec3 = [0.55, 0.42, 1];

/** Low and high of what the drawables have along an axis, metres. */
function spanAlong(drawables: readonly Drawable[], axis: Vec3): readonly [number, number] {
	let [low, high] = [Infinity, -Infinity];
	for (const { positions } of drawables) {
		for (let vertex = 0; vertex * 3 < positions.length; vertex++) {
			const value = dot(vectorAt(positions, vertex), axis);
			[low, high] = [Math.min(low, value), Math.max(high, value)];
		}
	}
	return [low, high];
}

/**
 * Looks at the drawables from a direction (towards the eye), filling a square image but for a margin.
 * @param extent Metres to show instead, so that several views have one scale.
 */
export function frameCamera(
	drawables: readonly Drawable[],
	size: number,
	from: Vec3 = threeQuarters,
	extent?: number,
): Camera {
	const towardsEye = unit(from);
	const right = unit(cross([0, 1, 0], towardsEye));
	const up = cross(towardsEye, right);
	const [left, far] = spanAlong(drawables, right);
	const [low, high] = spanAlong(drawables, up);
	const scale = (size * 0.9) / (extent ?? Math.max(far - left, high - low, 1e-6));
	return (point) => [
		size / 2 + (dot(point, right) - (left + far) / 2) * scale,
		size / 2 - (dot(point, up) - (low + high) / 2) * scale,
		dot(point, towardsEye),
	];
}
