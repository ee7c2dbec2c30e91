import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { mirrored, prism } from '../mesh/prism';
import { ring } from '../mesh/tube';
import type { Vec2 } from '../mesh/vector';

function star(outer: number, inner: number): Vec2[] {
	return Array.from({ length: 10 }, (_, step): Vec2 => {
		const angle = Math.PI / 2 + (step / 10) * 2 * Math.PI;
		const radius = step % 2 ? inner : outer;
		return [Math.cos(angle) * radius, Math.sin(angle) * radius];
	});
}

export const coin: Kind = {
	name: 'coin',
	words: ['coin', 'medal', 'token', 'doubloon', 'money'],
	build(bench) {
		const gold = bench.body('gold');
		const around = bench.round(28, 8);
		bench.group({ at: [0, 0.02, 0] }, () => {
			bench.add(
				gold,
				lathe(
					[
						[0.0175, 0],
						[0.02, 0.0008],
						[0.02, 0.0032],
						[0.0175, 0.004],
						[0.0165, 0.0033],
					],
					around,
				),
				{ at: [0, 0, -0.002], turn: [90, 0, 0] },
			);
			for (const turn of [0, 180])
				bench.add(gold, prism(star(0.011, 0.005), 0.0016), {
					at: [0, 0, turn ? -0.0018 : 0.0018],
					turn: [0, turn, 0],
				});
		});
	},
};

export const starKind: Kind = {
	name: 'star',
	words: ['star'],
	build(bench) {
		bench.add(bench.body('gold'), prism(star(0.4, 0.18), 0.14), { at: [0, 0.34, 0] });
	},
};

export const heart: Kind = {
	name: 'heart',
	words: ['heart'],
	build(bench) {
		const half = [
			[0, 0],
			[0.2, 0.18],
			[0.31, 0.33],
			[0.32, 0.45],
			[0.25, 0.54],
			[0.15, 0.56],
			[0.05, 0.51],
			[0, 0.44],
		] as const;
		bench.add(bench.body('ruby', 'd8263c'), prism(mirrored(half), 0.18));
	},
};

export const key: Kind = {
	name: 'key',
	words: ['key', 'keycard'],
	build(bench) {
		const metal = bench.body('gold');
		const around = bench.round(16, 6);
		bench.add(metal, ring(0.032, 0.009, around, bench.round(6, 4)), { at: [0, 0.15, 0] });
		for (const side of [-1, 1])
			bench.add(metal, ring(0.016, 0.006, around, bench.round(6, 4)), { at: [side * 0.038, 0.175, 0] });
		bench.add(metal, cylinder(0.008, 0.008, 0.12, bench.round(8)));
		bench.add(
			metal,
			lathe(
				[
					[0.013, 0],
					[0.013, 0.014],
				],
				bench.round(10),
			),
			{ at: [0, 0.104, 0] },
		);
		for (const [y, long] of [
			[0.006, 0.036],
			[0.034, 0.028],
		] as const)
			bench.add(metal, box(long, 0.014, 0.008), { at: [long / 2, y, 0] });
	},
};

export const crown: Kind = {
	name: 'crown',
	words: ['crown', 'tiara', 'diadem'],
	build(bench) {
		const gold = bench.body('gold');
		bench.add(
			gold,
			lathe(
				[
					[0.1, 0],
					[0.108, 0.05],
					[0.1, 0.05],
					[0.093, 0],
				],
				bench.round(24, 8),
				true,
			),
		);
		const points = 8;
		for (let point = 0; point < points; point++) {
			bench.group({ turn: [0, (point / points) * 360, 0] }, () => {
				bench.add(
					gold,
					prism(
						mirrored([
							[0, 0],
							[0.042, 0],
							[0, 0.085],
						]),
						0.008,
					),
					{ at: [0, 0.045, 0.101], turn: [8, 0, 0] },
				);
				bench.add(gold, sphere(0.009, bench.round(8)), { at: [0, 0.13, 0.112] });
				const jewel = bench.trim(point % 2 ? 'sapphire' : 'ruby');
				bench.add(jewel, sphere(0.012, bench.round(8)), { at: [0, 0.026, 0.104], scale: [1, 1, 0.6] });
			});
		}
	},
};

export const jewelRing: Kind = {
	name: 'ring',
	words: ['ring', 'amulet', 'necklace', 'pendant'],
	build(bench) {
		const gold = bench.body('gold');
		bench.add(gold, ring(0.011, 0.0018, bench.round(24, 8), bench.round(8, 4)), { at: [0, 0.0128, 0] });
		bench.add(gold, cylinder(0.003, 0.005, 0.003, bench.round(8)), { at: [0, 0.0245, 0] });
		bench.add(
			bench.trim('ruby'),
			lathe(
				[
					[0.0035, 0],
					[0.006, 0.002],
					[0.0045, 0.005],
					[0, 0.0055],
				],
				bench.round(8),
			),
			{ at: [0, 0.0272, 0] },
		);
	},
};

export const skull: Kind = {
	name: 'skull',
	words: ['skull'],
	build(bench) {
		const bone = bench.body('bone');
		const dark = bench.plain('paint', '1a1614');
		bench.add(bone, sphere(0.1, bench.round(18, 8)), { at: [0, 0.14, -0.015], scale: [0.92, 0.95, 1.1] });
		bench.add(bone, box(0.11, 0.09, 0.11, [1.25, 1.15]), { at: [0, 0, 0.03] });
		for (const side of [-1, 1])
			bench.add(dark, sphere(0.028, bench.round(10)), {
				at: [side * 0.038, 0.125, 0.078],
				scale: [1, 1.05, 0.6],
			});
		bench.add(
			dark,
			prism(
				mirrored([
					[0, 0],
					[0.014, 0],
					[0, 0.03],
				]),
				0.02,
			),
			{ at: [0, 0.075, 0.09] },
		);
		for (const x of [-0.03, -0.01, 0.01, 0.03])
			bench.add(dark, box(0.004, 0.035, 0.01), { at: [x, 0.008, 0.085] });
	},
};
