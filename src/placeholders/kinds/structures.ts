import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { cylinder, lathe } from '../mesh/lathe';
import { panel } from '../mesh/panel';
import { mirrored, prism } from '../mesh/prism';
import { tube } from '../mesh/tube';
import type { Vec2, Vec3 } from '../mesh/vector';
import { canWrite } from '../textures/font';
import { gable } from './houses';

export const bridge: Kind = {
	name: 'bridge',
	words: ['bridge', 'drawbridge', 'dock', 'pier', 'jetty'],
	build(bench) {
		const deck = bench.body('wood');
		const [length, half] = [6, 1.1];
		const flat = bench.says('dock', 'pier', 'jetty', 'drawbridge');
		const rise = (x: number): number => 0.5 + (flat ? 0 : 0.75 * (1 - ((2 * x) / length) ** 2));
		if (bench.says('stone', 'brick', 'cobblestone')) {
			const top = Array.from({ length: 13 }, (_, step): Vec2 => [3 - step * 0.5, rise(3 - step * 0.5) + 0.5]);
			const under = Array.from(
				{ length: 9 },
				(_, step): Vec2 => [-Math.cos((step / 8) * Math.PI) * 1.9, Math.sin((step / 8) * Math.PI) * 1.1],
			);
			bench.add(deck, prism([...under, [3, 0], ...top, [-3, 0]], half * 2));
			for (const z of [-1, 1]) {
				const rail = [...top.map(([x, y]): Vec2 => [x, y + 0.55]), ...top.slice().reverse()];
				bench.add(deck, prism(rail, 0.25), { at: [0, 0, z * (half - 0.1)] });
			}
			return;
		}
		for (let x = -2.88; x <= 2.9; x += 0.32) {
			const slope = (Math.atan(flat ? 0 : (-8 * 0.75 * x) / length ** 2) * 180) / Math.PI;
			bench.add(deck, box(0.28, 0.07, half * 2), { at: [x, rise(x), 0], turn: [0, 0, slope] });
		}
		const beam = bench.trim('dark wood');
		for (const z of [-1, 1]) {
			const points = [-3, -1.5, 0, 1.5, 3];
			const along = (lift: number): Vec3[] => points.map((x): Vec3 => [x, rise(x) + lift, z * half]);
			bench.add(beam, tube(along(-0.08), 0.11, bench.round(6)));
			bench.add(beam, tube(along(0.9), 0.055, bench.round(6)));
			for (const x of points) bench.add(beam, box(0.14, rise(x) + 1, 0.14), { at: [x, 0, z * half] });
		}
	},
};

export const fence: Kind = {
	name: 'fence',
	words: ['fence', 'railing', 'palisade', 'picket fence'],
	build(bench) {
		const wood = bench.body('wood', bench.says('picket') ? 'efece4' : undefined);
		if (bench.says('palisade')) {
			for (let x = -1; x <= 1.01; x += 0.25) {
				const high = 2 * bench.random.vary(0.05);
				bench.add(
					wood,
					lathe(
						[
							[0.13, 0],
							[0.12, high],
							[0, high + 0.35],
						],
						bench.round(8),
					),
					{ at: [x, 0, 0] },
				);
			}
			return;
		}
		for (const x of [-1, 1]) {
			bench.add(wood, box(0.12, 1.05, 0.12), { at: [x, 0, 0] });
			bench.add(wood, box(0.16, 0.1, 0.16, 0.2), { at: [x, 1.05, 0] });
		}
		for (const y of [0.3, 0.75]) bench.add(wood, box(2, 0.1, 0.05), { at: [0, y, 0] });
		for (let x = -0.78; x < 0.8; x += 0.26) {
			const high = 0.95 * bench.random.vary(0.03);
			bench.add(
				wood,
				prism(
					mirrored([
						[0, 0.06],
						[0.07, 0.06],
						[0.07, high - 0.08],
						[0, high],
					]),
					0.03,
				),
				{ at: [x, 0, 0.04] },
			);
		}
	},
};

export const door: Kind = {
	name: 'door',
	words: ['door', 'trapdoor', 'doorway'],
	build(bench) {
		const wood = bench.body('oak');
		const frame = bench.trim('stone');
		const iron = bench.trim('iron');
		for (const side of [-1, 1]) bench.add(frame, box(0.16, 2.15, 0.24), { at: [side * 0.58, 0, 0] });
		bench.add(frame, box(1.42, 0.2, 0.26), { at: [0, 2.13, 0] });
		bench.add(wood, box(1, 2.12, 0.1), { at: [0, 0.01, 0] });
		for (const y of [0.35, 1.55]) bench.add(iron, box(0.84, 0.1, 0.13), { at: [-0.08, y, 0] });
		bench.add(iron, cylinder(0.045, 0.045, 0.2, bench.round(10)), {
			at: [0.38, 1.02, -0.1],
			turn: [90, 0, 0],
		});
	},
};

