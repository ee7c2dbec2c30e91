import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { faceted, sheets } from '../mesh/facets';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import type { Mesh } from '../mesh/mesh';
import { tube } from '../mesh/tube';
import { plus, times, type Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

/** The colour of leaves when the words name a season or a blossom but no colour. */
function leafColour(bench: Bench): string | undefined {
	if (bench.says('autumn', 'fall')) return bench.random.pick(['c8642a', 'd08a2c', 'b8452a']);
	if (bench.says('cherry', 'blossom', 'sakura')) return 'eda6c0';
	return undefined;
}

/** Points up a crooked stem. */
function stem(bench: Bench, height: number, crook: number): Vec3[] {
	const turn = bench.random.between(0, 6.28);
	return [0, 0.25, 0.5, 0.75, 1].map((along): Vec3 => {
		const off = Math.sin(along * 3.5) * crook;
		return [Math.cos(turn) * off, along * height, Math.sin(turn) * off];
	});
}

export const broadleaf: Kind = {
	name: 'tree',
	words: ['tree', 'sapling'],
	weak: ['oak', 'birch', 'maple', 'willow', 'forest', 'beech', 'elm'],
	build(bench) {
		const bark = bench.trim('bark', bench.says('birch') ? 'd8d4c8' : undefined);
		const leaves = bench.named('leaf', 'leaf', bench.tint('leaf', leafColour(bench)));
		const height = 5.6 * bench.random.vary(0.15);
		const trunk = stem(bench, height * 0.62, 0.12);
		bench.add(
			bark,
			tube(trunk, (along) => 0.29 - 0.16 * along + (along < 0.05 ? 0.12 : 0), bench.round(9)),
		);
		const crown = trunk[trunk.length - 1] ?? [0, height, 0];
		const clumps = bench.random.whole(5, 7);
		const start = bench.random.between(0, 6.28);
		for (let clump = 0; clump < clumps; clump++) {
			const angle = start + (clump / clumps) * 6.28;
			const out = height * bench.random.between(0.17, 0.22);
			const rise = height * bench.random.between(-0.04, 0.12);
			const centre = plus(crown, [Math.cos(angle) * out, rise, Math.sin(angle) * out]);
			if (clump % 2 === 0)
				bench.add(
					bark,
					tube(
						[trunk[3] ?? crown, plus(times(crown, 0.5), times(centre, 0.5)), centre],
						(along) => 0.09 - 0.05 * along,
						bench.round(6),
					),
				);
			const size = height * bench.random.between(0.14, 0.18);
			bench.add(leaves, blob([size, size * 0.85, size], 0.1, bench.detail(1), bench.random), { at: centre });
		}
		const top = height * 0.23;
		bench.add(leaves, blob([top, top * 0.9, top], 0.08, bench.detail(2), bench.random), {
			at: plus(crown, [0, height * 0.18, 0]),
		});
	},
};

export const conifer: Kind = {
	name: 'fir tree',
	words: [
		'fir',
		'spruce',
		'conifer',
		'pine tree',
		'fir tree',
		'spruce tree',
		'evergreen',
		'christmas tree',
		'cedar',
		'evergreen tree',
	],
	weak: ['pine'],
	build(bench) {
		const needles = bench.tint('needles');
		const height = 6.4 * bench.random.vary(0.15);
		bench.add(bench.trim('bark'), cylinder(0.2, 0.1, height * 0.4, bench.round(8)));
		const layers = bench.random.whole(4, 5);
		for (let layer = 0; layer < layers; layer++) {
			const along = layer / layers;
			const radius = height * (0.25 - 0.17 * along) * bench.random.vary(0.06);
			const y = height * (0.14 + 0.7 * along);
			const tall = height * (0.4 - 0.1 * along);
			const skirt = [
				[radius * 0.35, y + tall * 0.1],
				[radius, y],
				[radius * 0.45, y + tall * 0.45],
				[0, Math.min(height, y + tall)],
			] as const;
			bench.add(needles, faceted(lathe(skirt, bench.round(9))), {
				turn: [0, bench.random.between(0, 60), 0],
			});
		}
		if (!bench.says('christmas')) return;
		bench.add(bench.light('star', 'ffd84a', 0.9), blob([0.2, 0.2, 0.2], 0.3, 0, bench.random), {
			at: [0, height + 0.05, 0],
		});
		for (let bauble = 0; bauble < 14; bauble++) {
			const [along, angle] = [bauble / 14, bauble * 2.4];
			const out = height * (0.24 - 0.19 * along);
			const paint = bench.plain('paint', bench.random.pick(['d83a3a', 'e8c040', '4a7ae0']));
			bench.add(paint, sphere(0.11, bench.round(8)), {
				at: [Math.cos(angle) * out, height * (0.15 + 0.72 * along), Math.sin(angle) * out],
			});
		}
	},
};

/** A drooping feather of a leaf along +z, seen from both sides. */
export function frond(length: number, width: number, rise: number, droop: number, steps: number): Mesh {
	const at = (along: number, side: number): Vec3 => {
		const wide = width * Math.sin(Math.PI * (0.12 + 0.88 * along)) * 0.5;
		const fold = side === 0 ? 0 : -wide * 0.45;
		return [side * wide, rise * along - droop * along * along + fold, length * along * (1 - 0.15 * along)];
	};
	const polygons: Vec3[][] = [];
	for (let step = 0; step < steps; step++) {
		const [from, to] = [step / steps, (step + 1) / steps];
		polygons.push([at(from, -1), at(from, 0), at(to, 0)], [at(from, -1), at(to, 0), at(to, -1)]);
		polygons.push([at(from, 0), at(from, 1), at(to, 1)], [at(from, 0), at(to, 1), at(to, 0)]);
	}
	return sheets(polygons.map((polygon) => polygon.reverse()));
}

export const palm: Kind = {
	name: 'palm tree',
	words: ['palm', 'palm tree', 'coconut tree', 'coconut palm'],
	build(bench) {
		const height = 5.2 * bench.random.vary(0.12);
		const lean = bench.random.between(0.5, 1.1);
		const path = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
			(along): Vec3 => [lean * along * along - lean * 0.4, height * along, 0],
		);
		bench.add(
			bench.trim('bark', '8a6a48'),
			tube(path, (along) => 0.22 - 0.1 * along + (along === 0 ? 0.08 : 0), bench.round(9)),
		);
		const crown = path[path.length - 1] ?? [0, height, 0];
		const leaves = bench.tint('leaf', '5a9a3a');
		const fronds = 10;
		for (let index = 0; index < fronds; index++) {
			const turn = (index / fronds) * 360 + bench.random.between(-10, 10);
			const mesh = frond(2.1 * bench.random.vary(0.1), 0.62, index % 2 ? 0.9 : 0.4, 1.4, bench.round(5, 2));
			bench.add(leaves, mesh, { at: crown, turn: [0, turn, 0] });
		}
		for (const [x, z] of [
			[0.16, 0.08],
			[-0.12, 0.14],
			[0, -0.17],
		] as const) {
			bench.add(bench.plain('bark', '5a3a22'), sphere(0.13, bench.round(8)), {
				at: plus(crown, [x, -0.14, z]),
			});
		}
	},
};

