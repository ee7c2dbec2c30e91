import type { Kind } from '../kind';
import type { Clause } from './clauses';
import { singular } from './tokens';

/** Where a phrase ends in the words, at most two other words between its own; -1 if it is not there. */
function endOf(phrase: readonly string[], words: readonly string[]): number {
	return words.findLastIndex((_, end) => {
		let at = end;
		return phrase.toReversed().every((part, index) => {
			const found = at < 0 ? -1 : words.lastIndexOf(part, at);
			if (found < 0 || found < (index === 0 ? end : at - 2)) return false;
			at = found - 1;
			return true;
		});
	});
}

/** The kind whose phrase says most: English puts the thing last ("oak barrel stand"); of two that end there the longer. */
function bestIn(
	words: readonly string[],
	kinds: readonly Kind[],
	phrases: (kind: Kind) => readonly string[],
): Kind | undefined {
	let best: { kind: Kind; score: number } | undefined;
	for (const kind of kinds) {
		for (const phrase of phrases(kind)) {
			const parts = phrase.split(' ');
			const end = endOf(parts, words);
			const score = end < 0 ? -1 : end * 10 + parts.length;
			if (score > (best?.score ?? -1)) best = { kind, score };
		}
	}
	return best?.kind;
}

/** The kind that a prompt means: first what the thing is called, then what it is with, of or in; then weak words. */
export function recogniseKind(clauses: readonly Clause[], kinds: readonly Kind[]): Kind | undefined {
	const texts = clauses.map(({ words }) => words.map(singular));
	for (const phrases of [(kind: Kind) => kind.words, (kind: Kind) => kind.weak ?? []]) {
		for (const words of texts) {
			const kind = bestIn(words, kinds, phrases);
			if (kind) return kind;
		}
	}
	return undefined;
}
