import type { PartBuilder } from './partBuilder';
import type { RigType } from './rig/rigType';

/** One shape that the sandbox can make, and the words for it. */
export interface Kind {
	readonly name: string;
	/**
	 * Singular English phrases. The words of a phrase may have others between them ("castle stone wall"),
	 * and the last one is the noun that decides.
	 */
	readonly words: readonly string[];
	/** Words that mean this only when nothing else in the prompt is a thing: "pine" is mostly a wood. */
	readonly weak?: readonly string[];
	/** What moves it, if anything does. */
	readonly body?: RigType;
	/** Builds it facing +z, with the ground at y = 0 and the middle near x = z = 0, in metres. */
	build(parts: PartBuilder): void;
}

/** A row of the catalogue: `words` and `weak` are phrases with commas between them. */
export function kind(
	name: string,
	build: Kind['build'],
	words: string,
	{ weak, body }: { readonly weak?: string; readonly body?: RigType } = {},
): Kind {
	return {
		name,
		build,
		words: words.split(', '),
		...(weak && { weak: weak.split(', ') }),
		...(body && { body }),
	};
}
