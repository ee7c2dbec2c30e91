import { hex, type Rgb } from '../colour';

export type PatternName =
	| 'planks'
	| 'bark'
	| 'stone'
	| 'cobble'
	| 'brick'
	| 'marble'
	| 'metal'
	| 'leaves'
	| 'fabric'
	| 'shingles'
	| 'scales'
	| 'fur'
	| 'straw'
	| 'smooth'
	| 'grid'
	| 'letters';

/** What a part is made of: how it looks and how light falls on it. */
export interface Substance {
	readonly name: string;
	/** Words that mean it; the name is always one. */
	readonly words?: readonly string[];
	readonly pattern: PatternName;
	readonly colour: Rgb;
	/** How far the pattern goes from the colour: 0 flat, 1 to black. */
	readonly contrast: number;
	readonly metallic?: number;
	readonly roughness: number;
	/** Share of the colour that it shines with by itself. */
	readonly glow?: number;
	/** A colour word does not repaint it (a red snow would be no snow). */
	readonly fixed?: boolean;
}

function wood(name: string, code: string, ...words: string[]): Substance {
	return { name, words, pattern: 'planks', colour: hex(code), contrast: 0.45, roughness: 0.8 };
}

function rock(name: string, code: string, pattern: PatternName, ...words: string[]): Substance {
	return { name, words, pattern, colour: hex(code), contrast: 0.4, roughness: 0.92 };
}

function metal(name: string, code: string, roughness: number, ...words: string[]): Substance {
	return { name, words, pattern: 'metal', colour: hex(code), contrast: 0.3, metallic: 0.85, roughness };
}

function gem(name: string, code: string, ...words: string[]): Substance {
	return { name, words, pattern: 'smooth', colour: hex(code), contrast: 0.12, roughness: 0.12, glow: 0.12 };
}