export const deadTree: Kind = {
	name: 'dead tree',
	words: [
		'dead tree',
		'bare tree',
		'withered tree',
		'leafless tree',
		'spooky tree',
		'haunted tree',
		'burnt tree',
	],
	build(bench) {
		const bark = bench.body('bark', '6a5c50');
		const branch = (from: Vec3, ahead: Vec3, length: number, thick: number, depth: number): void => {
			const bend = (): number => bench.random.between(-0.18, 0.18) * length;
			const middle = plus(plus(from, times(ahead, length * 0.5)), [bend(), 0, bend()]);
			const end = plus(from, times(ahead, length));
			bench.add(
				bark,
				tube([from, middle, end], (along) => thick * (1 - 0.55 * along), bench.round(depth > 1 ? 8 : 5, 3)),
			);
			if (depth === 0) return;
			const children = depth > 1 ? 3 : 2;
			const start = bench.random.between(0, 6.28);
			for (let child = 0; child < children; child++) {
				const angle = start + (child / children) * 6.28;
				const spread = bench.random.between(0.5, 0.9);
				const next: Vec3 = [
					ahead[0] * 0.6 + Math.cos(angle) * spread,
					ahead[1] * 0.7 + 0.25,
					ahead[2] * 0.6 + Math.sin(angle) * spread,
				];
				branch(
					child === 0 ? end : plus(times(middle, 0.4), times(end, 0.6)),
					next,
					length * bench.random.between(0.5, 0.65),
					thick * 0.5,
					depth - 1,
				);
			}
		};
		branch([0, 0, 0], [0, 1, 0], 2.3 * bench.random.vary(0.1), 0.24, 3);
		bench.add(bark, cylinder(0.42, 0.2, 0.35, bench.round(8)));
	},
};

export const stump: Kind = {
	name: 'log',
	words: ['stump', 'tree stump', 'log', 'firewood'],
	build(bench) {
		const bark = bench.body('bark');
		const cut = bench.plain('pale wood');
		if (bench.says('stump')) {
			const top = 0.32 * bench.random.vary(0.1);
			bench.add(
				bark,
				lathe(
					[
						[top * 1.5, 0],
						[top * 1.1, 0.12],
						[top, 0.42],
					],
					bench.round(11),
				),
			);
			bench.add(cut, cylinder(top * 0.9, top * 0.9, 0.012, bench.round(11)), { at: [0, 0.415, 0] });
			return;
		}
		bench.add(bark, cylinder(0.2, 0.18, 1.6, bench.round(11)), { at: [-0.8, 0.2, 0], turn: [0, 0, -90] });
		bench.add(cut, cylinder(0.165, 0.165, 1.61, bench.round(11)), {
			at: [-0.805, 0.2, 0],
			turn: [0, 0, -90],
		});
	},
};
