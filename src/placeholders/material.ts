import { lit, type Rgb } from './colour';
import type { Patches } from './words/finish';
import type { Looks } from './words/look';
import type { PatternName, Substance } from './words/substances';

/** A surface as it goes into the file; parts with the same name share one material. */
export interface Material {
	readonly name: string;
	readonly pattern: PatternName;
	readonly colour: Rgb;
	readonly contrast: number;
	readonly metallic: number;
	readonly roughness: number;
	readonly glow: number;
	readonly patches: readonly Patches[];
	/** Text painted on it (pattern `letters`). */
	readonly text?: string;
	/** Width against height of such a panel. */
	readonly aspect?: number;
}

/** A substance in a colour, with what the words say about its age. */
export function materialOf(
	name: string,
	substance: Substance,
	colour: Rgb | undefined,
	{ finishes }: Looks,
	writing?: { readonly text: string; readonly aspect: number },
): Material {
	const painted = substance.fixed ? substance.colour : (colour ?? substance.colour);
	const sum = (of: 'wear' | 'roughen' | 'glow'): number =>
		finishes.reduce((total, finish) => total + (finish[of] ?? 0), 0);
	const shade = finishes.reduce((product, finish) => product * (finish.shade ?? 1), 1);
	return {
		name,
		pattern: writing ? 'letters' : substance.pattern,
		colour: lit(painted, shade),
		contrast: Math.min(0.85, substance.contrast + sum('wear')),
		metallic: substance.metallic ?? 0,
		roughness: Math.min(1, Math.max(0.08, substance.roughness + sum('roughen'))),
		glow: Math.min(1, (substance.glow ?? 0) + sum('glow')),
		patches: finishes.flatMap(({ patches }) => patches ?? []),
		...writing,
	};
}
