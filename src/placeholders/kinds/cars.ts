import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { cylinder, lathe } from '../mesh/lathe';
import { prism } from '../mesh/prism';
import type { Vec2 } from '../mesh/vector';
import type { Bench } from '../partBuilder';
import { addWheel } from './carts';

/** A modern wheel: tyre and rim, in the plane of y and z. */
function addTyre(bench: Bench, radius: number, wide: number): void {
	bench.group({ turn: [0, 90, 0] }, () => {
		const around = bench.round(18, 8);
		const half = wide / 2;
		bench.add(
			bench.plain('plastic', '202124'),
			lathe(
				[
					[radius * 0.7, -half],
					[radius * 0.95, -half],
					[radius, -half * 0.7],
					[radius, half * 0.7],
					[radius * 0.95, half],
					[radius * 0.7, half],
				],
				around,
			),
			{ turn: [90, 0, 0] },
		);
		bench.add(bench.plain('steel'), cylinder(radius * 0.58, radius * 0.58, wide + 0.03, around), {
			at: [0, 0, -half - 0.015],
			turn: [90, 0, 0],
		});
	});
}

export const car: Kind = {
	name: 'car',
	words: [
		'car',
		'truck',
		'taxi',
		'van',
		'vehicle',
		'jeep',
		'bus',
		'ambulance',
		'automobile',
		'pickup',
		'sedan',
		'limousine',
	],
	build(bench) {
		const paint = bench.body(
			'paint',
			bench.says('taxi')
				? 'f0b82a'
				: bench.says('ambulance')
					? 'f2f2f0'
					: bench.random.pick(['c8402f', '2f5fa8', '3f7a4a', 'd8d8d4', 'e0902a']),
		);
		const glass = bench.plain('glass', '3a4a58');
		const dark = bench.plain('plastic', '26272b');
		const tall = bench.says('van', 'bus', 'ambulance', 'truck', 'pickup', 'jeep');
		const lift = tall ? 0.12 : 0;
		const side: readonly Vec2[] = [
			[-2.1, 0.35],
			[2.1, 0.35],
			[2.15, 0.65],
			[2, 0.82],
			[0.95, 0.92],
			[-2, 0.95],
			[-2.15, 0.8],
		];
		const cabin: readonly Vec2[] = bench.says('van', 'bus', 'ambulance')
			? [
					[-2.05, 0.93],
					[1.15, 0.9],
					[0.7, 1.75],
					[-2, 1.78],
				]
			: bench.says('truck', 'pickup')
				? [
						[-0.3, 0.93],
						[1.1, 0.9],
						[0.65, 1.5],
						[-0.25, 1.5],
					]
				: [
						[-1.5, 0.93],
						[1, 0.9],
						[0.35, 1.38],
						[-1, 1.4],
					];
		const shrink = (by: number): Vec2[] => {
			const [x, y] = [
				cabin.reduce((sum, point) => sum + point[0], 0) / 4,
				cabin.reduce((sum, point) => sum + point[1], 0) / 4,
			];
			return cabin.map((point): Vec2 => [x + (point[0] - x) * by, y + (point[1] - y) * (by - 0.12)]);
		};
		bench.group({ at: [0, lift, 0], turn: [0, -90, 0] }, () => {
			bench.add(paint, prism(side, 1.75));
			bench.add(paint, prism(cabin, 1.5));
			bench.add(glass, prism(shrink(0.88), 1.53));
		});
		const [, , front, rear] = [0, 0, cabin[1] ?? [1, 0.9], cabin[2] ?? [0.35, 1.4]];
		const slope = Math.sqrt((front[0] - rear[0]) ** 2 + (rear[1] - front[1]) ** 2);
		const tilt = (Math.atan2(front[0] - rear[0], rear[1] - front[1]) * 180) / Math.PI;
		bench.add(glass, box(1.3, slope * 0.82, 0.03), {
			at: [0, front[1] + lift + 0.04, front[0] - 0.03],
			turn: [-tilt, 0, 0],
		});
		for (const x of [-1, 1]) {
			for (const z of [-1.35, 1.35])
				bench.group({ at: [x * 0.8, 0.36 + lift * 0.4, z] }, () => addTyre(bench, 0.36 + lift * 0.4, 0.24));
			bench.add(bench.light('headlight', 'fff2c8', 0.7), box(0.32, 0.15, 0.06), {
				at: [x * 0.6, 0.6 + lift, 2.12],
			});
			bench.add(bench.light('tail light', 'd81e1e', 0.5), box(0.26, 0.13, 0.06), {
				at: [x * 0.65, 0.66 + lift, -2.12],
			});
		}
		for (const z of [-2.14, 2.14]) bench.add(dark, box(1.7, 0.16, 0.14), { at: [0, 0.34 + lift, z] });
		bench.add(dark, box(0.6, 0.15, 0.06), { at: [0, 0.58 + lift, 2.13] });
		if (bench.says('taxi'))
			bench.add(bench.light('taxi sign', 'ffe9a0', 0.6), box(0.4, 0.14, 0.18), { at: [0, 1.4, -0.3] });
		if (bench.says('ambulance'))
			bench.add(bench.light('siren', '3a7aff', 0.8), box(0.9, 0.12, 0.2), { at: [0, 1.88, 0.3] });
	},
};

