import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { cylinder, lathe, sphere } from '../mesh/lathe';
import { ring, tube } from '../mesh/tube';
import { addFigure, markFigure } from './figure';

export const robot: Kind = {
	name: 'robot',
	body: 'biped',
	words: ['robot', 'android', 'mech', 'droid', 'cyborg', 'golem', 'automaton', 'mecha', 'drone'],
	build(bench) {
		const golem = bench.says('golem');
		const shell = bench.body(golem ? 'stone' : 'steel');
		const joint = bench.trim(golem ? 'cobblestone' : 'iron');
		const light = bench.light('lamp', golem ? 'ff9a3a' : '4ce0ff', 0.9);
		const around = bench.round(10, 5);
		for (const side of [-1, 1]) {
			bench.add(shell, box(0.2, 0.14, 0.34, [0.8, 0.7]), { at: [side * 0.17, 0, 0.03] });
			bench.add(joint, cylinder(0.055, 0.055, 0.62, around), { at: [side * 0.17, 0.12, 0] });
			bench.add(shell, box(0.16, 0.26, 0.18, 1.15), { at: [side * 0.17, 0.2, 0] });
			bench.add(joint, sphere(0.09, around), { at: [side * 0.4, 1.3, 0] });
			bench.add(joint, cylinder(0.05, 0.05, 0.4, around), { at: [side * 0.44, 0.92, 0] });
			bench.add(shell, box(0.16, 0.34, 0.18, 0.8), { at: [side * 0.45, 0.68, 0.02] });
			for (const claw of [-1, 1])
				bench.add(joint, box(0.04, 0.14, 0.05, 0.6), {
					at: [side * 0.45 + claw * 0.05, 0.68, 0.03],
					turn: [180, 0, claw * 12],
				});
		}
		bench.add(joint, cylinder(0.16, 0.14, 0.14, around), { at: [0, 0.66, 0] });
		bench.add(shell, box(0.48, 0.62, 0.34, [1.4, 1.2]), { at: [0, 0.78, 0] });
		bench.add(joint, box(0.34, 0.24, 0.04), { at: [0, 1.05, 0.195] });
		bench.add(light, cylinder(0.06, 0.06, 0.03, bench.round(14)), { at: [0, 1.17, 0.21], turn: [90, 0, 0] });
		bench.add(joint, cylinder(0.07, 0.07, 0.12, around), { at: [0, 1.38, 0] });
		bench.add(shell, box(0.38, 0.32, 0.32, 0.88), { at: [0, 1.47, 0] });
		bench.add(joint, box(0.3, 0.11, 0.03), { at: [0, 1.6, 0.148] });
		for (const side of [-1, 1]) {
			bench.add(light, sphere(0.04, bench.round(8)), { at: [side * 0.075, 1.655, 0.165] });
			if (!golem)
				bench.add(joint, cylinder(0.05, 0.05, 0.05, around), {
					at: [side * 0.17, 1.63, 0],
					turn: [0, 0, side * -90],
				});
		}
		markFigure(bench, {
			hip: [0.17, 0.74, 0],
			knee: [0.17, 0.46, 0],
			ankle: [0.17, 0.12, 0],
			shoulder: [0.4, 1.3, 0],
			elbow: [0.44, 0.98, 0],
			hand: [0.45, 0.68, 0.02],
			waist: 0.8,
			neck: 1.42,
			crown: 1.79,
		});
		if (golem) return;
		bench.add(joint, cylinder(0.012, 0.008, 0.18, 5), { at: [0.09, 1.78, 0] });
		bench.add(light, sphere(0.03, bench.round(8)), { at: [0.09, 1.97, 0] });
	},
};

