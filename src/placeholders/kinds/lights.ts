import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { faceted } from '../mesh/facets';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { arc, ring, tube } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

/** Tongues of flame that stand on a point. */
export function addFlame(bench: Bench, at: Vec3, size: number): void {
	const flames = [
		{ colour: 'f2601c', wide: 0.26, tall: 1, lean: 0, out: 0 },
		{ colour: 'f2601c', wide: 0.17, tall: 0.66, lean: 20, out: 0.16 },
		{ colour: 'f2601c', wide: 0.16, tall: 0.56, lean: 22, out: 0.17 },
		{ colour: 'f2601c', wide: 0.16, tall: 0.74, lean: 14, out: 0.15 },
		{ colour: 'ffc83c', wide: 0.17, tall: 0.5, lean: 8, out: 0.2 },
	];
	flames.forEach(({ colour, wide, tall, lean, out }, index) => {
		const shape = [
			[0.05, 0],
			[wide, tall * 0.28],
			[wide * 0.6, tall * 0.6],
			[0, tall],
		] as const;
		const mesh = faceted(
			lathe(
				shape.map(([radius, y]) => [radius * size, y * size] as const),
				bench.round(7),
			),
		);
		const core = index === flames.length - 1;
		bench.group({ at, turn: [0, core ? 25 : index * 115, 0] }, () => {
			const flame = bench.light(core ? 'flame core' : 'flame', colour, 0.9);
			bench.add(flame, mesh, { at: [0, 0, out * size], turn: [lean, 0, 0] });
		});
	});
}

export const torch: Kind = {
	name: 'torch',
	words: ['torch', 'brazier'],
	build(bench) {
		if (bench.says('brazier')) {
			const iron = bench.body('iron');
			bench.add(
				iron,
				lathe(
					[
						[0.1, 0.55],
						[0.3, 0.68],
						[0.36, 0.85],
						[0.32, 0.85],
						[0.26, 0.75],
					],
					bench.round(14, 6),
				),
			);
			for (const turn of [0, 120, 240])
				bench.group({ turn: [0, turn, 0] }, () =>
					bench.add(
						iron,
						tube(
							[
								[0.34, 0, 0],
								[0.12, 0.5, 0],
								[0.3, 0.85, 0],
							],
							0.025,
							bench.round(6),
						),
					),
				);
			addFlame(bench, [0, 0.76, 0], 0.7);
			return;
		}
		bench.add(bench.body('wood'), cylinder(0.022, 0.035, 0.5, bench.round(8)));
		bench.add(
			bench.trim('cloth', '6e5638'),
			lathe(
				[
					[0.038, 0],
					[0.055, 0.05],
					[0.052, 0.12],
				],
				bench.round(10),
			),
			{ at: [0, 0.42, 0] },
		);
		bench.add(bench.trim('iron'), ring(0.04, 0.009, bench.round(10), 4), {
			at: [0, 0.43, 0],
			turn: [90, 0, 0],
		});
		addFlame(bench, [0, 0.52, 0], 0.26);
	},
};

export const campfire: Kind = {
	name: 'campfire',
	words: ['campfire', 'bonfire', 'fireplace', 'fire pit', 'firepit', 'camp fire'],
	weak: ['fire', 'flame'],
	build(bench) {
		const wood = bench.body('bark');
		for (let log = 0; log < 6; log++) {
			bench.group({ turn: [0, log * 60 + bench.random.between(-8, 8), 0] }, () => {
				bench.add(wood, cylinder(0.065, 0.055, 0.62, bench.round(7)), {
					at: [0, 0.03, 0.42],
					turn: [-52, 0, 0],
				});
			});
		}
		const stones = 10;
		for (let stone = 0; stone < stones; stone++) {
			const angle = (stone / stones) * 2 * Math.PI;
			const size = bench.random.between(0.1, 0.14);
			bench.add(bench.trim('stone'), blob([size, size * 0.8, size], 0.15, bench.detail(1), bench.random), {
				at: [Math.cos(angle) * 0.6, size * 0.5, Math.sin(angle) * 0.6],
			});
		}
		bench.add(bench.plain('earth', '2c2622'), cylinder(0.56, 0.5, 0.04, bench.round(12, 6)));
		addFlame(bench, [0, 0.1, 0], 0.8);
	},
};

