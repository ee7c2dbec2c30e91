import { boundsOf, vectorAt } from '../mesh/mesh';
import { minus, plus, times, type Vec3 } from '../mesh/vector';
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
	const meshes = surfaces.map(({ mesh }) => mesh);
	const { min, max } = boundsOf(meshes);
	return {
		min,
		max,
		size: minus(max, min),
		middle: times(plus(min, max), 0.5),
		span(axis, { x, y, z }) {
			let [low, high] = [Infinity, -Infinity];
			for (const { positions } of meshes) {
				for (let vertex = 0; vertex * 3 < positions.length; vertex++) {
					const place = vectorAt(positions, vertex);
					if (!within(place[0], x) || !within(place[1], y) || !within(place[2], z)) continue;
					[low, high] = [Math.min(low, place[axis]), Math.max(high, place[axis])];
				}
			}
			return low <= high ? [low, high] : undefined;
		},
	};
}
