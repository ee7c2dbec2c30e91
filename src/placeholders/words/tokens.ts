import { pairs } from '../literals';

/** Lower-case words of a text. Letters of any script count, so a foreign prompt still has words to print. */
export function tokenize(text: string): string[] {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/['’]s?\b/g, '');
	return plain.match(/[\p{L}\p{M}\p{N}.]*[\p{L}\p{M}\p{N}]|,/gu) ?? [];
}

/** Plurals that the rules below would get wrong. */
const irregular: ReadonlyMap<string, string> = new Map(
	pairs(
		`wolves=wolf shelves=shelf bookshelves=bookshelf leaves=leaf knives=knife men=man women=woman people=person
		mice=mouse geese=goose dwarves=dwarf elves=elf axes=axe cacti=cactus zombies=zombie heroes=hero`,
	),
);

/** The singular of an English word, near enough for a table of nouns. */
export function singular(word: string): string {
	const known = irregular.get(word);
	if (known) return known;
	if (word.length < 4 || !word.endsWith('s') || /(ss|us|is|as)$/.test(word)) return word;
	if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (/(ch|sh|x|z)es$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}
