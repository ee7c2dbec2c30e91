import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { addShield } from './arms';
import { addSword } from './blades';
import { addCape } from './cape';
import { addFigure } from './figure';

export const knight: Kind = {
	name: 'knight',
	body: 'biped',
	words: [
		'knight',
		'paladin',
		'soldier',
		'guard',
		'warrior',
		'gladiator',
		'crusader',
		'viking',
		'barbarian',
		'samurai',
	],
	build(bench) {
		const plate = bench.make('steel');
		const dark = bench.plain('iron');
		const leather = bench.plain('leather');
		const figure = addFigure(bench, {
			skin: plate,
			shirt: plate,
			trousers: dark,
			shoes: plate,
			bulk: 1.15,
			arms: 'ready',
			eyes: dark,
		});
		for (const side of [-1, 1]) {
			bench.add(plate, sphere(0.12, bench.round(10)), {
				at: [side * figure.shoulder, 1.38, 0],
				scale: [1, 0.8, 1],
			});
			bench.add(plate, sphere(0.1, bench.round(8)), { at: [side * 0.115, 0.46, 0.02] });
		}
		bench.add(
			leather,
			lathe(
				[
					[0.22, 0.86],
					[0.22, 0.94],
				],
				bench.round(10),
			),
			{ scale: [1.1, 1, 0.75] },
		);
		const [, y] = figure.head;
		const around = bench.round(12, 6);
		bench.add(
			plate,
			lathe(
				[
					[0.15, y - 0.16],
					[0.165, y],
					[0.15, y + 0.11],
					[0.08, y + 0.18],
					[0, y + 0.2],
				],
				around,
			),
		);
		bench.add(bench.plain('paint', '16161a'), box(0.2, 0.028, 0.1), { at: [0, y + 0.01, 0.105] });
		bench.add(plate, box(0.03, 0.24, 0.05), { at: [0, y - 0.13, 0.145] });
		if (bench.says('viking', 'barbarian', 'samurai')) {
			for (const side of [-1, 1])
				bench.add(bench.plain('bone'), cylinder(0.045, 0, 0.2, bench.round(7)), {
					at: [side * 0.12, y + 0.08, 0],
					turn: [0, 0, side * -45],
				});
		} else {
			bench.add(
				bench.named('cape', 'cloth', bench.tint('cloth', 'a8302c')),
				blob([0.03, 0.1, 0.17], 0.1, bench.detail(1), bench.random),
				{ at: [0, y + 0.24, -0.06] },
			);
		}
		const [rx, ry, rz] = figure.rightHand;
		bench.group({ at: [rx, ry - 0.12, rz], turn: [18, 0, 6] }, () =>
			addSword(bench, bench.trim('steel'), bench.plain('bronze'), leather, 0.8),
		);
		const [lx, ly, lz] = figure.leftHand;
		const face = bench.named('shield', 'paint', bench.tint('paint', '2f4f8a'));
		bench.group({ at: [lx + 0.05, ly - 0.36, lz + 0.08], turn: [0, 22, 0], scale: 0.85 }, () =>
			addShield(bench, face, bench.plain('iron'), bench.says('viking')),
		);
		if (!bench.says('barbarian', 'soldier', 'guard')) addCape(bench, figure, bench.tint('cloth', 'a8302c'));
	},
};