export const substances: readonly Substance[] = [
	wood('oak', 'a8763e'),
	wood('wood', '9a6a3a', 'wooden', 'timber', 'plank', 'log'),
	wood('dark wood', '5e3c24', 'walnut', 'mahogany', 'ebony'),
	wood('pale wood', 'cfa873', 'birch', 'pine', 'ash', 'maple', 'bamboo', 'willow'),
	rock('stone', '8f8d88', 'stone', 'rocky', 'granite', 'concrete', 'slate', 'basalt'),
	rock('cobblestone', '85827c', 'cobble', 'cobble', 'masonry'),
	rock('sandstone', 'd0b07a', 'stone', 'sand', 'sandy', 'desert', 'adobe'),
	rock('brick', 'a1533b', 'brick'),
	{ ...rock('marble', 'e6e3dc', 'marble'), contrast: 0.3, roughness: 0.35 },
	{ ...rock('obsidian', '241f2e', 'marble', 'onyx'), roughness: 0.2 },
	rock('clay', 'b56a45', 'smooth', 'terracotta', 'earthenware', 'pottery'),
	metal('iron', '6d7075', 0.55, 'wrought'),
	metal('steel', 'a9aeb5', 0.35, 'metal', 'metallic', 'chrome', 'aluminium', 'aluminum', 'titanium', 'tin'),
	metal('silver', 'd5d8dc', 0.28, 'platinum', 'mithril'),
	metal('gold', 'f0c04a', 0.28, 'golden', 'gilded'),
	metal('bronze', 'a87436', 0.42, 'brass'),
	metal('copper', 'c2714a', 0.38),
	{ name: 'leather', pattern: 'smooth', colour: hex('7a4c2c'), contrast: 0.3, roughness: 0.7 },
	{
		name: 'cloth',
		words: ['fabric', 'wool', 'woollen', 'velvet', 'silk', 'linen', 'cotton', 'canvas'],
		pattern: 'fabric',
		colour: hex('b8aa90'),
		contrast: 0.25,
		roughness: 0.95,
	},
	{
		name: 'straw',
		words: ['thatch', 'thatched', 'hay', 'wicker'],
		pattern: 'straw',
		colour: hex('cfae5c'),
		contrast: 0.45,
		roughness: 0.95,
	},
	{ name: 'shingles', pattern: 'shingles', colour: hex('8c4a3a'), contrast: 0.45, roughness: 0.85 },
	{ name: 'plaster', pattern: 'smooth', colour: hex('e0d5bd'), contrast: 0.15, roughness: 0.95 },
	{ name: 'glass', pattern: 'smooth', colour: hex('bcd9de'), contrast: 0.1, roughness: 0.1 },
	{
		name: 'ice',
		words: ['icy', 'frozen'],
		pattern: 'marble',
		colour: hex('b5dcee'),
		contrast: 0.2,
		roughness: 0.15,
	},
	{
		name: 'bone',
		words: ['skeletal', 'ivory'],
		pattern: 'smooth',
		colour: hex('e3d9bf'),
		contrast: 0.25,
		roughness: 0.75,
	},
	{
		name: 'plastic',
		words: ['rubber', 'toy', 'vinyl'],
		pattern: 'smooth',
		colour: hex('d9483b'),
		contrast: 0.06,
		roughness: 0.45,
	},
	{
		name: 'porcelain',
		words: ['ceramic', 'china'],
		pattern: 'smooth',
		colour: hex('eceff0'),
		contrast: 0.08,
		roughness: 0.25,
	},
	{
		name: 'paper',
		words: ['cardboard', 'parchment'],
		pattern: 'smooth',
		colour: hex('d8c49a'),
		contrast: 0.15,
		roughness: 0.95,
	},
	gem('crystal', '8fd3f2', 'diamond', 'crystalline'),
	gem('ruby', 'd01f3c', 'garnet'),
	gem('emerald', '1fae5e', 'jade'),
	gem('sapphire', '2a5bd7'),
	gem('amethyst', '9a4fd1'),
	gem('topaz', 'f2a33a', 'amber'),
	{
		name: 'lava',
		words: ['magma', 'molten'],
		pattern: 'cobble',
		colour: hex('e8521c'),
		contrast: 0.85,
		roughness: 0.9,
		glow: 0.6,
	},
	{ name: 'bark', pattern: 'bark', colour: hex('6b4c33'), contrast: 0.5, roughness: 0.95 },
	{ name: 'leaf', pattern: 'leaves', colour: hex('4f8a35'), contrast: 0.45, roughness: 0.9 },
	{ name: 'needles', pattern: 'leaves', colour: hex('2f6440'), contrast: 0.5, roughness: 0.92 },
	{
		name: 'grass',
		words: ['grassy'],
		pattern: 'leaves',
		colour: hex('6a9a3c'),
		contrast: 0.35,
		roughness: 0.95,
	},
	{ name: 'petal', pattern: 'smooth', colour: hex('d8384f'), contrast: 0.15, roughness: 0.8 },
	{
		name: 'earth',
		words: ['dirt', 'mud', 'muddy', 'soil'],
		pattern: 'stone',
		colour: hex('6a4a32'),
		contrast: 0.4,
		roughness: 1,
	},
	{ name: 'snow', pattern: 'smooth', colour: hex('f1f5f8'), contrast: 0.05, roughness: 0.9, fixed: true },
	{ name: 'skin', pattern: 'smooth', colour: hex('dba27c'), contrast: 0.08, roughness: 0.75 },
	{
		name: 'fur',
		words: ['furry', 'fluffy'],
		pattern: 'fur',
		colour: hex('96683f'),
		contrast: 0.35,
		roughness: 0.95,
	},
	{
		name: 'scales',
		words: ['scaly'],
		pattern: 'scales',
		colour: hex('3f8a4a'),
		contrast: 0.45,
		roughness: 0.6,
	},
	{ name: 'paint', pattern: 'smooth', colour: hex('c8402f'), contrast: 0.06, metallic: 0.1, roughness: 0.4 },
	{ name: 'prototype', pattern: 'grid', colour: hex('d98a3d'), contrast: 0.35, roughness: 0.85 },
	{ name: 'water', pattern: 'marble', colour: hex('3d87b8'), contrast: 0.25, roughness: 0.1 },
];
