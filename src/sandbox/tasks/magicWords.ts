/** What a magic word asks for: a refusal at once, a ban in the end, a failure in the end. */
export type MagicWord = 'refuse' | 'ban' | 'fail';

const words: readonly MagicWord[] = ['refuse', 'ban', 'fail'];

/** The magic word (`sandbox-refuse` and so on) in texts of a request, as upper or lower case; the gravest of several. */
export function magicWordIn(texts: readonly string[]): MagicWord | undefined {
	const all = texts.join('\n').toLowerCase();
	return words.find((word) => all.includes(`sandbox-${word}`));
}
