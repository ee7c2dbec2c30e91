import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { lathe } from '../mesh/lathe';
import { addFigure } from './figure';

export const person: Kind = {
	name: 'person',
	body: 'biped',
	words: [
		'person',
		'man',
		'woman',
		'character',
		'human',
		'villager',
		'hero',
		'heroine',
		'boy',
		'girl',
		'player',
		'npc',
		'farmer',
		'merchant',
		'king',
		'queen',
		'princess',
		'prince',
		'pirate',
		'figure',
		'humanoid',
		'child',
		'mannequin',
		'peasant',
		'blacksmith',
		'doctor',
	],
	build(bench) {
		const tones = ['e8b896', 'dba27c', 'b87a52', '8a5636', 'f0c8a8'] as const;
		const hairs = ['3a2a1e', '6e4a26', '1c1a1a', 'b0803a', '8c3f22'] as const;
		const female = bench.says('woman', 'girl', 'queen', 'princess', 'heroine');
		const small = bench.says('boy', 'girl', 'child');
		bench.group({ scale: small ? 0.72 : 1 }, () => {
			const shirt = bench.tint(
				'cloth',
				bench.random.pick(['3f6f9a', '9a4a3a', '4f7a45', '8a6aa0', 'b08a3a']),
			);
			const hair = bench.named('hair', 'fur', bench.plain('fur', bench.random.pick(hairs)));
			const skin = bench.plain('skin', bench.random.pick(tones));
			const leather = bench.plain('leather');
			const figure = addFigure(bench, {
				skin,
				shirt,
				trousers: bench.trim('cloth', '4a4a58'),
				shoes: leather,
				hair,
				bulk: female ? 0.92 : 1,
				headSize: small ? 1.25 : 1.05,
			});
			const [, y] = figure.head;
			bench.add(
				leather,
				lathe(
					[
						[0.19, 0.85],
						[0.19, 0.91],
					],
					bench.round(10),
				),
				{ scale: [1.13, 1, 0.74] },
			);
			if (female) {
				bench.add(hair, blob([0.14, 0.2, 0.07], 0.06, bench.detail(1), bench.random), {
					at: [0, y - 0.1, -0.1],
				});
				bench.add(
					shirt,
					lathe(
						[
							[0.32, 0.38],
							[0.24, 0.65],
							[0.17, 0.9],
						],
						bench.round(12, 6),
					),
					{ scale: [1, 1, 0.8] },
				);
			}
			if (bench.says('king', 'queen', 'prince', 'princess')) {
				bench.add(
					bench.plain('gold'),
					lathe(
						[
							[0.12, 0],
							[0.14, 0.09],
							[0.11, 0.03],
						],
						bench.round(8, 6),
					),
					{ at: [0, y + 0.1, -0.02] },
				);
			}
			if (bench.says('farmer', 'pirate')) {
				bench.add(
					bench.plain('straw', bench.says('pirate') ? '2a2624' : undefined),
					lathe(
						[
							[0.15, 0],
							[0.29, 0],
							[0.29, 0.015],
							[0.15, 0.03],
							[0.12, 0.12],
							[0, 0.14],
						],
						bench.round(14, 6),
					),
					{ at: [0, y + 0.06, -0.01], turn: [-6, 0, 0] },
				);
			}
		});
	},
};
