import { encodePng } from '../images/png';
import type { PlaceholderModel } from '../placeholderModel';
import { toDrawables } from './drawable';
import { renderPixels } from './renderPixels';

/** A small image of a model: PNG, 256 × 256, seen from its front right, on a transparent background. */
export function renderPreview({ surfaces }: PlaceholderModel): Uint8Array {
	return encodePng(renderPixels(toDrawables(surfaces), { side: 256 }));
}
