import type { Bench } from '../bench';
import type { Kind } from '../kind';
import type { Material } from '../material';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { facets, sheets } from '../mesh/facets';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import type { Vec3 } from '../mesh/vector';
import { addShield } from './arms';
import { addSword } from './blades';
import { type Anchors, addFigure } from './figure';

/** A cape from the shoulders down the back. */
function addCape(bench: Bench, { shoulder }: Anchors, fallback: Material): void {
	const cape = bench.named('cape', 'cloth', fallback);
	const point = (x: number, y: number, z: number): Vec3 => [x, y, z];
	const top = shoulder * 0.85;
	bench.add(
		cape,
		sheets([
			[
				point(-top, 1.41, -0.1),
				point(top, 1.41, -0.1),
				point(0.27, 0.9, -0.24),
				point(-0.27, 0.9, -0.24),
			].reverse(),
			[
				point(-0.27, 0.9, -0.24),
				point(0.27, 0.9, -0.24),
				point(0.34, 0.28, -0.3),
				point(-0.34, 0.28, -0.3),
			].reverse(),
		]),
	);
}

export const knight: Kind = {
	name: 'knight',
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

export const wizard: Kind = {
	name: 'wizard',
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

export const archer: Kind = {
	name: 'hooded figure',
	words: ['archer', 'ranger', 'elf', 'ninja', 'thief', 'assassin', 'rogue', 'monk', 'hunter', 'cultist'],
	build(bench) {
		const cloth = bench.tint(
			'cloth',
			bench.says('ninja', 'assassin', 'cultist', 'thief') ? '26262c' : '3f6a3a',
		);
		const leather = bench.plain('leather');
		const figure = addFigure(bench, {
			skin: bench.plain('skin'),
			shirt: cloth,
			trousers: leather,
			shoes: leather,
			arms: 'ready',
			bulk: 0.95,
		});
		const [, y] = figure.head;
		bench.add(cloth, sphere(0.175, bench.round(12, 6), -40, 90), {
			at: [0, y + 0.01, -0.03],
			turn: [-38, 0, 0],
		});
		bench.add(
			cloth,
			lathe(
				[
					[0.24, 1.3],
					[0.2, 1.42],
					[0.1, 1.5],
				],
				bench.round(12, 6),
			),
			{ scale: [1.1, 1, 0.8] },
		);
		bench.add(
			leather,
			lathe(
				[
					[0.185, 0.86],
					[0.185, 0.93],
				],
				bench.round(10),
			),
			{ scale: [1.15, 1, 0.78] },
		);
		addCape(bench, figure, cloth);
		const [lx, ly, lz] = figure.leftHand;
		if (bench.says('archer', 'ranger', 'elf', 'hunter')) {
			const limb = [
				[0, -0.6, -0.12],
				[0, -0.35, 0.02],
				[0, 0, 0.08],
				[0, 0.35, 0.02],
				[0, 0.6, -0.12],
			] as const;
			const bar = (points: readonly Vec3[], radius: number): void => {
				points.slice(1).forEach((to, index) => {
					const from = points[index] ?? to;
					const [dy, dz] = [to[1] - from[1], to[2] - from[2]];
					const long = Math.sqrt(dy * dy + dz * dz);
					const at: Vec3 = [lx + from[0], ly + from[1], lz + from[2]];
					bench.add(bench.trim('oak'), cylinder(radius, radius, long, bench.round(6)), {
						at,
						turn: [(Math.atan(dz / dy) * 180) / Math.PI, 0, 0],
					});
				});
			};
			bar(limb, 0.018);
			bar(
				[
					[0, -0.6, -0.12],
					[0, 0.6, -0.12],
				],
				0.004,
			);
		} else {
			const [rx, ry, rz] = figure.rightHand;
			bench.group({ at: [rx, ry - 0.06, rz], turn: [70, 0, 0], scale: 0.6 }, () =>
				addSword(bench, bench.trim('steel'), leather, leather, 0.6),
			);
		}
	},
};
