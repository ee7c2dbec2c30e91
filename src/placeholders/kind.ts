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

/**
 * Rows of the catalogue: how a kind is built, by its phrases with commas between them. The first phrase is its name,
 * unless another one stands before a colon. Weak words stand after a semicolon.
 */
export type KindRows = Readonly<Record<string, Kind['build']>>;

/** The kinds of some rows, all moved by the same rig. */
export function kindsOf(rows: KindRows, body?: RigType): Kind[] {
	return Object.entries(rows).map(([key, build]) => {
		const [, name, phrases = '', weak] = /^(?:(.+): )?(.+?)(?:; (.+))?$/.exec(key) ?? [];
		const words = phrases.split(', ');
		const more = { ...(weak && { weak: weak.split(', ') }), ...(body && { body }) };
		return { name: name ?? words[0] ?? '', words, build, ...more };
	});
}
