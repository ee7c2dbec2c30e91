import { posed } from '../mesh/pose';
import { prism } from '../mesh/prism';
import { arc } from '../mesh/tube';
import type { Vec2 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { archPoints } from './layout';

export function addBarrel(parts: PartBuilder): void {
	const [wood, iron] = [parts.mainMaterial('oak'), parts.accentMaterial('iron')];
	const belly = 0.36 * parts.random.vary(0.06);
	const height = 0.9 * parts.random.vary(0.05);
	const end = belly * 0.8;
	const radius = (y: number): number => belly - (belly - end) * (2 * (y / height) - 1) ** 2;
	const shares = [0, 0.15, 0.32, 0.5, 0.68, 0.85, 1];
	const staves = shares.map((share): Vec2 => [radius(share * height), share * height]);
	parts.lathe(wood, [...staves, [end - 0.03, height], [end - 0.03, height - 0.04]], 20);
	for (const share of [0.06, 0.28, 0.72, 0.94]) {
		const [low, high] = [share * height - 0.025, share * height + 0.025];
		parts.lathe(iron, `${radius(low) + 0.012} ${low}, ${radius(high) + 0.012} ${high}`, 20, { open: true });
	}
	parts.cylinder(wood, [0.04, 0.03, 0.035], 8, { at: [0, height / 2, belly - 0.005], turn: [90, 0, 0] });
}

export function addCrate(parts: PartBuilder): void {
	const [boards, frame] = [parts.mainMaterial('wood'), parts.accentMaterial('dark wood')];
	const size = 0.8 * parts.random.vary(0.05);
	const [half, beam] = [size / 2, size * 0.12];
	const inner = size - 2 * beam;
	parts.box(boards, [size * 0.94, size * 0.94, size * 0.94], { at: [0, size * 0.03, 0] });
	parts.around(4, () => {
		const [x, z] = [half - beam / 2, half - beam / 2];
		parts.box(frame, [beam, size, beam], { at: [x, 0, z] });
		for (const y of [0, size - beam]) parts.box(frame, [inner, beam, beam], { at: [0, y, z] });
		const brace = { at: [inner / 2, beam, half - 0.025], turn: [0, 0, 45] } as const;
		parts.box(frame, [beam * 0.8, inner * Math.SQRT2, 0.03], brace);
	});
}

export function addChest(parts: PartBuilder): void {
	const [wood, iron] = [parts.mainMaterial('oak'), parts.accentMaterial('iron')];
	const [width, depth, low] = [0.9 * parts.random.vary(0.06), 0.55, 0.38];
	const lid = (radius: number, length: number) =>
		posed(prism(archPoints(8, radius, radius * 0.75), length), { turn: [0, 90, 0] });
	parts.box(wood, [width, low, depth]);
	parts.add(wood, lid(depth / 2, width), { at: [0, low + 0.015, 0] });
	parts.box(iron, [width + 0.01, 0.015, depth + 0.01], { at: [0, low, 0] });
	for (const side of [-1, 0, 1]) {
		const x = side * (width / 2 - 0.05);
		parts.box(iron, [0.07, low + 0.002, depth + 0.03], { at: [x, 0, 0] });
		parts.add(iron, lid(depth / 2 + 0.015, 0.07), { at: [x, low + 0.015, 0] });
	}
	parts.box(parts.accentMaterial('gold'), [0.13, 0.15, 0.03], { at: [0, low - 0.1, depth / 2 + 0.02] });
	const keyhole = parts.fixedMaterial('paint', '1c1c1c');
	parts.box(keyhole, [0.025, 0.05, 0.01], { at: [0, low - 0.06, depth / 2 + 0.033] });
}

export function addBucket(parts: PartBuilder): void {
	const iron = parts.accentMaterial('iron');
	parts.lathe(parts.mainMaterial('oak'), '0.12 0, 0.16 0.32, 0.145 0.32, 0.115 0.04', 18);
	for (const y of [0.05, 0.24]) {
		const radius = 0.123 + 0.125 * y;
		parts.lathe(iron, `${radius} ${y}, ${radius + 0.004} ${y + 0.03}`, 18, { open: true });
	}
	const handle = arc(0.158, 0, 180, parts.segments(12));
	parts.tube(iron, handle, 0.008, 6, { at: [0, 0.3, 0], turn: [12, 0, 0] });
}

export function addSack(parts: PartBuilder): void {
	const cloth = parts.mainMaterial('cloth');
	parts.blob(cloth, [0.27, 0.3, 0.22], 0.05, 2, { at: [0, 0.28, 0] });
	parts.lathe(cloth, '0.06 0, 0.13 0.14, 0.08 0.13', 10, { at: [0, 0.55, 0] });
	parts.ring(parts.accentMaterial('leather'), 0.075, 0.016, 12, { at: [0, 0.57, 0], turn: [90, 0, 0] });
}
