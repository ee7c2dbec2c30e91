import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { facets } from '../mesh/facets';
import { cylinder, lathe } from '../mesh/lathe';
import { addFigure } from './figure';

export const wizard: Kind = {
	name: 'wizard',
	body: 'biped',
	words: ['wizard', 'mage', 'witch', 'sorcerer', 'warlock', 'sorceress', 'druid', 'necromancer'],
	build(bench) {
		const robe = bench.named(
			'robe',
			'cloth',
			bench.tint('cloth', bench.says('witch', 'necromancer', 'warlock') ? '3a2c48' : '4a3f9a'),
		);
		const skin = bench.plain('skin', bench.says('witch') ? '8fae6a' : undefined);
		const figure = addFigure(bench, {
			skin,
			shirt: robe,
			trousers: robe,
			shoes: bench.plain('leather'),
			arms: 'ready',
		});
		const around = bench.round(14, 6);
		bench.add(
			robe,
			lathe(
				[
					[0.36, 0.02],
					[0.3, 0.3],
					[0.22, 0.8],
					[0.2, 1],
				],
				around,
			),
			{ scale: [1, 1, 0.85] },
		);
		bench.add(
			bench.plain('gold'),
			lathe(
				[
					[0.235, 0.84],
					[0.23, 0.9],
				],
				around,
			),
			{ scale: [1.02, 1, 0.87] },
		);
		const [, y] = figure.head;
		const hat = bench.named('hat', 'cloth', robe);
		bench.group({ at: [0, y + 0.07, -0.01], turn: [-8, 0, 0] }, () => {
			bench.add(
				hat,
				lathe(
					[
						[0.14, 0.0],
						[0.3, -0.01],
						[0.3, 0.015],
						[0.15, 0.03],
						[0.1, 0.2],
						[0.05, 0.36],
						[0, 0.47],
					],
					around,
				),
			);
			bench.add(
				bench.plain('gold'),
				lathe(
					[
						[0.155, 0.02],
						[0.142, 0.07],
					],
					around,
				),
			);
		});
		if (!bench.says('witch', 'sorceress')) {
			const white = bench.named('hair', 'cloth', bench.plain('cloth', 'eceae4'));
			bench.add(
				white,
				facets([
					[
						[-0.1, y - 0.05, 0.11],
						[0, y - 0.34, 0.15],
						[0.1, y - 0.05, 0.11],
						[0, y - 0.02, 0.16],
					],
					[
						[0.1, y - 0.05, 0.11],
						[0, y - 0.34, 0.15],
						[-0.1, y - 0.05, 0.11],
					],
				]),
			);
		}
		const [rx, ry, rz] = figure.rightHand;
		bench.add(bench.trim('dark wood'), cylinder(0.022, 0.028, 1.75, bench.round(8)), {
			at: [rx, ry - 1, rz],
		});
		bench.add(
			bench.light('orb', '58c8ff', 0.8),
			blob([0.07, 0.085, 0.07], 0.06, bench.detail(1), bench.random),
			{ at: [rx, ry + 0.82, rz] },
		);
	},
};
