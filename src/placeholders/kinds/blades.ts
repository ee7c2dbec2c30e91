import type { Kind } from '../kind';
import type { Material } from '../material';
import { box } from '../mesh/box';
import { faceted } from '../mesh/facets';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import type { Mesh } from '../mesh/mesh';
import { posed } from '../mesh/pose';
import { mirrored, prism } from '../mesh/prism';
import type { Vec2 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

/** A two-edged blade, point up, standing on y = 0: a diamond in section. */
export function blade(width: number, length: number, thickness: number, point = 0.2): Mesh {
	const profile = [
		[0.5, 0],
		[0.46, length * (1 - point)],
		[0, length],
	] as const;
	return posed(faceted(lathe(profile, 4)), { scale: [width, 1, thickness] });
}

/** A sword with its pommel on the ground and its point up. */
export function addSword(
	bench: Bench,
	metal: Material,
	hilt: Material,
	grip: Material,
	length: number,
): void {
	const wide = bench.random.vary(0.12);
	bench.add(hilt, sphere(0.028, bench.round(10)), { at: [0, 0.028, 0] });
	bench.add(grip, cylinder(0.015, 0.017, 0.16, bench.round(8)), { at: [0, 0.05, 0] });
	bench.add(hilt, box(0.22 * wide, 0.03, 0.035), { at: [0, 0.21, 0] });
	for (const side of [-1, 1])
		bench.add(hilt, sphere(0.02, bench.round(8)), { at: [side * 0.11 * wide, 0.225, 0] });
	bench.add(metal, blade(0.058 * wide, length, 0.016), { at: [0, 0.24, 0] });
}

export const sword: Kind = {
	name: 'sword',
	words: [
		'sword',
		'longsword',
		'blade',
		'greatsword',
		'claymore',
		'excalibur',
		'katana',
		'sabre',
		'saber',
		'rapier',
		'broadsword',
	],
	build(bench) {
		const large = bench.says('greatsword', 'claymore', 'broadsword');
		const thin = bench.says('katana', 'sabre', 'saber', 'rapier');
		const scale: Vec2 = large ? [1.5, 1.35] : thin ? [0.75, 1] : [1, 1];
		bench.group({ scale: [scale[0], scale[1], scale[0]] }, () => {
			addSword(
				bench,
				bench.body('steel'),
				bench.trim('bronze'),
				bench.trim('leather'),
				0.86 * bench.random.vary(0.05),
			);
		});
	},
};

export const dagger: Kind = {
	name: 'dagger',
	words: ['dagger', 'knife', 'shortsword', 'dirk', 'stiletto', 'machete'],
	build(bench) {
		bench.group({ scale: [0.75, 0.6, 0.75] }, () => {
			addSword(
				bench,
				bench.body('steel'),
				bench.trim('bronze'),
				bench.trim('leather'),
				0.36 * bench.random.vary(0.08),
			);
		});
	},
};

const axeBlade: readonly Vec2[] = [
	[0, -0.045],
	[0.06, -0.05],
	[0.14, -0.12],
	[0.19, -0.15],
	[0.215, -0.07],
	[0.22, 0],
	[0.215, 0.07],
	[0.19, 0.15],
	[0.14, 0.12],
	[0.06, 0.05],
	[0, 0.045],
];

export const axe: Kind = {
	name: 'axe',
	words: ['axe', 'ax', 'hatchet', 'tomahawk', 'battleaxe'],
	build(bench) {
		const double = bench.says('battle', 'battleaxe', 'double', 'war', 'viking', 'greataxe');
		const length = (bench.says('hatchet', 'tomahawk') ? 0.5 : 0.95) * bench.random.vary(0.05);
		const metal = bench.body('steel');
		bench.add(bench.trim('oak'), cylinder(0.02, 0.018, length, bench.round(8)));
		bench.add(bench.trim('leather'), cylinder(0.024, 0.023, length * 0.22, bench.round(8)), {
			at: [0, length * 0.06, 0],
		});
		const y = length * 0.84;
		bench.add(metal, box(0.06, 0.12, 0.055), { at: [0, y - 0.06, 0] });
		for (const side of double ? [-1, 1] : [1]) {
			bench.add(metal, prism(axeBlade, 0.022), {
				at: [side * 0.015, y, 0],
				turn: [0, side < 0 ? 180 : 0, 0],
			});
		}
		if (!double) bench.add(metal, box(0.05, 0.07, 0.04), { at: [-0.045, y - 0.035, 0] });
	},
};

export const spear: Kind = {
	name: 'spear',
	words: ['spear', 'lance', 'pike', 'javelin', 'halberd', 'trident', 'polearm', 'glaive'],
	build(bench) {
		const length = 1.9 * bench.random.vary(0.05);
		const metal = bench.body('steel');
		bench.add(bench.trim('oak'), cylinder(0.018, 0.016, length, bench.round(8)));
		bench.add(metal, cylinder(0.026, 0.02, 0.1, bench.round(8)), { at: [0, length - 0.1, 0] });
		for (const prong of bench.says('trident') ? [-1, 0, 1] : [0]) {
			bench.add(metal, blade(prong === 0 ? 0.085 : 0.06, 0.3, 0.02, 0.65), {
				at: [prong * 0.1, length - 0.01, 0],
			});
		}
		if (bench.says('trident')) bench.add(metal, box(0.24, 0.03, 0.025), { at: [0, length - 0.03, 0] });
		if (bench.says('halberd')) {
			bench.add(metal, prism(axeBlade, 0.02), { at: [0.01, length - 0.12, 0] });
		}
		const wrap = bench.trim('cloth', 'b03a32');
		bench.add(wrap, cylinder(0.03, 0.022, 0.06, bench.round(8)), { at: [0, length - 0.18, 0] });
	},
};

export const arrow: Kind = {
	name: 'arrow',
	words: ['arrow', 'bolt', 'dart'],
	build(bench) {
		bench.add(bench.body('pale wood'), cylinder(0.006, 0.006, 0.72, bench.round(6)));
		bench.add(bench.trim('steel'), blade(0.035, 0.08, 0.014, 0.9), { at: [0, 0.71, 0] });
		const feather = mirrored([
			[0, 0],
			[0.03, 0.015],
			[0.03, 0.1],
			[0, 0.14],
		]);
		for (const turn of [0, 60, 120])
			bench.add(bench.trim('cloth', 'e4e0d4'), prism(feather, 0.003), {
				at: [0, 0.02, 0],
				turn: [0, turn, 0],
			});
	},
};
