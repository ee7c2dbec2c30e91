import { cross, dot, unit, type Vec3 } from '../mesh/vector';
import type { Drawable } from './drawable';

/** A parallel view: what comes out is x and y on the picture (pixels) and the distance towards the eye. */
export interface Camera {
	project(x: number, y: number, z: number): Vec3;
	readonly towardsEye: Vec3;
}

/** From the front right and above, as previews show things. */
export const threeQuarters: Vec3 = [0.55, 0.42, 1];

/** What a view has to show of the drawables: across and up, in metres, with the middle. */
function framed(drawables: readonly Drawable[], right: Vec3, up: Vec3) {
	let [left, far, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const { positions } of drawables) {
		for (let index = 0; index < positions.length; index += 3) {
			const point: Vec3 = [positions[index] ?? 0, positions[index + 1] ?? 0, positions[index + 2] ?? 0];
			const [x, y] = [dot(point, right), dot(point, up)];
			[left, far] = [Math.min(left, x), Math.max(far, x)];
			[low, high] = [Math.min(low, y), Math.max(high, y)];
		}
	}
	const extent = Math.max(far - left, high - low, 1e-6);
	return { extent, middle: [(left + far) / 2, (low + high) / 2] as const };
}

/**
 * Looks at the drawables from a direction (towards the eye), filling a square picture but for a margin.
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
	const frame = framed(drawables, right, up);
	const scale = (size * 0.9) / (extent ?? frame.extent);
	const [middleX, middleY] = frame.middle;
	return {
		towardsEye,
		project: (x, y, z) => [
			size / 2 + (dot([x, y, z], right) - middleX) * scale,
			size / 2 - (dot([x, y, z], up) - middleY) * scale,
			dot([x, y, z], towardsEye),
		],
	};
}
