import type { Kind } from '../kind';
import type { Material } from '../material';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { prism } from '../mesh/prism';
import { arc, ring, tube } from '../mesh/tube';
import type { Vec2, Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

export const hammer: Kind = {
	name: 'hammer',
	words: ['hammer', 'warhammer', 'mallet', 'sledgehammer', 'mjolnir', 'maul'],
	build(bench) {
		const tool = !bench.says('war', 'warhammer', 'battle', 'sledgehammer', 'maul', 'mjolnir', 'giant');
		bench.group({ scale: tool ? 0.42 : 1 }, () => {
			const length = 0.9 * bench.random.vary(0.05);
			const metal = bench.body('iron');
			bench.add(bench.trim('oak'), cylinder(0.028, 0.024, length, bench.round(8)));
			bench.add(bench.trim('leather'), cylinder(0.033, 0.031, length * 0.25, bench.round(8)), {
				at: [0, 0.04, 0],
			});
			bench.add(metal, box(0.22, 0.14, 0.14), { at: [0, length - 0.14, 0] });
			for (const side of [-1, 1]) {
				bench.add(metal, box(0.18, 0.08, 0.18, 0.8), {
					at: [side * 0.1, length - 0.07, 0],
					turn: [0, 0, -side * 90],
				});
			}
			bench.add(metal, cylinder(0.035, 0.02, 0.03, bench.round(8)), { at: [0, length - 0.005, 0] });
		});
	},
};

export const mace: Kind = {
	name: 'mace',
	words: ['mace', 'club', 'flail', 'morningstar', 'cudgel'],
	build(bench) {
		const metal = bench.body('iron');
		bench.add(bench.trim('oak'), cylinder(0.02, 0.024, 0.62, bench.round(8)));
		bench.add(metal, sphere(0.085, bench.round(12)), { at: [0, 0.68, 0] });
		const spikes: readonly Vec3[] = [
			[0, 0, 0],
			[90, 0, 0],
			[-90, 0, 0],
			[0, 0, 90],
			[0, 0, -90],
			[45, 0, 45],
			[45, 0, -45],
			[-45, 0, 45],
			[-45, 0, -45],
		];
		for (const turn of spikes) {
			bench.group({ at: [0, 0.68, 0], turn }, () =>
				bench.add(metal, cylinder(0.022, 0, 0.07, bench.round(6)), { at: [0, 0.07, 0] }),
			);
		}
	},
};

/** A heater shield with a boss, facing +z, its point on the ground. */
export function addShield(bench: Bench, face: Material, rim: Material, round: boolean): void {
	if (round) {
		const around = bench.round(24, 8);
		bench.add(
			face,
			lathe(
				[
					[0.38, 0],
					[0.37, 0.03],
					[0.2, 0.07],
					[0, 0.085],
				],
				around,
			),
			{ at: [0, 0.4, -0.04], turn: [90, 0, 0] },
		);
		bench.add(rim, ring(0.38, 0.022, around, bench.round(6, 3)), { at: [0, 0.4, -0.02] });
		bench.add(rim, sphere(0.09, bench.round(12), 0, 90), { at: [0, 0.4, 0.035], turn: [90, 0, 0] });
		return;
	}
	const edge: readonly Vec2[] = [
		[0, 0],
		[0.16, 0.14],
		[0.25, 0.32],
		[0.28, 0.5],
		[0.28, 0.76],
		[0, 0.8],
	];
	const outline = (grow: number): Vec2[] => {
		const right = edge.map(([x, y]): Vec2 => [x * grow, 0.42 + (y - 0.42) * grow]);
		return [
			...right,
			...right
				.slice(1, -1)
				.reverse()
				.map(([x, y]): Vec2 => [-x, y]),
		];
	};
	bench.add(rim, prism(outline(1), 0.035));
	bench.add(face, prism(outline(0.9), 0.02), { at: [0, 0, 0.02] });
	bench.add(rim, box(0.05, 0.68, 0.012), { at: [0, 0.08, 0.032] });
	bench.add(rim, box(0.48, 0.05, 0.012), { at: [0, 0.5, 0.032] });
	bench.add(rim, sphere(0.055, bench.round(12), 0, 90), { at: [0, 0.525, 0.035], turn: [90, 0, 0] });
}

export const shield: Kind = {
	name: 'shield',
	words: ['shield', 'buckler', 'aegis'],
	build(bench) {
		addShield(
			bench,
			bench.body('oak', '9c3a30'),
			bench.trim('iron'),
			bench.says('round', 'buckler', 'viking', 'wood'),
		);
	},
};

export const bow: Kind = {
	name: 'bow',
	words: ['bow', 'longbow', 'shortbow'],
	build(bench) {
		const wood = bench.body('oak');
		const reach = bench.random.vary(0.06);
		const limb = (side: 1 | -1): Vec3[] =>
			[0, 0.12, 0.28, 0.46, 0.6, 0.68].map((along, index): Vec3 => {
				const curve = [0, 0.01, 0.05, 0.14, 0.24, 0.23][index] ?? 0;
				return [(0.15 - curve) * reach, 0.69 + side * along, 0];
			});
		const whole = [...limb(-1).reverse(), ...limb(1).slice(1)];
		bench.add(
			wood,
			tube(whole, (along) => 0.024 - 0.028 * Math.abs(along - 0.5), bench.round(8)),
		);
		bench.add(bench.trim('leather'), cylinder(0.028, 0.028, 0.16, bench.round(8)), {
			at: [0.15 * reach, 0.61, 0],
		});
		const string: readonly Vec3[] = [
			[-0.08 * reach, 0.01, 0],
			[-0.08 * reach, 1.37, 0],
		];
		bench.add(bench.plain('cloth', 'e8e2d2'), tube(string, 0.004, 4));
	},
};

export const staff: Kind = {
	name: 'staff',
	words: ['staff', 'wand', 'scepter', 'sceptre', 'stave'],
	build(bench) {
		const length = bench.says('wand') ? 0.4 : 1.7;
		bench.group({ scale: bench.says('wand') ? [0.5, 1, 0.5] : 1 }, () => {
			const wood = bench.body('dark wood');
			const path = [0, 0.25, 0.5, 0.75, 1].map(
				(along, index): Vec3 => [index % 2 ? 0.012 : 0, along * length, index === 2 ? 0.012 : 0],
			);
			bench.add(
				wood,
				tube(path, (along) => 0.02 + along * 0.01, bench.round(8)),
			);
			for (const turn of [0, 120, 240]) {
				const claw = arc(0.085, -80, 60, bench.round(6, 3));
				bench.group({ at: [0, length + 0.09, 0], turn: [0, turn, 0] }, () =>
					bench.add(wood, tube(claw, 0.012, bench.round(5, 3))),
				);
			}
			const orb = bench.light('orb', '58c8ff', 0.8);
			bench.add(orb, blob([0.06, 0.075, 0.06], 0.05, bench.detail(1), bench.random), {
				at: [0, length + 0.09, 0],
			});
		});
	},
};

export const gun: Kind = {
	name: 'gun',
	words: [
		'gun',
		'pistol',
		'rifle',
		'blaster',
		'revolver',
		'shotgun',
		'musket',
		'crossbow',
		'raygun',
		'laser',
	],
	build(bench) {
		const long = bench.says('rifle', 'shotgun', 'musket', 'crossbow') ? 2.2 : 1;
		const metal = bench.body('steel', '4a4d55');
		const grip = bench.trim('dark wood');
		bench.add(metal, box(0.035, 0.05, 0.16 * long), { at: [0, 0.13, 0.02 * long] });
		bench.add(metal, cylinder(0.013, 0.013, 0.14 * long, bench.round(10)), {
			at: [0, 0.16, 0.08 * long],
			turn: [90, 0, 0],
		});
		bench.add(grip, box(0.032, 0.15, 0.05, 0.85), { at: [0, 0, -0.1], turn: [14, 0, 0] });
		if (long > 1) bench.add(grip, box(0.03, 0.09, 0.3), { at: [0, 0.08, -0.28] });
		bench.add(metal, ring(0.026, 0.005, bench.round(10), 4), { at: [0, 0.11, 0], turn: [0, 90, 0] });
		bench.add(metal, box(0.008, 0.018, 0.014), { at: [0, 0.175, 0.2 * long] });
		if (bench.says('blaster', 'raygun', 'laser')) {
			for (const z of [0.1, 0.14, 0.18])
				bench.add(bench.light('coil', '5cf0ff', 0.9), ring(0.02, 0.006, bench.round(10), 4), {
					at: [0, 0.16, z],
				});
		}
		if (!bench.says('crossbow')) return;
		bench.add(
			grip,
			tube(
				[
					[-0.3, 0.14, 0.14],
					[-0.16, 0.14, 0.24],
					[0, 0.14, 0.28],
					[0.16, 0.14, 0.24],
					[0.3, 0.14, 0.14],
				],
				0.013,
				bench.round(6),
			),
		);
	},
};
