import { lit, type Rgb } from '../colour';
import type { Clause, Role } from './clauses';
import { colourWords } from './colours';
import { type Finish, finishes } from './finish';
import { type Substance, substances } from './substances';
import { singular } from './tokens';

/** The substance and colour that a prompt asks for, for one part of the thing. */
export interface Look {
	readonly substance?: Substance;
	readonly colour?: Rgb;
}

/** How the words want the thing to look: the thing itself, its extras ("with a red cape"), and its state. */
export interface Looks {
	readonly body: Look;
	readonly trim: Look;
	readonly finishes: readonly Finish[];
	/** Parts that have a word of their own before them ("blue roof"). */
	readonly named: ReadonlyMap<string, Look>;
}

/** No wish at all. */
export const unchanged: Looks = { body: {}, trim: {}, finishes: [], named: new Map() };

/** Parts that the words can paint apart from the rest. */
const partWords: ReadonlySet<string> = new Set([
	'roof',
	'door',
	'flag',
	'cape',
	'hat',
	'robe',
	'shield',
	'hair',
	'leaf',
	'leaves',
	'wing',
	'wings',
	'sail',
	'sails',
	'blanket',
]);

/** The words of a clause that paint a named part; the others paint the whole. */
function paintsPart(words: readonly string[], index: number): boolean {
	return partWords.has(words[index + 1] ?? '');
}

function substanceOf(word: string): Substance | undefined {
	return substances.find(({ name, words }) => name === word || words?.includes(word));
}

function shadeBefore(words: readonly string[], index: number): number {
	const before = words[index - 1];
	if (before === 'dark' || before === 'deep') return 0.6;
	return before === 'light' || before === 'pale' || before === 'bright' ? 1.3 : 1;
}

function found(clauses: readonly Clause[], role: Role): { substances: Substance[]; colours: Rgb[] } {
	const all: { substances: Substance[]; colours: Rgb[] } = { substances: [], colours: [] };
	for (const clause of clauses.filter((one) => one.role === role)) {
		clause.words.forEach((word, index) => {
			if (paintsPart(clause.words, index)) return;
			const substance = substanceOf(word);
			if (substance) all.substances.push(substance);
			const colour = colourWords.get(word);
			if (colour) all.colours.push(lit(colour, shadeBefore(clause.words, index)));
		});
	}
	return all;
}

function look(substance: Substance | undefined, colour: Rgb | undefined): Look {
	return { ...(substance && { substance }), ...(colour && { colour }) };
}

function namedParts(clauses: readonly Clause[]): Map<string, Look> {
	const named = new Map<string, Look>();
	for (const { words } of clauses) {
		words.forEach((word, index) => {
			if (!paintsPart(words, index)) return;
			const colour = colourWords.get(word);
			const painted = look(substanceOf(word), colour && lit(colour, shadeBefore(words, index)));
			named.set(singular(words[index + 1] ?? ''), painted);
		});
	}
	return named;
}

/** Reads materials, colours and finishes. "Dark red" darkens the red, not the whole thing. */
export function parseLooks(clauses: readonly Clause[]): Looks {
	const thing = found(clauses, 'thing');
	const made = found(clauses, 'made');
	const extra = found(clauses, 'with');
	const states = finishes.filter(({ words, shade }) =>
		clauses.some((clause) =>
			clause.words.some((word, index) => {
				if (!words.includes(word)) return false;
				return !(shade && colourWords.has(clause.words[index + 1] ?? ''));
			}),
		),
	);
	return {
		body: look(thing.substances[0] ?? made.substances[0], thing.colours[0] ?? made.colours[0]),
		trim: look(extra.substances[0] ?? thing.substances[1], extra.colours[0] ?? thing.colours[1]),
		finishes: states,
		named: namedParts(clauses),
	};
}
