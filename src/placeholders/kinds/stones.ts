import { panel } from '../mesh/panel';
import type { PartBuilder } from '../partBuilder';
import { archPoints, onCircle, scatterAngle } from './layout';

export function addRock(parts: PartBuilder): void {
	const { random } = parts;
	const stone = parts.mainMaterial('stone');
	const wide = random.between(0.5, 0.75);
	const size = [wide, random.between(0.38, 0.5), wide * random.between(0.7, 0.95)] as const;
	parts.blob(stone, size, 0.16, 1, { at: [0, size[1] * 0.72, 0], turn: [0, random.between(0, 360), 0] });
	for (const side of [-1, 1]) {
		const small = size[1] * random.between(0.35, 0.6);
		const at = [side * size[0] * 0.85, small * 0.5, random.between(-0.2, 0.4)] as const;
		parts.blob(stone, [small, small * 0.8, small], 0.2, 1, { at });
	}
	if (!parts.hasWord('ore', 'vein')) return;
	const vein = parts.accentMaterial('gold');
	for (let index = 0; index < 7; index++) {
		const [x, , z] = onCircle(index * scatterAngle, 0.8);
		const at = [x * size[0], size[1] * (0.5 + 0.12 * index), z * size[2]] as const;
		parts.blob(vein, [0.09, 0.09, 0.09], 0.2, 0, { at });
	}
}

export function addGem(parts: PartBuilder): void {
	const fallback = parts.random.pick(['ruby', 'emerald', 'sapphire', 'amethyst']);
	const material = parts.mainMaterial(parts.hasWord('diamond') ? 'crystal' : fallback);
	parts.lathe(material, '0 0, 0.06 0.07, 0.045 0.1', 8, { flat: true });
}

/** The profile of a crystal, its point up. */
function shard(radius: number, height: number): string {
	return `${radius * 0.7} 0, ${radius} ${height * 0.2}, ${radius * 0.9} ${height * 0.72}, 0 ${height}`;
}

export function addCrystals(parts: PartBuilder): void {
	const { random } = parts;
	const crystal = parts.mainMaterial('crystal', '8a6af0');
	const shards = random.whole(6, 8);
	const tallest = { at: [0, -0.03, 0], turn: [3, 0, 4], flat: true } as const;
	parts.lathe(crystal, shard(0.16, 1.05 * random.vary(0.1)), 6, tallest);
	parts.around(shards, () => {
		const tall = random.between(0.35, 0.75);
		parts.group({ turn: [0, random.between(-12, 12), 0] }, () => {
			const turn = [random.between(18, 42), 0, 0] as const;
			parts.lathe(crystal, shard(tall * 0.14, tall), 6, { at: [0, -0.02, 0.12], turn, flat: true });
		});
	});
	parts.blob(parts.accentMaterial('stone', '5a5660'), [0.42, 0.14, 0.42], 0.15, 1, { at: [0, 0.03, 0] });
}

export function addGravestone(parts: PartBuilder): void {
	const stone = parts.mainMaterial('stone', '83858a');
	// The stone at the head and the mound before it: the middle of both is the middle of the grave.
	parts.group({ at: [0, 0, -0.6] }, () => {
		const lean = [0, 0, parts.random.between(-4, 4)] as const;
		parts.box(stone, [0.8, 0.12, 0.36], { taper: 0.94 });
		const outline = [[-0.3, 0] as const, [0.3, 0] as const, ...archPoints(8, 0.3, 0.28, 0.62)];
		parts.prism(stone, outline, 0.14, { at: [0, 0.1, 0], turn: lean });
		const text = parts.textMaterial('stone', 'rip', 2, '7c7e83');
		parts.add(text, panel(0.44, 0.22), { at: [0, 0.55, 0.0725], turn: lean });
		const mound = { at: [0, 0, 0.82], taper: [0.75, 0.85] } as const;
		parts.box(parts.fixedMaterial('earth'), [0.62, 0.1, 1.3], mound);
	});
}

export function addPillar(parts: PartBuilder): void {
	const stone = parts.mainMaterial('marble');
	if (parts.hasWord('obelisk', 'monolith')) {
		parts.box(stone, [1.2, 0.3, 1.2], { taper: 0.9 });
		parts.box(stone, [0.8, 3.4, 0.8], { at: [0, 0.3, 0], taper: 0.65 });
		parts.box(stone, [0.52, 0.5, 0.52], { at: [0, 3.7, 0], taper: 0 });
		return;
	}
	const tall = parts.hasWord('pedestal') ? 0.6 : 2.6;
	parts.box(stone, [0.8, 0.15, 0.8]);
	parts.cylinder(stone, [0.36, 0.3, 0.12], 16, { at: [0, 0.15, 0] });
	parts.lathe(stone, `0.28 0, 0.27 ${tall * 0.5}, 0.23 ${tall}`, 16, { at: [0, 0.25, 0] });
	parts.cylinder(stone, [0.24, 0.34, 0.14], 16, { at: [0, tall + 0.25, 0] });
	parts.box(stone, [0.76, 0.14, 0.76], { at: [0, tall + 0.39, 0] });
}
