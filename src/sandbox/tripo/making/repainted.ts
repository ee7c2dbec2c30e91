import { decodePng, encodePng } from '../../../placeholders/images/png';
import { tint } from '../../../placeholders/images/tint';
import { parseClauses } from '../../../placeholders/words/clauses';
import { parseLooks } from '../../../placeholders/words/look';

/** A PNG in the colour that the words ask for, or as it is when they ask for none. */
export function repainted(png: Uint8Array, words: string): Uint8Array {
	const { colour, substance } = parseLooks(parseClauses(words)).body;
	const paint = colour ?? substance?.colour;
	return paint ? encodePng(tint(decodePng(png), paint)) : png;
}
