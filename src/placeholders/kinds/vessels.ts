import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { arc, ring, tube } from '../mesh/tube';

export const pot: Kind = {
	name: 'pot',
	words: ['pot', 'vase', 'urn', 'jar', 'amphora', 'jug', 'pitcher', 'cauldron', 'kettle'],
	build(bench) {
		const cauldron = bench.says('cauldron', 'kettle');
		const clay = bench.body(cauldron ? 'iron' : 'clay');
		const tall = cauldron ? 0.75 : bench.random.vary(0.12);
		const outside = [
			[0.1, 0],
			[0.13, 0.02],
			[0.2, 0.14],
			[0.22, 0.26],
			[0.19, 0.38],
			[0.11, 0.47],
			[0.1, 0.51],
			[0.14, 0.56],
		] as const;
		const inside = [
			[0.115, 0.56],
			[0.085, 0.5],
			[0.085, 0.44],
		] as const;
		const squat = cauldron ? 1.5 : 1;
		const profile = [...outside, ...inside].map(([radius, y]) => [radius * squat, y * tall] as const);
		bench.add(clay, lathe(profile, bench.round(20, 6)));
		if (cauldron) return;
		for (const side of [-1, 1]) {
			const handle = arc(0.075 * tall, -80, 80, bench.round(8, 3)).map(([x, y]) => [x, y, 0] as const);
			bench.add(clay, tube(handle, 0.016, bench.round(6, 3)), {
				at: [side * 0.15, 0.42 * tall, 0],
				scale: [side, 1, 1],
			});
		}
	},
};

export const bottle: Kind = {
	name: 'bottle',
	words: ['potion', 'bottle', 'flask', 'vial', 'elixir', 'poison', 'medicine', 'perfume'],
	build(bench) {
		const liquids = ['d8324a', '3a7be0', '46b848', '9a46d0', 'e8a020'] as const;
		const liquid = bench.tint('crystal', bench.random.pick(liquids));
		const glass = bench.plain('glass');
		const wide = bench.random.vary(0.1);
		const around = bench.round(18, 6);
		bench.add(
			liquid,
			lathe(
				[
					[0.045, 0],
					[0.065 * wide, 0.015],
					[0.08 * wide, 0.06],
					[0.075 * wide, 0.1],
					[0.062 * wide, 0.125],
				],
				around,
				true,
			),
		);
		bench.add(liquid, cylinder(0.045, 0.045, 0.002, around));
		bench.add(
			glass,
			lathe(
				[
					[0.062 * wide, 0.125],
					[0.03, 0.155],
					[0.026, 0.2],
					[0.036, 0.205],
					[0.036, 0.22],
					[0.024, 0.22],
				],
				around,
			),
		);
		bench.add(bench.trim('leather', 'b98a5a'), cylinder(0.022, 0.027, 0.04, bench.round(10)), {
			at: [0, 0.205, 0],
		});
		bench.add(
			bench.trim('cloth'),
			lathe(
				[
					[0.031, 0.163],
					[0.031, 0.173],
				],
				around,
				true,
			),
		);
	},
};

export const bucket: Kind = {
	name: 'bucket',
	words: ['bucket', 'pail', 'tub'],
	build(bench) {
		const wood = bench.body('oak');
		const iron = bench.trim('iron');
		const around = bench.round(18, 6);
		bench.add(
			wood,
			lathe(
				[
					[0.12, 0],
					[0.16, 0.32],
					[0.145, 0.32],
					[0.115, 0.04],
				],
				around,
			),
		);
		for (const y of [0.05, 0.24]) {
			const radius = 0.123 + 0.125 * y;
			bench.add(
				iron,
				lathe(
					[
						[radius, y],
						[radius + 0.004, y + 0.03],
					],
					around,
					true,
				),
			);
		}
		bench.add(iron, tube(arc(0.158, 0, 180, bench.round(12, 5)), 0.008, bench.round(6, 3)), {
			at: [0, 0.3, 0],
			turn: [12, 0, 0],
		});
	},
};

export const sack: Kind = {
	name: 'sack',
	words: ['sack', 'bag', 'pouch', 'backpack'],
	build(bench) {
		const cloth = bench.body('cloth');
		bench.add(cloth, blob([0.27, 0.3, 0.22], 0.05, bench.detail(2), bench.random), { at: [0, 0.28, 0] });
		bench.add(
			cloth,
			lathe(
				[
					[0.06, 0],
					[0.13, 0.14],
					[0.08, 0.13],
				],
				bench.round(10),
			),
			{ at: [0, 0.55, 0] },
		);
		bench.add(bench.trim('leather'), ring(0.075, 0.016, bench.round(12), bench.round(5, 3)), {
			at: [0, 0.57, 0],
			turn: [90, 0, 0],
		});
	},
};

export const cup: Kind = {
	name: 'goblet',
	words: ['goblet', 'cup', 'chalice', 'mug', 'tankard', 'grail', 'trophy'],
	build(bench) {
		const around = bench.round(18, 6);
		if (bench.says('mug', 'tankard', 'cup')) {
			const wood = bench.body('oak');
			bench.add(
				wood,
				lathe(
					[
						[0.05, 0],
						[0.045, 0.12],
						[0.038, 0.12],
						[0.038, 0.03],
					],
					around,
				),
			);
			bench.add(
				bench.trim('iron'),
				lathe(
					[
						[0.053, 0.015],
						[0.052, 0.03],
					],
					around,
					true,
				),
			);
			bench.add(wood, tube(arc(0.035, -90, 90, bench.round(8, 4)), 0.008, bench.round(6, 3)), {
				at: [0.045, 0.06, 0],
			});
			return;
		}
		const gold = bench.body('gold');
		bench.add(
			gold,
			lathe(
				[
					[0.05, 0],
					[0.045, 0.012],
					[0.012, 0.025],
					[0.012, 0.055],
					[0.02, 0.065],
					[0.012, 0.075],
					[0.045, 0.1],
					[0.055, 0.17],
					[0.048, 0.17],
					[0.035, 0.11],
				],
				around,
			),
		);
		const jewel = bench.trim('ruby');
		for (let step = 0; step < 4; step++) {
			const angle = (step / 4) * 2 * Math.PI;
			bench.add(jewel, sphere(0.009, bench.round(6)), {
				at: [Math.sin(angle) * 0.051, 0.135, Math.cos(angle) * 0.051],
			});
		}
	},
};

export const book: Kind = {
	name: 'book',
	words: ['book', 'tome', 'spellbook', 'grimoire', 'diary'],
	build(bench) {
		const cover = bench.body('leather', '6e2a2a');
		bench.group({ at: [0, 0.15, 0] }, () => {
			for (const z of [-1, 1]) bench.add(cover, box(0.22, 0.3, 0.012), { at: [0, -0.15, z * 0.036] });
			bench.add(cover, box(0.014, 0.3, 0.084), { at: [-0.105, -0.15, 0] });
			bench.add(bench.plain('paper'), box(0.2, 0.28, 0.06), { at: [0.003, -0.14, 0] });
			const gold = bench.trim('gold');
			for (const [x, y] of [
				[-1, -1],
				[1, -1],
				[-1, 1],
				[1, 1],
			] as const) {
				bench.add(gold, box(0.045, 0.045, 0.086), { at: [x * 0.092, y * 0.13 - 0.0225, 0] });
			}
			bench.add(gold, box(0.08, 0.08, 0.006), { at: [0, -0.057, 0.043], turn: [0, 0, 45] });
		});
	},
};
