import type { Kind } from '../kind';
import type { Material } from '../material';
import { box } from '../mesh/box';
import { sheets } from '../mesh/facets';
import { cylinder } from '../mesh/lathe';
import type { Bench } from '../partBuilder';
import { hull } from './hull';

function addSail(bench: Bench, cloth: Material, y: number, wide: number, tall: number, z: number): void {
	const rows = [0, 0.35, 0.7, 1].map((along) => ({
		y: y + tall * along,
		z: z + Math.sin(Math.PI * (0.15 + 0.75 * along)) * tall * 0.16,
		half: (wide / 2) * (1 - 0.15 * along),
	}));
	rows.slice(1).forEach((high, index) => {
		const low = rows[index] ?? high;
		bench.add(
			cloth,
			sheets([
				[
					[-low.half, low.y, low.z],
					[low.half, low.y, low.z],
					[high.half, high.y, high.z],
					[-high.half, high.y, high.z],
				],
			]),
		);
	});
}

export const boat: Kind = {
	name: 'boat',
	words: [
		'boat',
		'ship',
		'rowboat',
		'canoe',
		'sailboat',
		'sailing ship',
		'galleon',
		'raft',
		'longship',
		'yacht',
		'pirate ship',
	],
	build(bench) {
		const wood = bench.body('oak');
		const dark = bench.trim('dark wood');
		const large = bench.says('ship', 'galleon', 'longship', 'yacht', 'sailboat', 'sailing', 'pirate');
		const size = large ? 2.6 : 1;
		bench.group({ scale: size }, () => {
			bench.add(wood, hull(3.6, 1.35, 0.55, bench.round(10, 4)));
			for (const z of large ? [] : [-0.75, 0.1, 0.9])
				bench.add(dark, box(1.18 - Math.abs(z) * 0.25, 0.05, 0.26), { at: [0, 0.38, z] });
			if (large) {
				bench.add(dark, box(1.1, 0.04, 2.3, [1, 0.95]), { at: [0, 0.36, -0.25] });
				bench.add(wood, box(1.05, 0.42, 0.75), { at: [0, 0.4, -1.35] });
				const cloth = bench.named(
					'sail',
					'cloth',
					bench.tint('cloth', bench.says('pirate') ? '2a282c' : 'e8dfc8'),
				);
				for (const [z, tall] of [
					[0.5, 2.6],
					[-0.65, 2.9],
				] as const) {
					bench.add(dark, cylinder(0.055, 0.035, tall + 0.35, bench.round(8)), { at: [0, 0.15, z] });
					for (const [y, wide] of [
						[0.95, 1.5],
						[tall * 0.66, 1.15],
					] as const) {
						addSail(bench, cloth, y, wide, tall * 0.32, z + 0.03);
						bench.add(dark, cylinder(0.025, 0.025, wide * 0.95, 6), {
							at: [-wide * 0.475, y + tall * 0.32, z + 0.06],
							turn: [0, 0, -90],
						});
					}
				}
				bench.add(dark, cylinder(0.045, 0.02, 1, bench.round(6)), { at: [0, 0.72, 1.6], turn: [68, 0, 0] });
				return;
			}
			for (const side of [-1, 1]) {
				bench.add(dark, cylinder(0.022, 0.022, 1.7, bench.round(6)), {
					at: [side * 0.3, 0.62, 0.3],
					turn: [0, 0, side * -105],
				});
				bench.add(dark, box(0.16, 0.45, 0.03), { at: [side * 1.85, 0.21, 0.3], turn: [0, 0, side * -105] });
			}
		});
	},
};
