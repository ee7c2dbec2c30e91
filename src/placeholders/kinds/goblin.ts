import type { Kind } from '../kind';
import { cylinder, lathe } from '../mesh/lathe';
import { tube } from '../mesh/tube';
import { addFigure } from './figure';

export const goblin: Kind = {
	name: 'goblin',
	body: 'biped',
	words: ['goblin', 'orc', 'troll', 'ogre', 'demon', 'devil', 'imp', 'minotaur', 'dwarf', 'gnome', 'monster'],
	build(bench) {
		const [stocky, fiend] = [bench.says('dwarf', 'gnome'), bench.says('demon', 'devil', 'imp', 'minotaur')];
		const large = bench.says('orc', 'troll', 'ogre', 'demon', 'minotaur', 'monster');
		const skin = stocky ? bench.plain('skin') : bench.tint('skin', fiend ? 'a83428' : '5f8f3f');
		const cloth = stocky ? bench.tint('cloth', '8a3a2e') : bench.plain('leather');
		bench.group({ scale: large ? [1.15, 1.1, 1.15] : [0.85, 0.66, 0.85] }, () => {
			const figure = addFigure(bench, {
				skin,
				shirt: large ? skin : cloth,
				trousers: cloth,
				shoes: bench.plain('leather', '4a3222'),
				bulk: large ? 1.4 : 1.15,
				headSize: large ? 1.15 : 1.45,
				eyes: stocky ? bench.plain('paint', '24201e') : bench.light('eyes', 'ffe14a', 0.6),
				arms: 'ready',
			});
			const [[, y], size] = [figure.head, figure.headRadius];
			for (const side of [-1, 1]) {
				if (fiend)
					bench.add(
						bench.plain('bone', '3a302a'),
						tube(
							[
								[side * size * 0.5, y + size * 0.7, 0],
								[side * size * 1.1, y + size * 1.3, 0],
								[side * size, y + size * 2, 0.04],
							],
							(along) => 0.05 * (1 - along * 0.9),
							bench.round(6),
						),
					);
				else if (!stocky)
					bench.add(skin, cylinder(size * 0.4, 0, size * 1.3, bench.round(6)), {
						at: [side * size * 0.7, y, 0],
						turn: [0, 0, side * -72],
						scale: [1, 1, 0.4],
					});
				if (!stocky)
					bench.add(bench.plain('bone'), cylinder(0.02, 0, 0.08, bench.round(6)), {
						at: [side * size * 0.35, y - size * 0.65, size * 0.75],
					});
			}
			bench.add(skin, cylinder(size * 0.22, size * 0.08, size * 0.5, bench.round(6)), {
				at: [0, y - size * 0.1, size * 0.8],
				turn: [80, 0, 0],
			});
			if (stocky) {
				bench.add(
					bench.named('hair', 'fur', bench.plain('fur', 'b0622a')),
					lathe(
						[
							[0, y - 0.5],
							[0.13, y - 0.28],
							[0.15, y - 0.08],
							[0.05, y - 0.05],
						],
						bench.round(8),
					),
					{ at: [0, 0, 0.1], scale: [1, 1, 0.6] },
				);
				bench.add(
					bench.named('hat', 'cloth', cloth),
					bench.says('gnome')
						? cylinder(size * 1.05, 0, 0.45, bench.round(10))
						: lathe(
								[
									[size * 1.05, 0],
									[size * 0.9, 0.1],
									[0, 0.16],
								],
								bench.round(10),
							),
					{ at: [0, y + size * 0.35, 0] },
				);
				return;
			}
			const [rx, ry, rz] = figure.rightHand;
			bench.add(bench.trim('dark wood'), cylinder(0.03, 0.075, 0.75, bench.round(8)), {
				at: [rx, ry - 0.1, rz],
				turn: [25, 0, 10],
			});
			bench.add(
				cloth,
				lathe(
					[
						[0.3, 0.7],
						[0.24, 0.95],
					],
					bench.round(10),
				),
				{ scale: [1.1, 1, 0.8] },
			);
		});
	},
};
