import { pngOf, pngPixels } from '../../../placeholders/pictures/png';
import { tinted } from '../../../placeholders/pictures/tint';
import { clausesOf } from '../../../placeholders/words/clauses';
import { looksOf } from '../../../placeholders/words/look';

/** A PNG in the colour that the words ask for, or as it is when they ask for none. */
export function repainted(png: Uint8Array, words: string): Uint8Array {
	const { colour, substance } = looksOf(clausesOf(words)).body;
	const paint = colour ?? substance?.colour;
	return paint ? pngOf(tinted(pngPixels(png), paint)) : png;
}
