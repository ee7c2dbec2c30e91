import type { Kind } from '../kind';
import type { Clause } from './clauses';
import { singular } from './tokens';

interface Match {
	readonly kind: Kind;
	readonly score: number;
}

/** Where a phrase ends in the words, at most two other words between its own; -1 if it is not there. */
function endOf(phrase: readonly string[], words: readonly string[]): number {
	for (let end = words.length - 1; end >= 0; end--) {
		let at = end;
		let left = phrase.length - 1;
		if (words[end] !== phrase[left]) continue;
		for (let gap = 0; left > 0 && gap <= 2 && at > 0; ) {
			at--;
			if (words[at] === phrase[left - 1]) {
				left--;
				gap = 0;
			} else gap++;
		}
		if (left === 0) return end;
	}
	return -1;
}

function bestIn(
	words: readonly string[],
	kinds: readonly Kind[],
	phrases: (kind: Kind) => readonly string[],
) {
	let best: Match | undefined;
	for (const kind of kinds) {
		for (const phrase of phrases(kind)) {
			const parts = phrase.split(' ');
			const end = endOf(parts, words);
			// English puts the thing last ("oak barrel stand"); of two phrases that end there the longer says more.
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
