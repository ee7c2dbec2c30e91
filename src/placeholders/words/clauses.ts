import { tokenize } from './tokens';

/** What a clause says: the thing itself, what it is made of, what it carries, or where it is. */
export type Role = 'thing' | 'made' | 'with' | 'place';

export interface Clause {
	readonly role: Role;
	readonly words: readonly string[];
}

const leads: ReadonlyMap<string, Role> = new Map(
	Object.entries({
		of: 'made',
		from: 'made',
		made: 'made',
		with: 'with',
		holding: 'with',
		wearing: 'with',
		carrying: 'with',
		wielding: 'with',
		having: 'with',
		featuring: 'with',
		on: 'place',
		in: 'place',
		at: 'place',
		near: 'place',
		under: 'place',
		beside: 'place',
		inside: 'place',
		saying: 'place',
		for: 'place',
		by: 'place',
		over: 'place',
		to: 'place',
		that: 'place',
		which: 'place',
		against: 'place',
	}),
);

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
