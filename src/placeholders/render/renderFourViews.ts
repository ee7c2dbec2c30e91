import { encodePng } from '../images/png';
import { boundsOf } from '../mesh/mesh';
import type { Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import { toDrawables } from './drawable';
import { backgroundColour, renderPixels, withBackground } from './renderPixels';

/** Pictures of a thing from four sides, PNG. Left is the subject's own left (+x). */
export interface FourViews {
	readonly front: Uint8Array;
	readonly left: Uint8Array;
	readonly back: Uint8Array;
	readonly right: Uint8Array;
}

/** Parallel views at one scale, on a plain ground. */
export async function renderFourViews({ surfaces }: PlaceholderModel, side = 384): Promise<FourViews> {
	const drawables = toDrawables(surfaces);
	const { min, max } = boundsOf(drawables);
	const extent = Math.max(...max.map((high, axis) => high - (min[axis] ?? 0)), 1e-6);
	const seen = (from: Vec3): Uint8Array =>
		encodePng(withBackground(renderPixels(drawables, { side, from, extent }), backgroundColour));
	return { front: seen([0, 0, 1]), left: seen([1, 0, 0]), back: seen([0, 0, -1]), right: seen([-1, 0, 0]) };
}
