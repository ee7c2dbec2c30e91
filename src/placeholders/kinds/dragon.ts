import type { Kind } from '../kind';
import type { Material } from '../material';
import { sheets } from '../mesh/facets';
import { cylinder, sphere } from '../mesh/lathe';
import { prism } from '../mesh/prism';
import { tube } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

/** A bat's wing to the side of `side`, its root at the origin. */
function addWing(bench: Bench, skin: Material, bone: Material, side: 1 | -1): void {
	const wrist: Vec3 = [side * 0.9, 1, -0.1];
	const tips: readonly Vec3[] = [
		[side * 2.5, 1.35, -0.2],
		[side * 2.3, 0.35, -0.75],
		[side * 1.55, -0.1, -1.1],
		[side * 0.6, -0.15, -1.1],
	];
	const root: Vec3 = [0, 0, 0];
	const between = (a: Vec3, b: Vec3): Vec3 => [
		(a[0] + b[0]) / 2 - side * 0.12,
		(a[1] + b[1]) / 2 + 0.14,
		(a[2] + b[2]) / 2 + 0.12,
	];
	tips.forEach((tip, index) => {
		bench.add(
			bone,
			tube([wrist, tip], (along) => 0.045 - 0.035 * along, bench.round(5, 3)),
		);
		const next = tips[index + 1] ?? root;
		const notch = between(tip, next);
		bench.add(
			skin,
			sheets([
				[wrist, tip, notch],
				[wrist, notch, next],
			]),
		);
	});
	bench.add(bone, tube([root, wrist], 0.07, bench.round(6)));
}

export const dragon: Kind = {
	name: 'dragon',
	body: 'quadruped',
	words: ['dragon', 'wyvern', 'drake'],
	build(bench) {
		const hide = bench.body('scales', bench.random.pick(['3f8a4a', 'a03a2e', '3a5f9a']));
		const bone = bench.trim('bone', 'd8c89a');
		const skin = bench.named('wing', 'leather', bench.trim('leather', 'b8703a'));
		const around = bench.round(10, 5);
		const spine: readonly Vec3[] = [
			[0.6, 0.12, -3.1],
			[0.35, 0.3, -2.4],
			[0, 0.75, -1.6],
			[0, 1.15, -0.8],
			[0, 1.25, 0],
			[0, 1.45, 0.7],
			[0, 2, 1.15],
			[0, 2.55, 1.35],
			[0, 2.8, 1.7],
		];
		const girth = [0.03, 0.12, 0.26, 0.48, 0.56, 0.46, 0.26, 0.2, 0.2];
		const radius = (along: number): number => girth[Math.round(along * (girth.length - 1))] ?? 0.2;
		bench.add(hide, tube(spine, radius, around));
		const jaw = (y: number, size: number, tilt: number): void => {
			bench.add(
				hide,
				tube(
					[
						[0, y, 1.6],
						[0, y - 0.02, 1.95],
						[0, y - 0.08 - tilt, 2.35],
					],
					(along) => size * (1 - 0.5 * along),
					around,
				),
				{ scale: [0.95, 1, 1] },
			);
		};
		jaw(2.88, 0.26, 0);
		jaw(2.7, 0.16, 0.1);
		for (const side of [-1, 1] as const) {
			bench.add(bench.light('eyes', 'ffcc33', 0.7), sphere(0.06, bench.round(8)), {
				at: [side * 0.19, 2.99, 1.84],
			});
			bench.add(
				bone,
				tube(
					[
						[side * 0.14, 3.02, 1.6],
						[side * 0.24, 3.25, 1.3],
						[side * 0.22, 3.35, 1],
					],
					(along) => 0.08 - 0.07 * along,
					bench.round(6),
				),
			);
			for (const [z, x, top] of [
				[-0.75, 0.45, 1.05],
				[0.65, 0.42, 1.15],
			] as const) {
				bench.add(
					hide,
					tube(
						[
							[side * x, top, z],
							[side * (x + 0.15), 0.6, z + 0.15],
							[side * (x + 0.12), 0.1, z],
						],
						(along) => 0.24 - 0.13 * along,
						bench.round(8),
					),
				);
				bench.add(hide, sphere(0.17, bench.round(8)), {
					at: [side * (x + 0.12), 0.09, z + 0.1],
					scale: [1, 0.55, 1.4],
				});
				for (const claw of [-0.09, 0, 0.09])
					bench.add(bone, cylinder(0.035, 0, 0.14, bench.round(5)), {
						at: [side * (x + 0.12) + claw, 0.06, z + 0.27],
						turn: [100, 0, 0],
					});
			}
			bench.group({ at: [side * 0.3, 1.6, 0.25] }, () => addWing(bench, skin, hide, side));
		}
		spine.slice(1, -1).forEach(([x, y, z], index) => {
			const up = girth[index + 1] ?? 0.2;
			bench.add(
				bone,
				prism(
					[
						[-0.12, 0],
						[0.1, 0],
						[-0.16, 0.28],
					],
					0.05,
				),
				{ at: [x, y + up * 0.9, z], turn: [0, -90, 0] },
			);
		});
	},
};
