import { encodePng } from '../images/png';
import type { PlaceholderModel } from '../placeholderModel';
import { readGlb } from '../upload/readGlb';
import { toDrawables } from './drawable';
import { renderPixels } from './renderPixels';

const side = 256;

/** A small picture of a thing: PNG, 256 × 256, seen from its front right, on a transparent ground. */
export function renderPreview({ surfaces }: PlaceholderModel): Uint8Array {
	return encodePng(renderPixels(toDrawables(surfaces), { side }));
}

/** `renderPreview` for a GLB. */
export async function previewOf(glb: Uint8Array): Promise<Uint8Array> {
	return renderPreview(await readGlb(glb));
}
