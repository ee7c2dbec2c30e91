import { lit, type Rgb } from '../colour';
import { words } from '../literals';
import type { Clause, Role } from './clauses';
import { colourWords } from './colours';
import { substanceOf } from './findSubstance';
import { type Finish, finishes } from './finish';
import type { Substance } from './substances';
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
const partWords: ReadonlySet<string> = new Set(
	words('roof door flag cape hat robe shield hair leaf leaves wing wings sail sails blanket'),
);

/** A word with those around it. */
interface Place {
	readonly word: string;
	readonly before: string;
	readonly after: string;
}

function placesIn(clauses: readonly Clause[]): Place[] {
	return clauses.flatMap((clause) =>
		clause.words.map((word, index, all) => ({
			word,
			before: all[index - 1] ?? '',
			after: all[index + 1] ?? '',
		})),
	);
}

/** The colour that a word means; "dark" and "light" before it change it. */
function colourOf({ word, before }: Place): Rgb | undefined {
	const colour = colourWords.get(word);
	if (!colour) return undefined;
	if (before === 'dark' || before === 'deep') return lit(colour, 0.6);
	return lit(colour, ['light', 'pale', 'bright'].includes(before) ? 1.3 : 1);
}

function defined<Value>(values: readonly (Value | undefined)[]): Value[] {
	return values.filter((value): value is Value => value !== undefined);
}

/** What the clauses of a role say of the whole; words before a part's name paint that part alone. */
function found(clauses: readonly Clause[], role: Role): { substances: Substance[]; colours: Rgb[] } {
	const places = placesIn(clauses.filter((clause) => clause.role === role));
	const ofWhole = places.filter(({ after }) => !partWords.has(after));
	return {
		substances: defined(ofWhole.map(({ word }) => substanceOf(word))),
		colours: defined(ofWhole.map(colourOf)),
	};
}

function look(substance: Substance | undefined, colour: Rgb | undefined): Look {
	return { ...(substance && { substance }), ...(colour && { colour }) };
}

/** Reads materials, colours and finishes. "Dark red" darkens the red, not the whole thing. */
export function parseLooks(clauses: readonly Clause[]): Looks {
	const thing = found(clauses, 'thing');
	const made = found(clauses, 'made');
	const extra = found(clauses, 'with');
	const places = placesIn(clauses);
	const ofParts = places.filter(({ after }) => partWords.has(after));
	const states = finishes.filter((finish) =>
		places.some(({ word, after }) => {
			return finish.words.includes(word) && !(finish.shade && colourWords.has(after));
		}),
	);
	return {
		body: look(thing.substances[0] ?? made.substances[0], thing.colours[0] ?? made.colours[0]),
		trim: look(extra.substances[0] ?? thing.substances[1], extra.colours[0] ?? thing.colours[1]),
		finishes: states,
		named: new Map(
			ofParts.map((place) => [singular(place.after), look(substanceOf(place.word), colourOf(place))]),
		),
	};
}