export const tank: Kind = {
	name: 'tank',
	words: ['tank', 'cannon', 'turret gun', 'artillery', 'catapult'],
	build(bench) {
		if (bench.says('cannon', 'artillery', 'catapult')) {
			const metal = bench.body('iron', '3a3c40');
			const wood = bench.trim('oak');
			bench.add(
				metal,
				lathe(
					[
						[0.1, 0],
						[0.2, 0.06],
						[0.22, 0.15],
						[0.2, 0.5],
						[0.15, 1.35],
						[0.19, 1.42],
						[0.19, 1.5],
						[0.1, 1.5],
						[0.1, 1.2],
					],
					bench.round(16, 6),
				),
				{ at: [0, 0.62, -0.55], turn: [76, 0, 0] },
			);
			for (const side of [-1, 1]) {
				bench.add(
					wood,
					prism(
						[
							[-0.8, 0.1],
							[-0.7, 0.05],
							[0.45, 0.4],
							[0.4, 0.72],
							[-0.1, 0.66],
						],
						0.1,
					),
					{ at: [side * 0.26, 0.05, 0], turn: [0, -90, 0] },
				);
				bench.group({ at: [side * 0.42, 0.46, 0.1] }, () => addWheel(bench, wood, bench.plain('iron'), 0.46));
			}
			bench.add(wood, cylinder(0.05, 0.05, 0.84, bench.round(8)), {
				at: [-0.42, 0.46, 0.1],
				turn: [0, 0, -90],
			});
			return;
		}
		const armour = bench.body('paint', '5a6a3e');
		const dark = bench.plain('iron', '2e3034');
		for (const side of [-1, 1]) {
			bench.group({ at: [side * 1.25, 0, 0], turn: [0, -90, 0] }, () => {
				bench.add(
					dark,
					prism(
						[
							[-2.2, 0.2],
							[-1.9, 0],
							[2, 0],
							[2.4, 0.35],
							[2.3, 0.75],
							[-2.2, 0.75],
							[-2.4, 0.5],
						],
						0.6,
					),
				);
			});
			for (let wheel = 0; wheel < 5; wheel++)
				bench.add(armour, cylinder(0.27, 0.27, 0.68, bench.round(12)), {
					at: [side * 1.25 - 0.34, 0.32, -1.6 + wheel * 0.8],
					turn: [0, 0, -90],
				});
		}
		bench.group({ turn: [0, -90, 0] }, () =>
			bench.add(
				armour,
				prism(
					[
						[-2.3, 0.55],
						[2.2, 0.5],
						[2.5, 0.8],
						[1.7, 1.15],
						[-2.2, 1.15],
					],
					2,
				),
			),
		);
		bench.add(armour, box(1.9, 0.65, 2, [0.75, 0.7]), { at: [0, 1.12, -0.25] });
		bench.add(armour, cylinder(0.1, 0.085, 2.6, bench.round(10)), { at: [0, 1.45, 0.5], turn: [88, 0, 0] });
		bench.add(dark, cylinder(0.12, 0.12, 0.3, bench.round(10)), { at: [0, 1.53, 2.9], turn: [88, 0, 0] });
		bench.add(dark, cylinder(0.32, 0.28, 0.14, bench.round(12)), { at: [0.3, 1.75, -0.45] });
	},
};
