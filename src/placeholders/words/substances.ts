import { hex, type Rgb } from '../colour';
import { rows, words } from '../literals';

export type PatternName =
	| ('planks' | 'bark' | 'stone' | 'cobble' | 'brick' | 'marble' | 'metal' | 'leaves' | 'fabric')
	| ('shingles' | 'scales' | 'fur' | 'straw' | 'smooth' | 'grid' | 'letters');

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

/** Where a word means two substances, the first is meant. */
const table = `
	oak         | planks a8763e 0.45 0.8
	wood        | planks 9a6a3a 0.45 0.8               | wooden timber plank log
	dark wood   | planks 5e3c24 0.45 0.8               | walnut mahogany ebony
	pale wood   | planks cfa873 0.45 0.8               | birch pine ash maple bamboo willow
	stone       | stone 8f8d88 0.4 0.92                | rocky granite concrete slate basalt
	cobblestone | cobble 85827c 0.4 0.92               | cobble masonry
	sandstone   | stone d0b07a 0.4 0.92                | sand sandy desert adobe
	brick       | brick a1533b 0.4 0.92
	marble      | marble e6e3dc 0.3 0.35
	obsidian    | marble 241f2e 0.4 0.2                | onyx
	clay        | smooth b56a45 0.4 0.92               | terracotta earthenware pottery
	iron        | metal 6d7075 0.3 0.55 metallic=0.85  | wrought
	steel       | metal a9aeb5 0.3 0.35 metallic=0.85  | metal metallic chrome aluminium aluminum titanium tin
	silver      | metal d5d8dc 0.3 0.28 metallic=0.85  | platinum mithril
	gold        | metal f0c04a 0.3 0.28 metallic=0.85  | golden gilded
	bronze      | metal a87436 0.3 0.42 metallic=0.85  | brass
	copper      | metal c2714a 0.3 0.38 metallic=0.85
	leather     | smooth 7a4c2c 0.3 0.7
	cloth       | fabric b8aa90 0.25 0.95              | fabric wool woollen velvet silk linen cotton canvas
	straw       | straw cfae5c 0.45 0.95               | thatch thatched hay wicker
	shingles    | shingles 8c4a3a 0.45 0.85
	plaster     | smooth e0d5bd 0.15 0.95
	glass       | smooth bcd9de 0.1 0.1
	ice         | marble b5dcee 0.2 0.15               | icy frozen
	bone        | smooth e3d9bf 0.25 0.75              | skeletal ivory
	plastic     | smooth d9483b 0.06 0.45              | rubber toy vinyl
	porcelain   | smooth eceff0 0.08 0.25              | ceramic china
	paper       | smooth d8c49a 0.15 0.95              | cardboard parchment
	crystal     | smooth 8fd3f2 0.12 0.12 glow=0.12    | diamond crystalline
	ruby        | smooth d01f3c 0.12 0.12 glow=0.12    | garnet
	emerald     | smooth 1fae5e 0.12 0.12 glow=0.12    | jade
	sapphire    | smooth 2a5bd7 0.12 0.12 glow=0.12
	amethyst    | smooth 9a4fd1 0.12 0.12 glow=0.12
	topaz       | smooth f2a33a 0.12 0.12 glow=0.12    | amber
	lava        | cobble e8521c 0.85 0.9 glow=0.6      | magma molten
	bark        | bark 6b4c33 0.5 0.95
	leaf        | leaves 4f8a35 0.45 0.9
	needles     | leaves 2f6440 0.5 0.92
	grass       | leaves 6a9a3c 0.35 0.95              | grassy
	petal       | smooth d8384f 0.15 0.8
	earth       | stone 6a4a32 0.4 1                   | dirt mud muddy soil
	snow        | smooth f1f5f8 0.05 0.9 fixed
	skin        | smooth dba27c 0.08 0.75
	fur         | fur 96683f 0.35 0.95                 | furry fluffy
	scales      | scales 3f8a4a 0.45 0.6               | scaly
	paint       | smooth c8402f 0.06 0.4 metallic=0.1
	prototype   | grid d98a3d 0.35 0.85
	water       | marble 3d87b8 0.25 0.1
`;

/** A row: name, then pattern, colour, contrast, roughness and what few have, then words. */
function toSubstance([name = '', look = '', others = '']: readonly string[]): Substance {
	const [pattern, colour = '', contrast, roughness, extra = ''] = words(look);
	const [key, value] = extra.split('=');
	return {
		name,
		words: words(others),
		pattern: pattern as PatternName,
		colour: hex(colour),
		contrast: Number(contrast),
		roughness: Number(roughness),
		...(key && { [key]: value === undefined || Number(value) }),
	};
}

export const substances: readonly Substance[] = rows(table).map(toSubstance);
