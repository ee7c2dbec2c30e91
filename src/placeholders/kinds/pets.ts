import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { box } from '../mesh/box';
import { cylinder, sphere } from '../mesh/lathe';
import { tube } from '../mesh/tube';
import { plus } from '../mesh/vector';
import { addQuadruped, type Build } from './quadruped';

const dogBuild: Build = {
	back: 0.55,
	long: 0.62,
	girth: 0.15,
	leg: 0.05,
	rise: 0.16,
	reach: 0.08,
	neck: 0.09,
	head: 0.125,
	snout: 0.1,
	ears: 'hanging',
	tail: 'up',
};

const catBuild: Build = {
	back: 0.28,
	long: 0.36,
	girth: 0.085,
	leg: 0.028,
	rise: 0.09,
	reach: 0.03,
	neck: 0.055,
	head: 0.085,
	snout: 0.02,
	ears: 'pointed',
	tail: 'up',
};

export const dog: Kind = {
	name: 'dog',
	body: 'quadruped',
	words: ['dog', 'puppy', 'hound', 'wolf', 'fox', 'husky', 'corgi', 'werewolf', 'coyote'],
	build(bench) {
		const fox = bench.says('fox');
		const wild = fox || bench.says('wolf', 'husky', 'werewolf', 'coyote');
		const coat = bench.tint('fur', fox ? 'c8642a' : wild ? '7a7c82' : undefined);
		const dark = bench.plain('paint', '221c1a');
		bench.group({ scale: bench.says('wolf', 'werewolf') ? 1.45 : fox ? 0.75 : 1 }, () => {
			const face = addQuadruped(bench, wild ? { ...dogBuild, ears: 'pointed', tail: 'bushy' } : dogBuild, {
				coat,
				feet: fox ? dark : coat,
				nose: dark,
			});
			if (!wild)
				bench.add(
					bench.tint('paint', 'b8322e'),
					tube(
						[plus(face, [-0.1, -0.12, -0.05]), plus(face, [0, -0.17, 0]), plus(face, [0.1, -0.12, -0.05])],
						0.02,
						bench.round(6),
					),
				);
		});
	},
};

export const cat: Kind = {
	name: 'cat',
	body: 'quadruped',
	words: ['cat', 'kitten', 'lion', 'tiger', 'panther', 'leopard', 'lynx', 'feline'],
	build(bench) {
		const lion = bench.says('lion');
		const large = lion || bench.says('tiger', 'panther', 'leopard');
		const colour = bench.says('panther')
			? '26262c'
			: bench.says('tiger')
				? 'd8822c'
				: lion
					? 'c89a52'
					: bench.random.pick(['6e6e74', 'c8803a', '3a3638', 'd8c8b0']);
		const coat = bench.tint('fur', colour);
		bench.group({ scale: large ? 3 : 1 }, () => {
			const face = addQuadruped(bench, catBuild, { coat, feet: coat, nose: bench.plain('skin', 'c87a7a') });
			if (lion)
				bench.add(
					bench.plain('fur', '6e4220'),
					blob([0.13, 0.14, 0.08], 0.08, bench.detail(2), bench.random),
					{ at: plus(face, [0, -0.015, -0.05]) },
				);
			if (!bench.says('tiger')) return;
			for (const z of [-0.12, -0.05, 0.02, 0.09])
				bench.add(bench.plain('fur', '221a16'), cylinder(0.088, 0.088, 0.022, bench.round(10)), {
					at: [0, 0.196, z],
					turn: [90, 0, 0],
					scale: [1, 1, 1],
				});
		});
	},
};

export const rabbit: Kind = {
	name: 'rabbit',
	body: 'quadruped',
	words: ['rabbit', 'bunny', 'hare', 'mouse', 'rat', 'hamster', 'squirrel'],
	build(bench) {
		const coat = bench.tint('fur', bench.random.pick(['b8a48c', '8a7a6a', 'e8e2d8']));
		const pink = bench.plain('skin', 'd88a8a');
		bench.add(coat, blob([0.1, 0.11, 0.14], 0.03, bench.detail(2), bench.random), { at: [0, 0.12, -0.03] });
		bench.add(coat, sphere(0.075, bench.round(12, 6)), { at: [0, 0.23, 0.1] });
		for (const side of [-1, 1]) {
			const long = bench.says('mouse', 'rat', 'hamster') ? 0.06 : 0.17;
			bench.add(coat, cylinder(0.026, 0.014, long, bench.round(7)), {
				at: [side * 0.035, 0.28, 0.08],
				turn: [-10, 0, side * -10],
				scale: [1, 1, 0.5],
			});
			bench.add(coat, sphere(0.035, bench.round(8)), { at: [side * 0.06, 0.03, 0.09], scale: [1, 0.8, 1.6] });
			bench.add(coat, sphere(0.06, bench.round(8)), { at: [side * 0.08, 0.06, -0.08], scale: [0.7, 1, 1.2] });
			bench.add(bench.plain('paint', '1a1614'), sphere(0.013, bench.round(6)), {
				at: [side * 0.04, 0.25, 0.16],
			});
		}
		bench.add(pink, sphere(0.014, bench.round(6)), { at: [0, 0.225, 0.175] });
		bench.add(bench.plain('fur', 'f4f0e8'), sphere(0.04, bench.round(8)), { at: [0, 0.12, -0.17] });
		bench.add(bench.plain('porcelain'), box(0.016, 0.02, 0.006), { at: [0, 0.185, 0.166] });
	},
};
