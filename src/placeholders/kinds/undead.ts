import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { ring, tube } from '../mesh/tube';
import { addFigure, markFigure } from './figure';

export const zombie: Kind = {
	name: 'zombie',
	body: 'biped',
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
	body: 'biped',
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
		markFigure(bench, {
			hip: [0.09, 0.86, 0],
			knee: [0.1, 0.46, 0.015],
			ankle: [0.09, 0.08, 0],
			shoulder: [0.19, 1.38, 0],
			elbow: [0.28, 1.12, 0],
			hand: [0.3, 0.84, 0.08],
			waist: 1,
			neck: 1.44,
			crown: 1.78,
		});
		for (const x of [-0.035, 0, 0.035]) bench.add(dark, box(0.006, 0.05, 0.01), { at: [x, 1.495, 0.115] });
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