export const astronaut: Kind = {
	name: 'astronaut',
	body: 'biped',
	words: ['astronaut', 'cosmonaut', 'spaceman', 'diver'],
	build(bench) {
		const suit = bench.tint('cloth', 'e6e8ea');
		const grey = bench.plain('plastic', '7e858c');
		const figure = addFigure(bench, {
			skin: suit,
			shirt: suit,
			trousers: suit,
			shoes: grey,
			bulk: 1.3,
			arms: 'down',
		});
		const [, y] = figure.head;
		bench.add(suit, sphere(0.22, bench.round(16, 6)), { at: [0, y + 0.01, 0] });
		bench.add(bench.plain('gold', 'd8a83a'), sphere(0.18, bench.round(14, 6)), {
			at: [0, y + 0.02, 0.07],
			scale: [1, 0.8, 1],
		});
		bench.add(grey, ring(0.17, 0.035, bench.round(14, 6), 5), { at: [0, 1.46, 0], turn: [90, 0, 0] });
		bench.add(grey, box(0.42, 0.55, 0.2, 0.9), { at: [0, 0.92, -0.27] });
		bench.add(grey, box(0.22, 0.14, 0.06), { at: [0, 1.14, 0.18] });
		bench.add(bench.light('button', 'ff5a3a', 0.8), box(0.04, 0.04, 0.02), { at: [0.05, 1.2, 0.21] });
	},
};

export const snowman: Kind = {
	name: 'snowman',
	body: 'biped',
	words: ['snowman'],
	build(bench) {
		const snow = bench.plain('snow');
		const coal = bench.plain('stone', '1e1e20');
		for (const [y, radius] of [
			[0.45, 0.5],
			[1.12, 0.36],
			[1.62, 0.25],
		] as const) {
			bench.add(snow, blob([radius, radius * 0.94, radius], 0.02, bench.detail(2), bench.random), {
				at: [0, y, 0],
			});
		}
		bench.add(bench.plain('clay', 'e8822c'), cylinder(0.045, 0, 0.26, bench.round(8)), {
			at: [0, 1.62, 0.22],
			turn: [90, 0, 0],
		});
		for (const side of [-1, 1]) {
			bench.add(coal, sphere(0.032, bench.round(6)), { at: [side * 0.09, 1.7, 0.215] });
			bench.add(
				bench.plain('bark'),
				tube(
					[
						[side * 0.3, 1.2, 0],
						[side * 0.6, 1.38, 0.05],
						[side * 0.78, 1.36, 0.08],
					],
					0.02,
					bench.round(5),
				),
			);
		}
		for (const y of [0.98, 1.13, 1.28])
			bench.add(coal, sphere(0.03, bench.round(6)), { at: [0, y, y > 1.2 ? 0.31 : 0.345] });
		bench.add(bench.tint('cloth', 'b8322e'), ring(0.23, 0.055, bench.round(14, 6), bench.round(6)), {
			at: [0, 1.42, 0],
			turn: [90, 0, 0],
		});
		const hat = bench.named('hat', 'cloth', bench.plain('cloth', '26262a'));
		bench.add(
			hat,
			lathe(
				[
					[0.27, 0],
					[0.27, 0.025],
					[0.17, 0.03],
					[0.18, 0.28],
					[0, 0.28],
				],
				bench.round(14, 6),
			),
			{ at: [0, 1.8, 0] },
		);
	},
};

export const slime: Kind = {
	name: 'slime',
	words: ['slime', 'blob', 'jelly', 'ooze'],
	build(bench) {
		const jelly = bench.tint('emerald', bench.random.pick(['58c850', '4aa8e8', 'e070b0']));
		bench.add(
			jelly,
			lathe(
				[
					[0.42, 0],
					[0.5, 0.06],
					[0.5, 0.2],
					[0.4, 0.4],
					[0.22, 0.52],
					[0, 0.56],
				],
				bench.round(20, 8),
			),
		);
		for (const side of [-1, 1]) {
			bench.add(bench.plain('porcelain'), sphere(0.085, bench.round(12)), { at: [side * 0.15, 0.34, 0.38] });
			bench.add(bench.plain('paint', '18181c'), sphere(0.045, bench.round(10)), {
				at: [side * 0.15, 0.34, 0.43],
			});
		}
		bench.add(bench.plain('paint', '2a2430'), box(0.14, 0.03, 0.04), { at: [0, 0.2, 0.48] });
	},
};