/** A caged light whose bottom is at y = 0; about 0.42 m tall. */
function addLantern(bench: Bench): void {
	const iron = bench.body('iron', '3c3e42');
	bench.add(iron, box(0.24, 0.04, 0.24));
	bench.add(bench.light('glow', 'ffd27a', 0.85), box(0.15, 0.22, 0.15), { at: [0, 0.04, 0] });
	for (const [x, z] of [
		[-1, -1],
		[1, -1],
		[-1, 1],
		[1, 1],
	] as const)
		bench.add(iron, box(0.025, 0.24, 0.025), { at: [x * 0.095, 0.03, z * 0.095] });
	bench.add(iron, box(0.26, 0.03, 0.26), { at: [0, 0.26, 0] });
	bench.add(iron, box(0.24, 0.11, 0.24, 0.3), { at: [0, 0.29, 0] });
}

export const lantern: Kind = {
	name: 'lantern',
	words: ['lantern'],
	build(bench) {
		addLantern(bench);
		bench.add(bench.body('iron', '3c3e42'), ring(0.06, 0.01, bench.round(12), bench.round(5, 3)), {
			at: [0, 0.45, 0],
		});
	},
};

export const streetLamp: Kind = {
	name: 'street lamp',
	words: [
		'lamp post',
		'lamppost',
		'street lamp',
		'streetlamp',
		'street light',
		'streetlight',
		'lantern post',
	],
	build(bench) {
		const iron = bench.body('iron', '3c3e42');
		bench.add(
			iron,
			lathe(
				[
					[0.2, 0],
					[0.2, 0.12],
					[0.1, 0.25],
					[0.06, 0.5],
					[0.05, 2.9],
					[0.09, 2.95],
					[0.09, 3],
				],
				bench.round(10, 5),
			),
		);
		bench.group({ at: [0, 3, 0], scale: 1.6 }, () => addLantern(bench));
		bench.add(iron, sphere(0.05, bench.round(8)), { at: [0, 3.66, 0] });
	},
};

export const lamp: Kind = {
	name: 'lamp',
	words: ['lamp', 'light', 'chandelier', 'candle', 'candlestick'],
	build(bench) {
		if (bench.says('candle', 'candlestick', 'chandelier')) {
			bench.add(
				bench.body('bronze'),
				lathe(
					[
						[0.07, 0],
						[0.065, 0.012],
						[0.018, 0.03],
						[0.018, 0.06],
						[0.035, 0.075],
						[0.03, 0.08],
					],
					bench.round(14, 6),
				),
			);
			bench.add(bench.plain('bone', 'efe6cc'), cylinder(0.022, 0.02, 0.14, bench.round(10)), {
				at: [0, 0.075, 0],
			});
			bench.add(
				bench.body('bronze'),
				tube(arc(0.028, -90, 90, bench.round(8, 4)), 0.005, bench.round(5, 3)),
				{ at: [0.05, 0.03, 0] },
			);
			addFlame(bench, [0, 0.212, 0], 0.055);
			return;
		}
		bench.add(
			bench.body('bronze'),
			lathe(
				[
					[0.13, 0],
					[0.12, 0.025],
					[0.03, 0.05],
					[0.05, 0.12],
					[0.03, 0.2],
					[0.016, 0.22],
					[0.016, 0.34],
				],
				bench.round(16, 6),
			),
		);
		bench.add(
			bench.trim('cloth', 'f0dca8'),
			lathe(
				[
					[0.2, 0],
					[0.11, 0.22],
					[0.1, 0.22],
					[0.19, 0.005],
				],
				bench.round(18, 6),
				true,
			),
			{ at: [0, 0.3, 0] },
		);
		bench.add(bench.light('bulb', 'ffe9ae', 0.9), sphere(0.05, bench.round(10)), { at: [0, 0.38, 0] });
	},
};
