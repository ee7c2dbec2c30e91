import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { prism } from '../mesh/prism';
import { ring } from '../mesh/tube';

export const spaceship: Kind = {
	name: 'spaceship',
	words: [
		'spaceship',
		'starship',
		'starfighter',
		'space ship',
		'spacecraft',
		'shuttle',
		'fighter',
		'airplane',
		'plane',
		'aircraft',
		'jet',
	],
	build(bench) {
		const shell = bench.body('steel', 'c8ccd2');
		const accent = bench.trim('paint', 'c8402f');
		const dark = bench.plain('iron', '34373d');
		const around = bench.round(14, 6);
		bench.group({ at: [0, 1.15, 0] }, () => {
			bench.add(
				shell,
				lathe(
					[
						[0.45, -3],
						[0.75, -2.2],
						[0.85, -0.6],
						[0.65, 1.2],
						[0.3, 2.8],
						[0.06, 3.5],
						[0, 3.55],
					],
					around,
				),
				{ turn: [90, 0, 0], scale: [1.15, 0.75, 1] },
			);
			bench.add(bench.plain('glass', '2f5f86'), sphere(0.42, bench.round(14, 6)), {
				at: [0, 0.4, 0.9],
				scale: [0.85, 0.75, 2],
			});
			for (const side of [-1, 1]) {
				bench.add(
					shell,
					prism(
						[
							[0.5, -1.6],
							[3, -2.3],
							[3, -1.4],
							[0.6, 1],
						],
						0.14,
					),
					{ at: [0, -0.08, 0], scale: [side, 1, 1], turn: [90, 0, 0] },
				);
				bench.add(
					accent,
					prism(
						[
							[2.1, -2.05],
							[2.6, -2.19],
							[2.6, -1.15],
							[2.1, -0.68],
						],
						0.16,
					),
					{ at: [0, -0.08, 0], scale: [side, 1, 1], turn: [90, 0, 0] },
				);
				bench.add(dark, cylinder(0.09, 0.06, 1.9, bench.round(8)), {
					at: [side * 3, -0.08, -2],
					turn: [90, 0, 0],
				});
				bench.add(
					shell,
					prism(
						[
							[-3, 0.2],
							[-1.7, 0.2],
							[-2.6, 1.3],
							[-3.1, 1.3],
						],
						0.1,
					),
					{ at: [side * 0.55, 0, 0], turn: [0, -90, 0] },
				);
				bench.add(dark, cylinder(0.36, 0.42, 0.9, around), { at: [side * 0.65, 0, -2.6], turn: [-90, 0, 0] });
				bench.add(bench.light('thruster', '5ad0ff', 0.9), cylinder(0.28, 0.28, 0.03, around), {
					at: [side * 0.65, 0, -3.49],
					turn: [-90, 0, 0],
				});
				bench.add(dark, box(0.1, 0.9, 0.1), { at: [side * 0.75, -1.1, -0.9] });
				bench.add(dark, box(0.32, 0.06, 0.5), { at: [side * 0.75, -1.15, -0.9] });
			}
			bench.add(dark, box(0.1, 0.95, 0.1), { at: [0, -1.1, 1.6] });
			bench.add(dark, box(0.3, 0.06, 0.45), { at: [0, -1.15, 1.6] });
		});
	},
};

export const rocket: Kind = {
	name: 'rocket',
	words: ['rocket', 'missile', 'space rocket'],
	build(bench) {
		const shell = bench.body('paint', 'e8e8e4');
		const accent = bench.trim('paint', 'c8322a');
		const around = bench.round(18, 8);
		bench.add(
			shell,
			lathe(
				[
					[0.75, 0.7],
					[1, 1.6],
					[1.05, 3],
					[0.9, 4.6],
					[0.62, 5.6],
				],
				around,
			),
		);
		bench.add(
			accent,
			lathe(
				[
					[0.63, 5.58],
					[0.35, 6.3],
					[0, 6.9],
				],
				around,
			),
		);
		bench.add(
			bench.plain('iron'),
			lathe(
				[
					[0.7, 0.2],
					[0.45, 0.75],
				],
				around,
			),
		);
		for (const turn of [45, 135, 225, 315]) {
			bench.group({ turn: [0, turn, 0] }, () =>
				bench.add(
					accent,
					prism(
						[
							[0.8, 0.9],
							[1.7, 0],
							[1.7, 0.7],
							[0.98, 2.2],
						],
						0.12,
					),
				),
			);
		}
		bench.add(accent, ring(0.28, 0.06, around, bench.round(6)), { at: [0, 4, 0.97], turn: [-6, 0, 0] });
		bench.add(bench.plain('glass', '4a9ad0'), cylinder(0.25, 0.25, 0.08, around), {
			at: [0, 4, 0.94],
			turn: [84, 0, 0],
		});
	},
};
