import { arc } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { corners } from './layout';

/** Flames in a fire: how wide and tall, how far they lean (degrees), how far out and around they stand. */
const core = { wide: 0.17, tall: 0.5, lean: 8, out: 0.2, turn: 25 };
const tongues: readonly (typeof core)[] = [
	{ wide: 0.26, tall: 1, lean: 0, out: 0, turn: 0 },
	{ wide: 0.17, tall: 0.66, lean: 20, out: 0.16, turn: 115 },
	{ wide: 0.16, tall: 0.56, lean: 22, out: 0.17, turn: 230 },
	{ wide: 0.16, tall: 0.74, lean: 14, out: 0.15, turn: 345 },
	core,
];

/** A fire that stands on a point. */
function addFlame(parts: PartBuilder, at: Vec3, size: number): void {
	const outer = parts.glowMaterial('flame', 'f2601c', 0.9);
	const inner = parts.glowMaterial('flame core', 'ffc83c', 0.9);
	for (const tongue of tongues) {
		const { wide, tall, lean, out, turn } = tongue;
		const profile = `0.05 0, ${wide} ${tall * 0.28}, ${wide * 0.6} ${tall * 0.6}, 0 ${tall}`;
		parts.group({ at, turn: [0, turn, 0], scale: size }, () => {
			const pose = { at: [0, 0, out], turn: [lean, 0, 0], flat: true } as const;
			parts.lathe(tongue === core ? inner : outer, profile, 7, pose);
		});
	}
}

export function addTorch(parts: PartBuilder): void {
	if (parts.hasWord('brazier')) {
		const iron = parts.mainMaterial('iron');
		parts.lathe(iron, '0.1 0.55, 0.3 0.68, 0.36 0.85, 0.32 0.85, 0.26 0.75', 14);
		parts.around(3, () => parts.tube(iron, '0.34 0 0, 0.12 0.5 0, 0.3 0.85 0', 0.025, 6));
		addFlame(parts, [0, 0.76, 0], 0.7);
		return;
	}
	parts.cylinder(parts.mainMaterial('wood'), [0.022, 0.035, 0.5], 8);
	const wrap = parts.accentMaterial('cloth', '6e5638');
	parts.lathe(wrap, '0.038 0, 0.055 0.05, 0.052 0.12', 10, { at: [0, 0.42, 0] });
	parts.ring(parts.accentMaterial('iron'), 0.04, 0.009, 10, { at: [0, 0.43, 0], turn: [90, 0, 0] });
	addFlame(parts, [0, 0.52, 0], 0.26);
}

export function addCampfire(parts: PartBuilder): void {
	const { random } = parts;
	const [wood, stone] = [parts.mainMaterial('bark'), parts.accentMaterial('stone')];
	parts.around(6, () => {
		parts.group({ turn: [0, random.between(-8, 8), 0] }, () => {
			parts.cylinder(wood, [0.065, 0.055, 0.62], 7, { at: [0, 0.03, 0.42], turn: [-52, 0, 0] });
		});
	});
	parts.around(10, () => {
		const size = random.between(0.1, 0.14);
		parts.blob(stone, [size, size * 0.8, size], 0.15, 1, { at: [0.6, size * 0.5, 0] });
	});
	parts.cylinder(parts.fixedMaterial('earth', '2c2622'), [0.56, 0.5, 0.04], 12);
	addFlame(parts, [0, 0.1, 0], 0.8);
}

/** A caged light whose bottom is at y = 0; about 0.42 m tall. */
function addCage(parts: PartBuilder): void {
	const iron = parts.mainMaterial('iron', '3c3e42');
	parts.box(iron, [0.24, 0.04, 0.24]);
	parts.box(parts.glowMaterial('glow', 'ffd27a', 0.85), [0.15, 0.22, 0.15], { at: [0, 0.04, 0] });
	for (const [x, z] of corners) parts.box(iron, [0.025, 0.24, 0.025], { at: [x * 0.095, 0.03, z * 0.095] });
	parts.box(iron, [0.26, 0.03, 0.26], { at: [0, 0.26, 0] });
	parts.box(iron, [0.24, 0.11, 0.24], { at: [0, 0.29, 0], taper: 0.3 });
}

export function addLantern(parts: PartBuilder): void {
	addCage(parts);
	parts.ring(parts.mainMaterial('iron', '3c3e42'), 0.06, 0.01, 12, { at: [0, 0.45, 0] });
}

export function addStreetLamp(parts: PartBuilder): void {
	const iron = parts.mainMaterial('iron', '3c3e42');
	parts.lathe(iron, '0.2 0, 0.2 0.12, 0.1 0.25, 0.06 0.5, 0.05 2.9, 0.09 2.95, 0.09 3', 10);
	parts.group({ at: [0, 3, 0], scale: 1.6 }, () => addCage(parts));
	parts.sphere(iron, 0.05, 8, { at: [0, 3.66, 0] });
}

export function addLamp(parts: PartBuilder): void {
	const bronze = parts.mainMaterial('bronze');
	if (parts.hasWord('candle', 'candlestick', 'chandelier')) {
		parts.lathe(bronze, '0.07 0, 0.065 0.012, 0.018 0.03, 0.018 0.06, 0.035 0.075, 0.03 0.08', 14);
		parts.cylinder(parts.fixedMaterial('bone', 'efe6cc'), [0.022, 0.02, 0.14], 10, { at: [0, 0.075, 0] });
		parts.tube(bronze, arc(0.028, -90, 90, parts.segments(8)), 0.005, 5, { at: [0.05, 0.03, 0] });
		addFlame(parts, [0, 0.212, 0], 0.055);
		return;
	}
	const foot = '0.13 0, 0.12 0.025, 0.03 0.05, 0.05 0.12, 0.03 0.2, 0.016 0.22, 0.016 0.34';
	parts.lathe(bronze, foot, 16);
	const shade = { at: [0, 0.3, 0], open: true } as const;
	parts.lathe(parts.accentMaterial('cloth', 'f0dca8'), '0.2 0, 0.11 0.22, 0.1 0.22, 0.19 0.005', 18, shade);
	parts.sphere(parts.glowMaterial('bulb', 'ffe9ae', 0.9), 0.05, 10, { at: [0, 0.38, 0] });
}
