import { hex, type Rgb } from '../colour';

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

export const finishes: readonly Finish[] = [
	{
		words: [
			'weathered',
			'old',
			'worn',
			'ancient',
			'aged',
			'dusty',
			'abandoned',
			'ruined',
			'broken',
			'battered',
			'damaged',
			'cracked',
		],
		shade: 0.82,
		wear: 0.2,
		roughen: 0.2,
		patches: { name: 'wear', colour: hex('6f675c'), share: 0.22 },
	},
	{
		words: ['dirty', 'filthy', 'grimy'],
		shade: 0.8,
		roughen: 0.2,
		patches: { name: 'dirt', colour: hex('4a3a28'), share: 0.35 },
	},
	{
		words: ['rusty', 'rusted', 'corroded'],
		shade: 0.85,
		roughen: 0.35,
		patches: { name: 'rust', colour: hex('9a4a22'), share: 0.5 },
	},
	{
		words: ['burnt', 'burned', 'charred', 'scorched', 'blackened'],
		shade: 0.4,
		wear: 0.15,
		roughen: 0.2,
		patches: { name: 'soot', colour: hex('17140f'), share: 0.5 },
	},
	{
		words: ['mossy', 'overgrown', 'moss'],
		roughen: 0.1,
		patches: { name: 'moss', colour: hex('55762c'), share: 0.42 },
	},
	{ words: ['bloodstained', 'gory'], patches: { name: 'blood', colour: hex('6e1210'), share: 0.25 } },
	{ words: ['snowy', 'snow', 'snowcovered', 'wintry', 'winter', 'frosty'], snow: true },
	{ words: ['glowing', 'luminous', 'neon', 'radiant', 'magic', 'magical', 'enchanted'], glow: 0.35 },
	{ words: ['shiny', 'polished', 'new', 'clean', 'glossy'], shade: 1.08, roughen: -0.25 },
	{ words: ['dark', 'shadow', 'evil', 'cursed', 'gloomy'], shade: 0.55 },
	{ words: ['light', 'pale', 'bright', 'pastel'], shade: 1.25 },
];
