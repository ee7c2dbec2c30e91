import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { faceted, sheets } from '../mesh/facets';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { tube } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';
import { frond } from './trees';

export const bush: Kind = {
	name: 'bush',
	words: ['bush', 'shrub', 'hedge', 'thicket'],
	build(bench) {
		const leaves = bench.tint('leaf', bench.says('autumn') ? 'c07a2c' : undefined);
		if (bench.says('hedge')) {
			bench.add(leaves, box(2, 1.1, 0.6, 0.94));
			for (const x of [-0.7, -0.2, 0.35, 0.8]) {
				bench.add(leaves, blob([0.36, 0.16, 0.32], 0.14, bench.detail(1), bench.random), {
					at: [x, 1.05, 0],
				});
			}
			return;
		}
		const clumps = bench.random.whole(4, 6);
		bench.add(leaves, blob([0.5, 0.5, 0.5], 0.1, bench.detail(2), bench.random), { at: [0, 0.5, 0] });
		for (let clump = 0; clump < clumps; clump++) {
			const angle = (clump / clumps) * 6.28 + bench.random.between(0, 0.6);
			const size = bench.random.between(0.26, 0.38);
			bench.add(leaves, blob([size, size * 0.9, size], 0.12, bench.detail(1), bench.random), {
				at: [Math.cos(angle) * 0.42, size * 0.85, Math.sin(angle) * 0.42],
			});
		}
		if (!bench.says('berry', 'flower', 'flowering')) return;
		for (let berry = 0; berry < 12; berry++) {
			const angle = berry * 2.4;
			const y = 0.3 + (berry / 12) * 0.6;
			const out = 0.52 + (1 - Math.abs(y - 0.45)) * 0.12;
			bench.add(bench.trim('petal'), sphere(0.05, bench.round(6)), {
				at: [Math.cos(angle) * out, y, Math.sin(angle) * out],
			});
		}
	},
};

export const mushroom: Kind = {
	name: 'mushroom',
	words: ['mushroom', 'toadstool', 'fungus'],
	build(bench) {
		const tall = 0.34 * bench.random.vary(0.15);
		const wide = 0.26 * bench.random.vary(0.15);
		const around = bench.round(16, 6);
		bench.add(
			bench.plain('bone', 'ece4d0'),
			lathe(
				[
					[0.09, 0],
					[0.065, 0.05],
					[0.055, tall],
					[0.07, tall + 0.02],
				],
				around,
			),
		);
		bench.add(
			bench.body('petal', 'c8362c'),
			lathe(
				[
					[0.06, tall - 0.01],
					[wide, tall - 0.03],
					[wide * 0.98, tall + 0.03],
					[wide * 0.75, tall + 0.12],
					[wide * 0.4, tall + 0.17],
					[0, tall + 0.19],
				],
				around,
			),
		);
		const spots = bench.trim('bone', 'f6f1e6');
		for (let spot = 0; spot < 8; spot++) {
			const angle = spot * 2.4;
			const out = spot < 5 ? 0.86 : 0.5;
			const at: Vec3 = [
				Math.cos(angle) * wide * out,
				tall + (spot < 5 ? 0.08 : 0.155),
				Math.sin(angle) * wide * out,
			];
			bench.add(spots, sphere(0.032, bench.round(8)), { at, scale: [1, 0.7, 1] });
		}
	},
};

export const flower: Kind = {
	name: 'flower',
	words: ['flower', 'rose', 'tulip', 'daisy', 'sunflower', 'lily', 'blossom', 'poppy', 'orchid'],
	build(bench) {
		const sunny = bench.says('sunflower');
		const [tall, petals] = [sunny ? 1.4 : 0.45, sunny ? 14 : bench.random.whole(6, 8)];
		const size = sunny ? 0.2 : 0.11;
		const bends = bench.random.between(-0.04, 0.04);
		const green = bench.plain('leaf');
		bench.add(
			green,
			tube(
				[
					[0, 0, 0],
					[bends, tall * 0.5, 0],
					[0, tall, 0],
				],
				0.012 * (sunny ? 2 : 1),
				bench.round(6),
			),
		);
		for (const turn of [60, 200]) {
			bench.add(green, frond(size * 1.8, size * 0.8, 0.12, 0.1, bench.round(3, 2)), {
				at: [0, tall * 0.25, 0],
				turn: [0, turn, 0],
			});
		}
		const colour =
			sunny || bench.says('daisy')
				? sunny
					? 'f2c12a'
					: 'f4f2ec'
				: bench.random.pick(['d8384f', 'e08ac0', '8a5ad0', 'f0b030']);
		const petal = bench.tint('petal', colour);
		bench.group({ at: [0, tall, 0], turn: [sunny ? 65 : 30, 0, 0] }, () => {
			for (let index = 0; index < petals; index++) {
				bench.add(petal, frond(size, size * 0.75, 0.05, 0.035, bench.round(3, 2)), {
					turn: [0, (index / petals) * 360, 0],
				});
			}
			const heart = bench.plain('petal', sunny ? '5a3a1e' : 'f0c23a');
			bench.add(heart, sphere(size * (sunny ? 0.5 : 0.3), bench.round(10)), {
				at: [0, 0.012, 0],
				scale: [1, 0.5, 1],
			});
		});
	},
};

