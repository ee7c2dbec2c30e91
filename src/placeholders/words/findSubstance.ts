import { type Substance, substances } from './substances';

/** @throws when none has this name. */
export function substanceCalled(name: string): Substance {
	const known = substances.find((substance) => substance.name === name);
	if (!known) throw new Error(`No substance is called ${name}.`);
	return known;
}

/** The substance that a word means. */
export function substanceOf(word: string): Substance | undefined {
	return substances.find(({ name, words }) => name === word || words?.includes(word));
}

/** The substance that a material's name begins with: "dark wood 5e3c24" is dark wood. */
export function substanceIn(name: string): Substance | undefined {
	const words = name.toLowerCase();
	return substances
		.filter((substance) => words === substance.name || words.startsWith(`${substance.name} `))
		.sort((one, other) => other.name.length - one.name.length)[0];
}
