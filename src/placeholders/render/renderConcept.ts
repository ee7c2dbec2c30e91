import type { Pixels } from '../images/pixels';
import { encodePng } from '../images/png';
import { decodeImage, readImage } from '../images/readImage';
import { resize } from '../images/resize';
import { modelFromPrompt } from '../modelFromPrompt';
import { toDrawables } from './drawable';
import { backgroundColour, renderPixels, withBackground } from './renderPixels';

export interface ConceptOptions {
	readonly seed: number;
	/** Pixels along each edge; 512 if not given. */
	readonly side?: number;
	/** Nothing behind the thing, instead of a plain ground. */
	readonly transparent?: boolean;
}

/** The share of the picture that a picture fills. */
const filling = 0.9;

/** A picture in the middle of a square, as large as fits. */
function fitted(pixels: Pixels, side: number): Pixels {
	const factor = (side * filling) / Math.max(pixels.width, pixels.height);
	const across = Math.max(1, Math.round(pixels.width * factor));
	const down = Math.max(1, Math.round(pixels.height * factor));
	const { rgba } = resize(pixels, across, down);
	const square = new Uint8Array(side * side * 4);
	const [left, top] = [Math.floor((side - across) / 2), Math.floor((side - down) / 2)];
	for (let row = 0; row < down; row++) {
		square.set(rgba.subarray(row * across * 4, (row + 1) * across * 4), ((row + top) * side + left) * 4);
	}
	return { width: side, height: side, rgba: square };
}

/**
 * A square picture for a prompt (what would be made of it, on a plain ground) or after a picture (which it shows): PNG.
 * @throws UnreadableImage when the picture is none.
 */
export async function renderConcept(
	from: string | Uint8Array,
	{ seed, side = 512, transparent = false }: ConceptOptions,
): Promise<Uint8Array> {
	const shown =
		typeof from === 'string'
			? renderPixels(toDrawables(modelFromPrompt(from, { seed, texture: true }).surfaces), { side })
			: fitted(decodeImage((await readImage(from)).picture), side);
	return encodePng(transparent ? shown : withBackground(shown, backgroundColour));
}
