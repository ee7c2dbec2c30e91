import type { Kind } from '../kind';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import type { Vec3 } from '../mesh/vector';
import { addSword } from './blades';
import { addCape } from './cape';
import { addFigure } from './figure';

export const archer: Kind = {
	name: 'hooded figure',
	body: 'biped',
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
