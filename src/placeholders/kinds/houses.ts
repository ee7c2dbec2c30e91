import type { Kind } from '../kind';
import type { Material } from '../material';
import { box } from '../mesh/box';
import { cylinder } from '../mesh/lathe';
import type { Mesh } from '../mesh/mesh';
import { posed } from '../mesh/pose';
import { mirrored, prism } from '../mesh/prism';
import type { Bench } from '../partBuilder';

/** A gable roof with its ridge along x: two slabs over a filled gable. */
export function gable(width: number, height: number, depth: number, thick = 0.16): Mesh {
	const reach = depth / 2;
	const slab = mirrored([
		[0, height - thick * 1.4],
		[reach, -thick * 0.6],
		[reach, thick * 0.6],
		[0, height + thick],
	]);
	return posed(prism(slab, width), { turn: [0, 90, 0] });
}

/** A window that lies on a wall facing +z, framed. */
export function addWindow(
	bench: Bench,
	frame: Material,
	x: number,
	y: number,
	z: number,
	width = 0.8,
	height = 1,
): void {
	const glass = bench.plain('glass', '7fb2c8');
	bench.add(frame, box(width + 0.16, height + 0.16, 0.06), { at: [x, y - 0.08, z + 0.02] });
	bench.add(glass, box(width, height, 0.06), { at: [x, y, z + 0.035] });
	bench.add(frame, box(0.06, height, 0.08), { at: [x, y, z + 0.04] });
	bench.add(frame, box(width, 0.06, 0.08), { at: [x, y + height / 2 - 0.03, z + 0.04] });
}

export const house: Kind = {
	name: 'house',
	words: [
		'house',
		'cabin',
		'cottage',
		'hut',
		'home',
		'inn',
		'tavern',
		'shop',
		'barn',
		'shed',
		'building',
		'farmhouse',
		'church',
		'chapel',
		'mill',
		'school',
	],
	build(bench) {
		const cabin = bench.says('cabin', 'shed', 'hut', 'log', 'barn');
		const walls = bench.make(cabin ? 'oak' : 'plaster', bench.says('barn') ? '9a3a30' : undefined);
		const beams = bench.trim('dark wood');
		const roof = bench.named('roof', 'shingles', bench.tint('shingles'));
		const [width, depth] = [6.4 * bench.random.vary(0.08), 5.2];
		const [high, peak] = [3 * bench.random.vary(0.06), 2.6 * bench.random.vary(0.08)];
		bench.add(bench.plain('cobblestone'), box(width + 0.2, 0.4, depth + 0.2));
		bench.add(walls, box(width, high, depth), { at: [0, 0.2, 0] });
		const top = high + 0.2;
		bench.add(
			walls,
			posed(
				prism(
					mirrored([
						[0, 0],
						[depth / 2, 0],
						[0, peak - 0.1],
					]),
					width - 0.02,
				),
				{ turn: [0, 90, 0] },
			),
			{ at: [0, top, 0] },
		);
		bench.add(roof, gable(width + 0.9, peak * 1.14, depth * 1.14 + 0.2), { at: [0, top - peak * 0.14, 0] });
		for (const [x, z] of [
			[-1, -1],
			[-1, 1],
			[1, -1],
			[1, 1],
		] as const) {
			bench.add(beams, box(0.26, high, 0.26), { at: [x * (width / 2 - 0.07), 0.2, z * (depth / 2 - 0.07)] });
		}
		bench.add(beams, box(width + 0.06, 0.22, depth + 0.06), { at: [0, top - 0.22, 0] });
		bench.add(beams, box(1.3, 2.25, 0.12), { at: [0, 0.2, depth / 2 + 0.01] });
		bench.add(bench.named('door', 'oak', bench.trim('oak')), box(1.05, 2.1, 0.12), {
			at: [0, 0.2, depth / 2 + 0.04],
		});
		bench.add(bench.plain('bronze'), box(0.08, 0.14, 0.06), { at: [0.38, 1.15, depth / 2 + 0.12] });
		bench.add(bench.plain('stone'), box(1.5, 0.2, 0.6), { at: [0, 0, depth / 2 + 0.3] });
		for (const side of [-1, 1]) {
			addWindow(bench, beams, side * width * 0.32, 1.3, depth / 2);
			bench.group({ turn: [0, side * 90, 0] }, () => {
				addWindow(bench, beams, 0, 1.3, width / 2);
				addWindow(bench, beams, 0, top + 0.35, width / 2 - 0.01, 0.6, 0.7);
			});
		}
		if (bench.says('church', 'chapel')) {
			bench.add(walls, box(1.8, 6.4, 1.8), { at: [-width / 2 + 0.4, 0, 0.6] });
			bench.add(roof, box(2.3, 3, 2.3, 0), { at: [-width / 2 + 0.4, 6.4, 0.6] });
			return;
		}
		bench.add(bench.plain('brick'), box(0.8, peak + 0.6, 0.8), { at: [width * 0.28, top, -depth * 0.16] });
		bench.add(bench.plain('stone'), box(0.96, 0.16, 0.96), {
			at: [width * 0.28, top + peak + 0.6, -depth * 0.16],
		});
	},
};

