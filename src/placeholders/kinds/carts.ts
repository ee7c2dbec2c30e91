import type { Kind } from '../kind';
import type { Material } from '../material';
import { box } from '../mesh/box';
import { cylinder, lathe } from '../mesh/lathe';
import { prism } from '../mesh/prism';
import { ring } from '../mesh/tube';
import type { Vec2 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

/** A spoked wheel in the plane of y and z, its hub at the origin. */
export function addWheel(bench: Bench, wood: Material, iron: Material, radius: number): void {
	bench.group({ turn: [0, 90, 0] }, () => {
		const around = bench.round(20, 8);
		bench.add(wood, ring(radius * 0.88, radius * 0.09, around, bench.round(6, 4)));
		bench.add(
			iron,
			lathe(
				[
					[radius * 0.96, -radius * 0.08],
					[radius, -radius * 0.08],
					[radius, radius * 0.08],
					[radius * 0.96, radius * 0.08],
				],
				around,
				true,
			),
			{ turn: [90, 0, 0] },
		);
		bench.add(wood, cylinder(radius * 0.16, radius * 0.16, radius * 0.36, bench.round(10)), {
			at: [0, 0, -radius * 0.18],
			turn: [90, 0, 0],
		});
		for (let spoke = 0; spoke < 8; spoke++) {
			bench.add(wood, box(radius * 0.09, radius * 0.86, radius * 0.08), { turn: [0, 0, spoke * 45] });
		}
	});
}

export const cart: Kind = {
	name: 'cart',
	words: ['cart', 'wagon', 'carriage', 'wheelbarrow', 'chariot', 'minecart', 'trolley'],
	build(bench) {
		const wood = bench.body('oak');
		const iron = bench.trim('iron');
		const wagon = bench.says('wagon', 'carriage', 'minecart');
		const [wide, long] = [1.2, wagon ? 2.4 : 1.8];
		bench.add(wood, box(wide, 0.08, long), { at: [0, 0.62, 0] });
		for (const side of [-1, 1]) {
			bench.add(wood, box(0.06, 0.46, long + 0.04), {
				at: [side * (wide / 2), 0.66, 0],
				turn: [0, 0, side * -8],
			});
			for (const z of [-0.4, 0, 0.4])
				bench.add(iron, box(0.05, 0.5, 0.06), {
					at: [side * (wide / 2 + 0.03), 0.64, z * long],
					turn: [0, 0, side * -8],
				});
			bench.add(wood, box(wide, 0.42, 0.06), { at: [0, 0.66, side * (long / 2)] });
			for (const z of wagon ? [-0.32, 0.32] : [-0.05]) {
				bench.group({ at: [side * (wide / 2 + 0.2), 0.55, z * long] }, () =>
					addWheel(bench, wood, iron, 0.55),
				);
			}
			if (!wagon)
				bench.add(wood, box(0.08, 0.08, 1.5), { at: [side * 0.4, 0.6, long / 2 + 0.6], turn: [10, 0, 0] });
		}
		for (const z of wagon ? [-0.32, 0.32] : [-0.05]) {
			bench.add(iron, cylinder(0.05, 0.05, wide + 0.4, bench.round(8)), {
				at: [-(wide / 2 + 0.2), 0.55, z * long],
				turn: [0, 0, -90],
			});
		}
		if (!bench.says('covered', 'carriage')) return;
		const cover = Array.from(
			{ length: 9 },
			(_, step): Vec2 => [Math.cos((step / 8) * Math.PI) * 0.7, Math.sin((step / 8) * Math.PI) * 0.75],
		);
		bench.add(bench.tint('cloth', 'e6dcc4'), prism([...cover, [-0.7, -0.3], [0.7, -0.3]], long * 0.95), {
			at: [0, 1.35, 0],
		});
	},
};