export const grass: Kind = {
	name: 'grass',
	words: ['grass', 'weed', 'wheat', 'reed', 'fern'],
	build(bench) {
		const green = bench.tint('grass', bench.says('wheat', 'dry') ? 'd4b04a' : undefined);
		const blades = 26;
		for (let index = 0; index < blades; index++) {
			const angle = index * 2.4;
			const out = 0.26 * Math.sqrt(index / blades);
			const tall = bench.random.between(0.25, 0.5);
			const lean = bench.random.between(0.02, 0.16);
			const tip: Vec3 = [0, tall, lean];
			const mesh = sheets([
				[
					[-0.02, 0, 0],
					[0.02, 0, 0],
					[0.013, tall * 0.6, lean * 0.35],
					[-0.013, tall * 0.6, lean * 0.35],
				],
				[[-0.013, tall * 0.6, lean * 0.35], [0.013, tall * 0.6, lean * 0.35], tip],
			]);
			bench.add(green, mesh, {
				at: [Math.cos(angle) * out, 0, Math.sin(angle) * out],
				turn: [0, bench.random.between(0, 360), 0],
			});
		}
	},
};

export const plant: Kind = {
	name: 'potted plant',
	words: ['plant', 'houseplant', 'potted plant', 'potted flower', 'sprout'],
	build(bench) {
		const around = bench.round(16, 6);
		bench.add(
			bench.trim('clay'),
			lathe(
				[
					[0.13, 0],
					[0.18, 0.24],
					[0.2, 0.24],
					[0.2, 0.3],
					[0.17, 0.3],
					[0.165, 0.26],
				],
				around,
			),
		);
		bench.add(bench.plain('earth'), cylinder(0.168, 0.168, 0.01, around), { at: [0, 0.26, 0] });
		const leaves = bench.tint('leaf');
		for (let index = 0; index < 11; index++) {
			const inner = index > 6;
			const mesh = frond(
				inner ? 0.32 : 0.48,
				0.16,
				inner ? 0.6 : 0.42,
				inner ? 0.15 : 0.3,
				bench.round(4, 2),
			);
			bench.add(leaves, mesh, { at: [0, 0.27, 0], turn: [0, index * 51 + bench.random.between(-8, 8), 0] });
		}
	},
};

export const cactus: Kind = {
	name: 'cactus',
	words: ['cactus', 'succulent'],
	build(bench) {
		const green = bench.tint('grass', '4e8a4a');
		const tall = 1.7 * bench.random.vary(0.12);
		const around = bench.round(10);
		const bulb = (radius: number, height: number) =>
			faceted(
				lathe(
					[
						[radius * 0.85, 0],
						[radius, height * 0.5],
						[radius * 0.95, height - radius * 0.7],
						[radius * 0.6, height - radius * 0.2],
						[0, height],
					],
					around,
				),
			);
		bench.add(green, bulb(0.2, tall));
		for (const side of [-1, 1]) {
			const y = tall * bench.random.between(0.35, 0.55);
			bench.add(
				green,
				tube(
					[
						[0, y, 0],
						[side * 0.3, y, 0],
						[side * 0.4, y + 0.1, 0],
					],
					0.11,
					around,
				),
			);
			bench.add(green, bulb(0.12, tall * bench.random.between(0.3, 0.42)), { at: [side * 0.4, y + 0.05, 0] });
		}
		bench.add(bench.trim('petal', 'e86aa0'), blob([0.08, 0.06, 0.08], 0.3, 0, bench.random), {
			at: [0, tall + 0.02, 0],
		});
	},
};
