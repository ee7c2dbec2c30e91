import { boundsOf } from '../mesh/mesh';
import type { Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';

/** Low and high along one axis. */
export type Span = readonly [low: number, high: number];

/** A model as a tailor sees it. */
export interface Measures {
	readonly min: Vec3;
	readonly max: Vec3;
	readonly size: Vec3;
	readonly middle: Vec3;
	/**
	 * How far it reaches along an axis (0 to 2) where the other axes are within spans; undefined where nothing is.
	 */
	span(axis: 0 | 1 | 2, where: { readonly x?: Span; readonly y?: Span; readonly z?: Span }): Span | undefined;
}

function within(value: number, span: Span | undefined): boolean {
	return !span || (value >= span[0] && value <= span[1]);
}

export function measure({ surfaces }: PlaceholderModel): Measures {
	const { min, max } = boundsOf(surfaces.map(({ mesh }) => mesh));
	const size: Vec3 = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
	return {
		min,
		max,
		size,
		middle: [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2],
		span(axis, { x, y, z }) {
			let [low, high] = [Infinity, -Infinity];
			for (const { positions } of surfaces.map(({ mesh }) => mesh)) {
				for (let index = 0; index < positions.length; index += 3) {
					const [px = 0, py = 0, pz = 0] = [positions[index], positions[index + 1], positions[index + 2]];
					if (!within(px, x) || !within(py, y) || !within(pz, z)) continue;
					const value = positions[index + axis] ?? 0;
					low = Math.min(low, value);
					high = Math.max(high, value);
				}
			}
			return low <= high ? [low, high] : undefined;
		},
	};
}
