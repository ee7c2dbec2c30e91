import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { ring, tube } from '../mesh/tube';
import { addFigure } from './figure';

export const person: Kind = {
	name: 'person',
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

export const zombie: Kind = {
	name: 'zombie',
	words: ['zombie', 'undead', 'ghoul', 'mummy', 'vampire', 'frankenstein'],
	build(bench) {
		const mummy = bench.says('mummy');
		const skin = bench.plain('skin', mummy ? 'd8cba8' : bench.says('vampire') ? 'dcd8d4' : '7f9a62');
		const shirt = mummy
			? bench.plain('cloth', 'd8cba8')
			: bench.tint('cloth', bench.says('vampire') ? '22202a' : '6a5a4a');
		const trousers = mummy ? shirt : bench.plain('cloth', '3c4250');
		bench.group({ turn: [6, 0, 0] }, () => {
			const figure = addFigure(bench, {
				skin,
				shirt,
				trousers,
				shoes: skin,
				arms: 'forward',
				eyes: bench.light('eyes', 'ffd84a', 0.7),
				...(mummy ? {} : { hair: bench.plain('fur', '2e2a22') }),
			});
			const [, y] = figure.head;
			bench.add(bench.plain('paint', '3a1a18'), box(0.09, 0.035, 0.03), { at: [0, y - 0.08, 0.115] });
			if (mummy)
				for (const [at, tilt] of [
					[1.3, 10],
					[1.12, -8],
					[0.95, 6],
					[y + 0.07, -12],
				] as const) {
					bench.add(bench.plain('bone'), ring(at > 1.4 ? 0.135 : 0.19, 0.016, bench.round(12, 6), 4), {
						at: [0, at, 0],
						turn: [90, 0, tilt],
						scale: [1.08, 1, 0.8],
					});
				}
		});
	},
};

export const skeleton: Kind = {
	name: 'skeleton',
	words: ['skeleton', 'lich'],
	build(bench) {
		const bone = bench.body('bone');
		const dark = bench.plain('paint', '16120f');
		const around = bench.round(8, 4);
		for (const side of [-1, 1]) {
			bench.add(
				bone,
				tube(
					[
						[side * 0.09, 0.06, 0],
						[side * 0.1, 0.46, 0.015],
						[side * 0.09, 0.88, 0],
					],
					0.027,
					around,
				),
			);
			bench.add(bone, sphere(0.042, around), { at: [side * 0.1, 0.46, 0.015] });
			bench.add(bone, box(0.08, 0.06, 0.24, [0.8, 0.7]), { at: [side * 0.09, 0, 0.05] });
			bench.add(
				bone,
				tube(
					[
						[side * 0.19, 1.38, 0],
						[side * 0.28, 1.12, 0],
						[side * 0.3, 0.84, 0.08],
					],
					0.022,
					around,
				),
			);
			bench.add(bone, sphere(0.045, around), { at: [side * 0.3, 0.8, 0.09] });
		}
		bench.add(bone, box(0.26, 0.1, 0.13, 0.7), { at: [0, 0.85, 0] });
		bench.add(
			bone,
			tube(
				[
					[0, 0.9, -0.03],
					[0, 1.2, -0.06],
					[0, 1.5, -0.02],
				],
				0.028,
				around,
			),
		);
		bench.add(
			bone,
			tube(
				[
					[-0.2, 1.39, 0],
					[0, 1.41, 0.05],
					[0.2, 1.39, 0],
				],
				0.022,
				around,
			),
		);
		for (const [y, wide] of [
			[1.33, 0.15],
			[1.25, 0.165],
			[1.17, 0.16],
			[1.09, 0.135],
		] as const) {
			bench.add(bone, ring(wide, 0.016, bench.round(14, 6), 4), {
				at: [0, y, 0],
				turn: [96, 0, 0],
				scale: [1, 0.7, 0.7],
			});
		}
		bench.add(bone, sphere(0.14, bench.round(14, 6)), { at: [0, 1.65, 0], scale: [0.9, 0.95, 1] });
		bench.add(bone, box(0.13, 0.1, 0.12, [1.2, 1.1]), { at: [0, 1.48, 0.05] });
		for (const side of [-1, 1])
			bench.add(dark, sphere(0.036, bench.round(8)), { at: [side * 0.052, 1.64, 0.115], scale: [1, 1, 0.6] });
		for (const x of [-0.035, 0, 0.035]) bench.add(dark, box(0.006, 0.05, 0.01), { at: [x, 1.495, 0.115] });
	},
};

export const goblin: Kind = {
	name: 'goblin',
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

export const ghost: Kind = {
	name: 'ghost',
	words: ['ghost', 'spirit', 'phantom', 'wraith', 'specter'],
	build(bench) {
		const veil = bench.tint('plaster', 'e8eef6');
		const around = bench.round(16, 8);
		const shape = [
			[0.4, 0.24],
			[0.36, 0.45],
			[0.32, 0.8],
			[0.3, 1.1],
			[0.22, 1.36],
			[0.1, 1.47],
			[0, 1.5],
		] as const;
		bench.add(veil, lathe(shape, around));
		const tatters = 10;
		for (let tatter = 0; tatter < tatters; tatter++) {
			const angle = (tatter / tatters) * 2 * Math.PI;
			const long = tatter % 2 ? 0.26 : 0.17;
			bench.add(veil, cylinder(0, 0.125, long, bench.round(8)), {
				at: [Math.sin(angle) * 0.285, 0.26 - long, Math.cos(angle) * 0.285],
			});
		}
		for (const side of [-1, 1]) {
			bench.add(
				veil,
				tube(
					[
						[side * 0.26, 0.95, 0.1],
						[side * 0.44, 0.92, 0.25],
						[side * 0.46, 1.02, 0.36],
					],
					(along) => 0.11 - 0.05 * along,
					bench.round(8),
				),
			);
			bench.add(bench.plain('paint', '1c2030'), sphere(0.055, bench.round(10)), {
				at: [side * 0.1, 1.2, 0.255],
				scale: [1, 1.4, 0.5],
			});
		}
		bench.add(bench.plain('paint', '1c2030'), sphere(0.055, bench.round(10)), {
			at: [0, 1.03, 0.3],
			scale: [1, 1.2, 0.4],
		});
	},
};