export const tent: Kind = {
	name: 'tent',
	words: ['tent', 'teepee', 'tipi', 'camp', 'pavilion'],
	build(bench) {
		const cloth = bench.body('cloth');
		const pole = bench.trim('oak');
		if (bench.says('teepee', 'tipi')) {
			bench.add(cloth, cylinder(1.5, 0.12, 2.8, bench.round(10)));
			for (const turn of [0, 120, 240])
				bench.add(pole, cylinder(0.035, 0.03, 0.9, 6), { at: [0, 2.5, 0], turn: [18, turn, 0] });
			bench.add(
				bench.plain('cloth', '3a2e26'),
				prism(
					mirrored([
						[0, 0],
						[0.4, 0],
						[0, 1.5],
					]),
					0.03,
				),
				{ at: [0, 0, 1.5], turn: [-26, 0, 0] },
			);
			return;
		}
		bench.add(
			cloth,
			prism(
				mirrored([
					[0, 1.56],
					[1.36, 0],
					[1.44, 0.02],
					[0, 1.68],
				]),
				2.6,
			),
		);
		bench.add(
			cloth,
			prism(
				mirrored([
					[0, 0],
					[1.38, 0],
					[0, 1.6],
				]),
				0.03,
			),
			{ at: [0, 0, -1.25] },
		);
		for (const side of [-1, 1]) {
			bench.add(
				cloth,
				prism(
					[
						[0.45, 0],
						[1.38, 0],
						[0, 1.6],
					],
					0.03,
				),
				{ at: [0, 0, 1.25], scale: [side, 1, 1] },
			);
		}
		bench.add(
			bench.plain('cloth', '2e2620'),
			prism(
				mirrored([
					[0, 0],
					[1.2, 0],
					[0, 1.45],
				]),
				0.02,
			),
			{ at: [0, 0, 0.9] },
		);
		for (const z of [-1.25, 1.22])
			bench.add(pole, cylinder(0.04, 0.03, 1.85, bench.round(6)), { at: [0, 0, z] });
	},
};

export const windmill: Kind = {
	name: 'windmill',
	words: ['windmill', 'lighthouse'],
	build(bench) {
		const walls = bench.make('plaster');
		const around = bench.round(14, 6);
		const light = bench.says('lighthouse');
		bench.add(bench.plain('cobblestone'), cylinder(2.2, 2.05, 1, around));
		bench.add(walls, cylinder(1.95, 1.25, 6, around), { at: [0, 0.8, 0] });
		bench.add(bench.trim('oak'), box(0.95, 2, 0.5), { at: [0, 0, 1.95] });
		if (light) {
			const band = bench.tint('paint');
			for (const y of [2.1, 4.5])
				bench.add(band, cylinder(1.97 - (y - 0.8) * 0.1167, 1.97 - (y + 0.4) * 0.1167, 1.2, around), {
					at: [0, y, 0],
				});
			bench.add(bench.plain('iron'), cylinder(1.55, 1.55, 0.15, around), { at: [0, 6.8, 0] });
			bench.add(bench.light('beacon', 'ffe28a', 0.8), cylinder(0.8, 0.8, 1.2, around), { at: [0, 6.95, 0] });
			bench.add(band, cylinder(1.1, 0.1, 1, around), { at: [0, 8.15, 0] });
			return;
		}
		bench.add(bench.tint('shingles'), cylinder(1.6, 0, 1.9, around), { at: [0, 6.75, 0] });
		const wood = bench.trim('oak');
		bench.add(wood, cylinder(0.14, 0.14, 0.9, 8), { at: [0, 6.5, 1.1], turn: [90, 0, 0] });
		const start = bench.random.between(10, 60);
		for (let sail = 0; sail < 4; sail++) {
			bench.group({ at: [0, 6.5, 1.95], turn: [0, 0, start + sail * 90] }, () => {
				bench.add(wood, box(0.12, 3.6, 0.1));
				bench.add(bench.plain('cloth'), box(0.9, 2.8, 0.04), { at: [0.42, 0.7, 0] });
				for (const y of [0.7, 1.6, 2.5, 3.4]) bench.add(wood, box(0.95, 0.07, 0.07), { at: [0.42, y, 0] });
			});
		}
	},
};
