import type { Bench } from '../bench';
import type { Kind } from '../kind';
import type { Material } from '../material';
import { box } from '../mesh/box';
import { addFacet, sheets } from '../mesh/facets';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { emptyMesh, type Mesh } from '../mesh/mesh';
import { prism } from '../mesh/prism';
import { ring } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';

/** An open hull along z, its keel on y = 0, with a floor a little above it. */
function hull(length: number, width: number, height: number, steps: number): Mesh {
	const mesh = emptyMesh();
	const station = (step: number) => {
		const along = step / steps;
		const beam = (width / 2) * Math.sin(Math.PI * (0.14 + 0.86 * along)) ** 0.7 * (along > 0.999 ? 0 : 1);
		const sheer = height * (1 + 0.45 * (2 * along - 1) ** 2);
		const z = (along - 0.5) * length;
		const shape = (inset: number): Vec3[] =>
			[
				[-1, sheer],
				[-0.82, sheer * 0.45],
				[0, 0],
				[0.82, sheer * 0.45],
				[1, sheer],
			].map(
				([x = 0, y = 0]): Vec3 => [
					Math.sign(x) * Math.max(0, Math.abs(x) * beam - inset),
					Math.max(y, inset * 2),
					z * (1 - inset / length),
				],
			);
		return { outside: shape(0), inside: shape(0.06) };
	};
	for (let step = 0; step < steps; step++) {
		const [here, next] = [station(step), station(step + 1)];
		const strip = (from: Vec3[], to: Vec3[], outward: boolean): void => {
			for (let edge = 0; edge + 1 < from.length; edge++) {
				const [a, b, c, d] = [from[edge], from[edge + 1], to[edge + 1], to[edge]];
				if (!a || !b || !c || !d) continue;
				for (const corners of [
					[a, b, c],
					[a, c, d],
				])
					addFacet(mesh, outward ? corners : corners.slice().reverse());
			}
		};
		strip(here.outside, next.outside, true);
		strip(here.inside, next.inside, false);
		for (const side of [0, 4]) {
			const rim = [here.outside[side], next.outside[side], next.inside[side], here.inside[side]].flatMap(
				(point) => (point ? [point] : []),
			);
			for (const corners of [
				rim.slice(0, 3),
				[rim[0], rim[2], rim[3]].flatMap((point) => (point ? [point] : [])),
			]) {
				addFacet(mesh, side === 0 ? corners : corners.reverse());
			}
		}
	}
	const { outside, inside } = station(0);
	addFacet(mesh, outside.slice().reverse());
	addFacet(mesh, inside);
	return mesh;
}

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

export const spaceship: Kind = {
	name: 'spaceship',
	words: [
		'spaceship',
		'starship',
		'starfighter',
		'space ship',
		'spacecraft',
		'shuttle',
		'fighter',
		'airplane',
		'plane',
		'aircraft',
		'jet',
	],
	build(bench) {
		const shell = bench.body('steel', 'c8ccd2');
		const accent = bench.trim('paint', 'c8402f');
		const dark = bench.plain('iron', '34373d');
		const around = bench.round(14, 6);
		bench.group({ at: [0, 1.15, 0] }, () => {
			bench.add(
				shell,
				lathe(
					[
						[0.45, -3],
						[0.75, -2.2],
						[0.85, -0.6],
						[0.65, 1.2],
						[0.3, 2.8],
						[0.06, 3.5],
						[0, 3.55],
					],
					around,
				),
				{ turn: [90, 0, 0], scale: [1.15, 0.75, 1] },
			);
			bench.add(bench.plain('glass', '2f5f86'), sphere(0.42, bench.round(14, 6)), {
				at: [0, 0.4, 0.9],
				scale: [0.85, 0.75, 2],
			});
			for (const side of [-1, 1]) {
				bench.add(
					shell,
					prism(
						[
							[0.5, -1.6],
							[3, -2.3],
							[3, -1.4],
							[0.6, 1],
						],
						0.14,
					),
					{ at: [0, -0.08, 0], scale: [side, 1, 1], turn: [90, 0, 0] },
				);
				bench.add(
					accent,
					prism(
						[
							[2.1, -2.05],
							[2.6, -2.19],
							[2.6, -1.15],
							[2.1, -0.68],
						],
						0.16,
					),
					{ at: [0, -0.08, 0], scale: [side, 1, 1], turn: [90, 0, 0] },
				);
				bench.add(dark, cylinder(0.09, 0.06, 1.9, bench.round(8)), {
					at: [side * 3, -0.08, -2],
					turn: [90, 0, 0],
				});
				bench.add(
					shell,
					prism(
						[
							[-3, 0.2],
							[-1.7, 0.2],
							[-2.6, 1.3],
							[-3.1, 1.3],
						],
						0.1,
					),
					{ at: [side * 0.55, 0, 0], turn: [0, -90, 0] },
				);
				bench.add(dark, cylinder(0.36, 0.42, 0.9, around), { at: [side * 0.65, 0, -2.6], turn: [-90, 0, 0] });
				bench.add(bench.light('thruster', '5ad0ff', 0.9), cylinder(0.28, 0.28, 0.03, around), {
					at: [side * 0.65, 0, -3.49],
					turn: [-90, 0, 0],
				});
				bench.add(dark, box(0.1, 0.9, 0.1), { at: [side * 0.75, -1.1, -0.9] });
				bench.add(dark, box(0.32, 0.06, 0.5), { at: [side * 0.75, -1.15, -0.9] });
			}
			bench.add(dark, box(0.1, 0.95, 0.1), { at: [0, -1.1, 1.6] });
			bench.add(dark, box(0.3, 0.06, 0.45), { at: [0, -1.15, 1.6] });
		});
	},
};

export const rocket: Kind = {
	name: 'rocket',
	words: ['rocket', 'missile', 'space rocket'],
	build(bench) {
		const shell = bench.body('paint', 'e8e8e4');
		const accent = bench.trim('paint', 'c8322a');
		const around = bench.round(18, 8);
		bench.add(
			shell,
			lathe(
				[
					[0.75, 0.7],
					[1, 1.6],
					[1.05, 3],
					[0.9, 4.6],
					[0.62, 5.6],
				],
				around,
			),
		);
		bench.add(
			accent,
			lathe(
				[
					[0.63, 5.58],
					[0.35, 6.3],
					[0, 6.9],
				],
				around,
			),
		);
		bench.add(
			bench.plain('iron'),
			lathe(
				[
					[0.7, 0.2],
					[0.45, 0.75],
				],
				around,
			),
		);
		for (const turn of [45, 135, 225, 315]) {
			bench.group({ turn: [0, turn, 0] }, () =>
				bench.add(
					accent,
					prism(
						[
							[0.8, 0.9],
							[1.7, 0],
							[1.7, 0.7],
							[0.98, 2.2],
						],
						0.12,
					),
				),
			);
		}
		bench.add(accent, ring(0.28, 0.06, around, bench.round(6)), { at: [0, 4, 0.97], turn: [-6, 0, 0] });
		bench.add(bench.plain('glass', '4a9ad0'), cylinder(0.25, 0.25, 0.08, around), {
			at: [0, 4, 0.94],
			turn: [84, 0, 0],
		});
	},
};
