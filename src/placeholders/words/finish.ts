import { hex, type Rgb } from '../colour';
import { words } from '../literals';

/** Blotches of another colour over a surface, covering `share` of it. */
export interface Patches {
	readonly name: string;
	readonly colour: Rgb;
	readonly share: number;
}

/** What age, weather and light did to a surface. */
export interface Finish {
	readonly words: readonly string[];
	/** Factor of brightness. */
	readonly shade?: number;
	/** Added contrast of the pattern. */
	readonly wear?: number;
	readonly roughen?: number;
	readonly patches?: Patches;
	readonly glow?: number;
	/** Whatever faces the sky is covered with snow. */
	readonly snow?: boolean;
}

function patches(name: string, code: string, share: number): Patches {
	return { name, colour: hex(code), share };
}

const age = 'weathered old worn ancient aged dusty abandoned ruined broken battered damaged cracked';

const effects: readonly (readonly [words: string, effect: Omit<Finish, 'words'>])[] = [
	[age, { shade: 0.82, wear: 0.2, roughen: 0.2, patches: patches('wear', '6f675c', 0.22) }],
	['dirty filthy grimy', { shade: 0.8, roughen: 0.2, patches: patches('dirt', '4a3a28', 0.35) }],
	['rusty rusted corroded', { shade: 0.85, roughen: 0.35, patches: patches('rust', '9a4a22', 0.5) }],
	[
		'burnt burned charred scorched blackened',
		{ shade: 0.4, wear: 0.15, roughen: 0.2, patches: patches('soot', '17140f', 0.5) },
	],
	['mossy overgrown moss', { roughen: 0.1, patches: patches('moss', '55762c', 0.42) }],
	['bloodstained gory', { patches: patches('blood', '6e1210', 0.25) }],
	['snowy snow snowcovered wintry winter frosty', { snow: true }],
	['glowing luminous neon radiant magic magical enchanted', { glow: 0.35 }],
	['shiny polished new clean glossy', { shade: 1.08, roughen: -0.25 }],
	['dark shadow evil cursed gloomy', { shade: 0.55 }],
	['light pale bright pastel', { shade: 1.25 }],
];

export const finishes: readonly Finish[] = effects.map(([text, effect]) => ({
	words: words(text),
	...effect,
}));
