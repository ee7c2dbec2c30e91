import { flatten, type Pixels } from '../images/pixels';
import { encodePng } from '../images/png';
import { decodeImage, readImage } from '../images/readImage';
import { resizeTo } from '../images/resize';
import { modelFromPrompt } from '../modelFromPrompt';
import { toDrawables } from './drawable';
import { backgroundColour, renderPixels } from './renderPixels';

interface ConceptOptions {
	readonly seed: number;
	/** Pixels along each edge; 512 if not given. */
	readonly side?: number;
	/** Nothing behind the model, instead of a plain background. */
	readonly transparent?: boolean;
}

/** An image in the middle of a square, nine tenths as large. */
function centred(image: Pixels, side: number): Pixels {
	const { width, height, rgba } = resizeTo(image, side * 0.9);
	const square = new Uint8Array(side * side * 4);
	const [left, top] = [Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
	for (let row = 0; row < height; row++)
		square.set(rgba.subarray(row * width * 4, (row + 1) * width * 4), ((row + top) * side + left) * 4);
	return { width: side, height: side, rgba: square };
}

/**
 * A square PNG for a prompt (what would be made of it, on a plain background) or after an image (which it shows).
 * @throws UnreadableImage when the image is none.
 */
export async function renderConcept(
	from: string | Uint8Array,
	{ seed, side = 512, transparent = false }: ConceptOptions,
): Promise<Uint8Array> {
	const shown =
		typeof from === 'string'
			? renderPixels(toDrawables(modelFromPrompt(from, { seed, texture: true }).surfaces), { side })
			: centred(decodeImage((await readImage(from)).texture), side);
	return encodePng(transparent ? shown : flatten(shown, backgroundColour));
}
