import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { mirrored, prism } from '../mesh/prism';
import { tube } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';

export const bird: Kind = {
	name: 'bird',
	body: 'avian',
	words: [
		'bird',
		'chicken',
		'hen',
		'rooster',
		'duck',
		'crow',
		'raven',
		'eagle',
		'owl',
		'parrot',
		'penguin',
		'goose',
		'turkey',
		'chick',
	],
	build(bench) {
		const colours = bench.says('crow', 'raven', 'penguin')
			? '26262e'
			: bench.says('eagle', 'owl', 'turkey')
				? '6e4c30'
				: bench.says('parrot')
					? 'd83a2e'
					: bench.says('duck')
						? 'e8d24a'
						: 'ece6da';
		const feather = bench.tint('fur', colours);
		const orange = bench.plain('paint', 'e8962c');
		bench.add(
			feather,
			tube(
				[
					[0, 0.32, -0.22],
					[0, 0.26, -0.1],
					[0, 0.24, 0.04],
					[0, 0.34, 0.13],
					[0, 0.46, 0.14],
				],
				(along) => [0.03, 0.11, 0.13, 0.085, 0.07][Math.round(along * 4)] ?? 0.1,
				bench.round(10, 5),
			),
		);
		bench.add(feather, sphere(0.082, bench.round(12, 6)), { at: [0, 0.48, 0.15] });
		bench.add(orange, cylinder(0.032, 0, 0.1, bench.round(6)), { at: [0, 0.475, 0.215], turn: [95, 0, 0] });
		for (const side of [-1, 1]) {
			bench.add(bench.plain('paint', '1a1614'), sphere(0.014, bench.round(6)), {
				at: [side * 0.055, 0.5, 0.2],
			});
			bench.add(feather, blob([0.03, 0.08, 0.13], 0.05, bench.detail(1), bench.random), {
				at: [side * 0.13, 0.27, -0.03],
				turn: [14, 0, 0],
			});
			bench.add(orange, cylinder(0.012, 0.012, 0.14, 5), { at: [side * 0.055, 0.02, 0.02] });
			bench.add(
				orange,
				prism(
					mirrored([
						[0, 0],
						[0.05, 0.09],
						[0, 0.07],
					]),
					0.018,
				),
				{ at: [side * 0.055, 0.01, -0.02], turn: [90, 0, 0] },
			);
		}
		for (const lean of [-14, 0, 14])
			bench.add(
				feather,
				prism(
					mirrored([
						[0, 0],
						[0.045, 0.1],
						[0.03, 0.2],
						[0, 0.22],
					]),
					0.015,
				),
				{ at: [0, 0.28, -0.17], turn: [-55, 0, lean] },
			);
		if (!bench.says('chicken', 'hen', 'rooster', 'turkey')) return;
		for (const [y, z] of [
			[0.57, 0.18],
			[0.585, 0.14],
			[0.57, 0.1],
		] as const)
			bench.add(bench.plain('paint', 'c8281e'), sphere(0.026, bench.round(6)), {
				at: [0, y, z],
				scale: [0.6, 1, 1],
			});
		bench.add(bench.plain('paint', 'c8281e'), sphere(0.024, bench.round(6)), { at: [0, 0.42, 0.225] });
	},
};

export const fish: Kind = {
	name: 'fish',
	body: 'aquatic',
	words: ['fish', 'shark', 'dolphin', 'whale', 'salmon', 'trout'],
	build(bench) {
		const large = bench.says('shark', 'dolphin', 'whale');
		const hide = bench.tint(
			large ? 'plaster' : 'scales',
			large ? '6a7c8c' : bench.random.pick(['e0802c', '4a8ac8', '8a9aa8']),
		);
		bench.group({ scale: large ? [5, 5, 9] : 1 }, () => {
			const radii = [0.012, 0.05, 0.085, 0.09, 0.065, 0.01];
			bench.add(
				hide,
				tube(
					[-0.22, -0.12, -0.02, 0.08, 0.16, 0.22].map((z): Vec3 => [0, 0.14, z]),
					(along) => radii[Math.round(along * 5)] ?? 0.05,
					bench.round(12, 6),
				),
				{ scale: [0.62, 1, 1] },
			);
			bench.add(
				hide,
				prism(
					mirrored([
						[0, 0.05],
						[0.1, -0.02],
						[0.13, 0.14],
						[0, 0.08],
					]),
					0.012,
				),
				{ at: [0, 0.14, -0.19], turn: [-90, 0, 90] },
			);
			bench.add(
				hide,
				prism(
					[
						[-0.09, 0],
						[0.06, 0],
						[-0.08, 0.1],
					],
					0.012,
				),
				{ at: [0, 0.21, 0], turn: [0, -90, 0] },
			);
			for (const side of [-1, 1]) {
				bench.add(
					hide,
					prism(
						[
							[0, 0],
							[0.02, -0.05],
							[0.11, -0.09],
						],
						0.01,
					),
					{ at: [side * 0.045, 0.12, 0.05], scale: [side, 1, 1], turn: [20, 0, 0] },
				);
				bench.add(bench.plain('porcelain'), sphere(0.016, bench.round(8)), {
					at: [side * 0.035, 0.165, 0.155],
				});
				bench.add(bench.plain('paint', '141418'), sphere(0.009, bench.round(6)), {
					at: [side * 0.046, 0.166, 0.162],
				});
			}
		});
	},
};

export const spider: Kind = {
	name: 'spider',
	body: 'octopod',
	words: ['spider', 'tarantula', 'scorpion', 'insect', 'bug', 'ant', 'beetle', 'crab'],
	build(bench) {
		const hide = bench.tint('fur', bench.says('crab') ? 'c8482e' : '2e2a30');
		bench.add(hide, blob([0.24, 0.2, 0.3], 0.04, bench.detail(2), bench.random), { at: [0, 0.36, -0.3] });
		bench.add(hide, sphere(0.17, bench.round(12, 6)), { at: [0, 0.32, 0.1] });
		for (const side of [-1, 1]) {
			for (const [index, z] of [0.2, 0.1, 0, -0.1].entries()) {
				const spread = 0.42 - index * 0.28;
				const name = `${side > 0 ? 'Left' : 'Right'}Leg${index + 1}`;
				bench.joint(`${name}Upper`, [side * 0.1, 0.32, z]);
				bench.joint(`${name}Lower`, [side * 0.42, 0.62, z + spread * 0.6]);
				bench.joint(`${name}LowerTip`, [side * 0.78, 0, z + spread * 1.15]);
				bench.add(
					hide,
					tube(
						[
							[side * 0.1, 0.32, z],
							[side * 0.42, 0.62, z + spread * 0.6],
							[side * 0.62, 0.3, z + spread],
							[side * 0.78, 0.0, z + spread * 1.15],
						],
						(along) => 0.04 - 0.026 * along,
						bench.round(6),
					),
				);
			}
			bench.add(
				bench.plain('bone', '4a1c1c'),
				lathe(
					[
						[0.03, 0],
						[0, 0.12],
					],
					bench.round(6),
				),
				{ at: [side * 0.05, 0.26, 0.24], turn: [150, 0, 0] },
			);
			for (const [x, y, size] of [
				[0.045, 0.38, 0.03],
				[0.095, 0.36, 0.02],
				[0.03, 0.43, 0.018],
			] as const) {
				bench.add(bench.light('eyes', 'e8321e', 0.8), sphere(size, bench.round(6)), {
					at: [side * x, y, 0.25 - (y - 0.36) * 0.6],
				});
			}
		}
	},
};
