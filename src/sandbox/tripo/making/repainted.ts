import { pngOf, pngPixels } from '../../greybox/pictures/png';
import { tinted } from '../../greybox/pictures/tint';
import { clausesOf } from '../../greybox/words/clauses';
import { looksOf } from '../../greybox/words/look';

/** A PNG in the colour that the words ask for, or as it is when they ask for none. */
export function repainted(png: Uint8Array, words: string): Uint8Array {
	const { colour, substance } = looksOf(clausesOf(words)).body;
	const paint = colour ?? substance?.colour;
	return paint ? pngOf(tinted(pngPixels(png), paint)) : png;
}
