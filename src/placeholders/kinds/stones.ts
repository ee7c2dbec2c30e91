import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { faceted } from '../mesh/facets';
import { cylinder, lathe } from '../mesh/lathe';
import { panel } from '../mesh/panel';
import { prism } from '../mesh/prism';
import type { Vec2 } from '../mesh/vector';

export const rock: Kind = {
	name: 'rock',
	words: ['rock', 'boulder', 'pebble', 'meteor', 'asteroid', 'ore'],
	weak: ['stone', 'cliff'],
	build(bench) {
		const stone = bench.body('stone');
		const wide = bench.random.between(0.5, 0.75);
		const size = [wide, bench.random.between(0.38, 0.5), wide * bench.random.between(0.7, 0.95)] as const;
		bench.add(stone, blob(size, 0.16, bench.detail(2) > 0 ? 1 : 0, bench.random), {
			at: [0, size[1] * 0.72, 0],
			turn: [0, bench.random.between(0, 360), 0],
		});
		for (const side of [-1, 1]) {
			const small = size[1] * bench.random.between(0.35, 0.6);
			bench.add(stone, blob([small, small * 0.8, small], 0.2, bench.detail(1), bench.random), {
				at: [side * size[0] * 0.85, small * 0.5, bench.random.between(-0.2, 0.4)],
			});
		}
		if (!bench.says('ore', 'vein')) return;
		for (let index = 0; index < 7; index++) {
			const angle = index * 2.4;
			bench.add(bench.trim('gold'), blob([0.09, 0.09, 0.09], 0.2, 0, bench.random), {
				at: [
					Math.cos(angle) * size[0] * 0.8,
					size[1] * (0.5 + 0.12 * index),
					Math.sin(angle) * size[2] * 0.8,
				],
			});
		}
	},
};

const cut = (radius: number, height: number): readonly Vec2[] => [
	[radius * 0.7, 0],
	[radius, height * 0.2],
	[radius * 0.9, height * 0.72],
	[0, height],
];

export const gem: Kind = {
	name: 'gem',
	words: ['gem', 'gemstone', 'jewel'],
	weak: ['diamond', 'ruby', 'emerald', 'sapphire', 'amethyst', 'topaz', 'jade'],
	build(bench) {
		const sides = bench.round(8, 6);
		const profile = [
			[0, 0],
			[0.06, 0.07],
			[0.045, 0.1],
		] as const;
		const fallback = bench.random.pick(['ruby', 'emerald', 'sapphire', 'amethyst']);
		bench.add(bench.body(bench.says('diamond') ? 'crystal' : fallback), faceted(lathe(profile, sides)));
	},
};

export const crystals: Kind = {
	name: 'crystals',
	words: ['crystal cluster', 'geode', 'quartz', 'crystal formation'],
	weak: ['crystal'],
	build(bench) {
		const crystal = bench.body('crystal', '8a6af0');
		const shards = bench.random.whole(6, 8);
		bench.add(crystal, faceted(lathe(cut(0.16, 1.05 * bench.random.vary(0.1)), 6)), {
			at: [0, -0.03, 0],
			turn: [3, 0, 4],
		});
		for (let index = 0; index < shards; index++) {
			const tall = bench.random.between(0.35, 0.75);
			bench.group({ turn: [0, (index / shards) * 360 + bench.random.between(-12, 12), 0] }, () => {
				bench.add(crystal, faceted(lathe(cut(tall * 0.14, tall), 6)), {
					at: [0, -0.02, 0.12],
					turn: [bench.random.between(18, 42), 0, 0],
				});
			});
		}
		bench.add(bench.trim('stone', '5a5660'), blob([0.42, 0.14, 0.42], 0.15, bench.detail(1), bench.random), {
			at: [0, 0.03, 0],
		});
	},
};

export const gravestone: Kind = {
	name: 'gravestone',
	words: ['gravestone', 'tombstone', 'grave', 'headstone', 'tomb'],
	build(bench) {
		const stone = bench.body('stone', '83858a');
		// The stone at the head and the mound before it: the middle of both is the middle of the grave.
		bench.group({ at: [0, 0, -0.6] }, () => {
			const outline: Vec2[] = [
				[-0.3, 0],
				[0.3, 0],
				[0.3, 0.62],
				...Array.from({ length: 7 }, (_, step): Vec2 => {
					const angle = ((step + 1) / 8) * Math.PI;
					return [Math.cos(angle) * 0.3, 0.62 + Math.sin(angle) * 0.28];
				}),
				[-0.3, 0.62],
			];
			const lean = bench.random.between(-4, 4);
			bench.add(stone, box(0.8, 0.12, 0.36, 0.94), { at: [0, 0, 0] });
			bench.add(stone, prism(outline, 0.14), { at: [0, 0.1, 0], turn: [0, 0, lean] });
			bench.add(bench.written('stone', 'rip', 2, '7c7e83'), panel(0.44, 0.22), {
				at: [0, 0.55, 0.0725],
				turn: [0, 0, lean],
			});
			bench.add(bench.plain('earth'), box(0.62, 0.1, 1.3, [0.75, 0.85]), { at: [0, 0, 0.82] });
		});
	},
};

export const pillar: Kind = {
	name: 'pillar',
	words: ['pillar', 'column', 'obelisk', 'pedestal', 'totem', 'monolith'],
	build(bench) {
		const stone = bench.body('marble');
		if (bench.says('obelisk', 'monolith')) {
			bench.add(stone, box(1.2, 0.3, 1.2, 0.9));
			bench.add(stone, box(0.8, 3.4, 0.8, 0.65), { at: [0, 0.3, 0] });
			bench.add(stone, box(0.52, 0.5, 0.52, 0), { at: [0, 3.7, 0] });
			return;
		}
		const tall = bench.says('pedestal') ? 0.6 : 2.6;
		bench.add(stone, box(0.8, 0.15, 0.8));
		bench.add(stone, cylinder(0.36, 0.3, 0.12, bench.round(16, 6)), { at: [0, 0.15, 0] });
		bench.add(
			stone,
			lathe(
				[
					[0.28, 0],
					[0.27, tall * 0.5],
					[0.23, tall],
				],
				bench.round(16, 6),
			),
			{ at: [0, 0.25, 0] },
		);
		bench.add(stone, cylinder(0.24, 0.34, 0.14, bench.round(16, 6)), { at: [0, tall + 0.25, 0] });
		bench.add(stone, box(0.76, 0.14, 0.76), { at: [0, tall + 0.39, 0] });
	},
};