export const well: Kind = {
	name: 'well',
	words: ['well', 'wishing well', 'fountain'],
	build(bench) {
		const stone = bench.make('cobblestone');
		const around = bench.round(18, 8);
		const rim = bench.says('fountain') ? 1.4 : 0.85;
		bench.add(
			stone,
			lathe(
				[
					[rim, 0],
					[rim, 0.7],
					[rim + 0.07, 0.72],
					[rim + 0.07, 0.85],
					[rim - 0.22, 0.85],
					[rim - 0.22, 0.5],
				],
				around,
			),
		);
		bench.add(bench.plain('water'), cylinder(rim - 0.22, rim - 0.22, 0.02, around), { at: [0, 0.5, 0] });
		if (bench.says('fountain')) {
			bench.add(
				stone,
				lathe(
					[
						[0.25, 0],
						[0.14, 0.6],
						[0.14, 1.2],
						[0.7, 1.45],
						[0.7, 1.55],
						[0.5, 1.48],
						[0, 1.45],
					],
					around,
				),
				{ at: [0, 0.3, 0] },
			);
			bench.add(
				bench.plain('water'),
				lathe(
					[
						[0.06, 0],
						[0.1, 0.4],
						[0, 0.5],
					],
					bench.round(10),
				),
				{ at: [0, 1.7, 0] },
			);
			return;
		}
		const wood = bench.trim('oak');
		for (const side of [-1, 1]) bench.add(wood, box(0.14, 2, 0.14), { at: [side * 0.82, 0.2, 0] });
		bench.add(bench.tint('shingles'), gable(2.3, 0.75, 1.9, 0.09), { at: [0, 2.05, 0] });
		bench.add(wood, cylinder(0.08, 0.08, 1.6, bench.round(8)), { at: [-0.8, 1.6, 0], turn: [0, 0, -90] });
		bench.add(bench.plain('cloth'), cylinder(0.014, 0.014, 0.5, 5), { at: [0, 1.12, 0.08] });
		bench.add(wood, cylinder(0.13, 0.17, 0.28, bench.round(10)), { at: [0, 0.86, 0.08] });
	},
};

/** What is in quotation marks, or stands for itself on a sign. */
function signText(label: string): string {
	const quoted = /["“'«]([^"”'»]{1,24})["”'»]/.exec(label)?.[1]?.toLowerCase().trim();
	return quoted && canWrite(quoted) ? quoted : '';
}

export const sign: Kind = {
	name: 'sign',
	words: ['sign', 'signpost', 'billboard', 'notice board', 'road sign', 'plaque'],
	build(bench) {
		const wood = bench.body('wood');
		const text = signText(bench.label);
		bench.add(bench.trim('dark wood'), box(0.12, 1.75, 0.12), { at: [0, 0, -0.02] });
		const board: readonly Vec2[] = text
			? [
					[-0.52, 0],
					[0.52, 0],
					[0.52, 0.52],
					[-0.52, 0.52],
				]
			: [
					[-0.45, 0],
					[0.4, 0],
					[0.62, 0.2],
					[0.4, 0.4],
					[-0.45, 0.4],
				];
		bench.add(wood, prism(board, 0.06), { at: [0, 1.1, 0.07], turn: [0, 0, bench.random.between(-3, 3)] });
		if (text) bench.add(bench.written('paper', text, 2), panel(0.92, 0.46), { at: [0, 1.14, 0.105] });
		else
			bench.add(wood, prism(board, 0.06), { at: [0, 0.62, 0.07], scale: [-0.85, 0.85, 1], turn: [0, 0, 3] });
	},
};

export const ladder: Kind = {
	name: 'ladder',
	words: ['ladder', 'stair', 'staircase', 'step'],
	build(bench) {
		if (!bench.says('ladder')) {
			const stone = bench.body('stone');
			for (let step = 0; step < 8; step++)
				bench.add(stone, box(1.4, 0.2 * (step + 1), 0.3), { at: [0, 0, 1.05 - step * 0.3] });
			return;
		}
		const wood = bench.body('wood');
		for (const side of [-1, 1]) bench.add(wood, box(0.07, 3, 0.07), { at: [side * 0.24, 0, 0] });
		for (let y = 0.25; y < 3; y += 0.3)
			bench.add(wood, cylinder(0.022, 0.022, 0.46, bench.round(6)), { at: [-0.23, y, 0], turn: [0, 0, -90] });
	},
};
