import { flatten } from '../images/pixels';
import { encodePng } from '../images/png';
import { boundsOf } from '../mesh/mesh';
import { minus, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import { toDrawables } from './drawable';
import { backgroundColour, renderPixels } from './renderPixels';

/** Images of a model from four sides, PNG. Left is the subject's own left (+x). */
export interface FourViews {
	readonly front: Uint8Array;
	readonly left: Uint8Array;
	readonly back: Uint8Array;
	readonly right: Uint8Array;
}

/** Parallel views at one scale, on a plain background. */
export async function renderFourViews({ surfaces }: PlaceholderModel, side = 384): Promise<FourViews> {
	const drawables = toDrawables(surfaces);
	const { min, max } = boundsOf(drawables);
	const extent = Math.max(...minus(max, min), 1e-6);
	const view = (...from: Vec3): Uint8Array =>
		encodePng(flatten(renderPixels(drawables, { side, from, extent }), backgroundColour));
	return { front: view(0, 0, 1), left: view(1, 0, 0), back: view(0, 0, -1), right: view(-1, 0, 0) };
}

/** A small image of a model: PNG, 256 × 256, seen from its front right, on a transparent background. */
export function renderPreview({ surfaces }: PlaceholderModel): Uint8Array {
	return encodePng(renderPixels(toDrawables(surfaces), { side: 256 }));
}
