import { words } from '../literals';
import { tokenize } from './tokens';

/** What a clause says: the thing itself, what it is made of, what it carries, or where it is. */
export type Role = 'thing' | 'made' | 'with' | 'place';

export interface Clause {
	readonly role: Role;
	readonly words: readonly string[];
}

/** The words that begin a clause. */
const leads: ReadonlyMap<string, Role> = new Map([
	...words('of from made').map((word) => [word, 'made'] as const),
	...words('with holding wearing carrying wielding having featuring').map((word) => [word, 'with'] as const),
	...words('on in at near under beside inside saying for by over to that which against').map(
		(word) => [word, 'place'] as const,
	),
]);

const quoted = /["“«][^"”»]*["”»]/g;

/** Cuts a prompt at its prepositions and commas: "an oak chest with iron bands, full of coins". */
export function parseClauses(prompt: string): Clause[] {
	const clauses: { role: Role; words: string[] }[] = [{ role: 'thing', words: [] }];
	// What is written on a thing says nothing about the thing.
	for (const word of tokenize(prompt.replace(quoted, ' '))) {
		const last = clauses[clauses.length - 1];
		const lead = leads.get(word);
		if (lead) clauses.push({ role: lead, words: [] });
		else if (word === ',') clauses.push({ role: last?.role ?? 'thing', words: [] });
		else last?.words.push(word);
	}
	return clauses.filter((clause) => clause.words.length > 0);
}
