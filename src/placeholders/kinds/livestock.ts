import type { Kind } from '../kind';
import { blob } from '../mesh/blob';
import { cylinder } from '../mesh/lathe';
import { tube } from '../mesh/tube';
import { plus, type Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';
import { addQuadruped, type Build } from './quadruped';

const horseBuild: Build = {
	back: 1.5,
	long: 1.5,
	girth: 0.34,
	leg: 0.1,
	rise: 0.62,
	reach: 0.32,
	neck: 0.19,
	head: 0.19,
	snout: 0.3,
	ears: 'pointed',
	tail: 'hanging',
};

const cowBuild: Build = {
	back: 1.35,
	long: 1.6,
	girth: 0.4,
	leg: 0.1,
	rise: 0.12,
	reach: 0.28,
	neck: 0.22,
	head: 0.22,
	snout: 0.18,
	ears: 'hanging',
	tail: 'hanging',
};

function addMane(bench: Bench, face: Vec3, colour: string): void {
	const mane = bench.named('hair', 'fur', bench.plain('fur', colour));
	const start = plus(face, [0, 0.2, -0.02]);
	bench.add(
		mane,
		tube(
			[plus(start, [0, -0.02, 0.12]), start, plus(start, [0, -0.3, -0.28]), plus(start, [0, -0.62, -0.5])],
			(along) => 0.07 + 0.05 * along,
			bench.round(7),
		),
		{ scale: [0.7, 1, 1] },
	);
}

export const horse: Kind = {
	name: 'horse',
	body: 'quadruped',
	words: [
		'horse',
		'pony',
		'unicorn',
		'donkey',
		'stallion',
		'mare',
		'deer',
		'stag',
		'reindeer',
		'elk',
		'moose',
		'pegasus',
		'zebra',
		'camel',
		'giraffe',
	],
	build(bench) {
		const deer = bench.says('deer', 'stag', 'reindeer', 'elk', 'moose');
		const unicorn = bench.says('unicorn', 'pegasus');
		const coat = bench.tint(
			'fur',
			unicorn ? 'f0eef2' : deer ? '9a6a42' : bench.random.pick(['7a4a2a', '5a3a26', 'a87a4a', '3a302c']),
		);
		const hoof = bench.plain('leather', '2a2220');
		bench.group({ scale: deer ? 0.78 : bench.says('pony', 'donkey') ? 0.75 : 1 }, () => {
			const face = addQuadruped(bench, deer ? { ...horseBuild, girth: 0.3, tail: 'short' } : horseBuild, {
				coat,
				feet: hoof,
				nose: hoof,
			});
			if (unicorn)
				bench.add(bench.plain('gold'), cylinder(0.04, 0, 0.42, bench.round(8)), {
					at: plus(face, [0, 0.15, 0.1]),
					turn: [28, 0, 0],
				});
			if (!deer) return addMane(bench, face, unicorn ? 'e6a8d8' : '241a16');
			for (const side of [-1, 1]) {
				const root = plus(face, [side * 0.08, 0.15, -0.02]);
				bench.add(
					bench.plain('bone', 'c8b08a'),
					tube(
						[root, plus(root, [side * 0.22, 0.25, -0.08]), plus(root, [side * 0.3, 0.62, 0])],
						(along) => 0.035 - 0.02 * along,
						bench.round(6),
					),
				);
				bench.add(
					bench.plain('bone', 'c8b08a'),
					tube(
						[plus(root, [side * 0.22, 0.25, -0.08]), plus(root, [side * 0.22, 0.5, 0.18])],
						0.022,
						bench.round(5),
					),
				);
			}
		});
	},
};

export const cow: Kind = {
	name: 'cow',
	body: 'quadruped',
	words: [
		'cow',
		'bull',
		'ox',
		'pig',
		'boar',
		'sheep',
		'goat',
		'lamb',
		'bear',
		'cattle',
		'ram',
		'buffalo',
		'hippo',
		'rhino',
		'elephant',
	],
	build(bench) {
		const [pig, sheep, bear] = [
			bench.says('pig', 'boar'),
			bench.says('sheep', 'lamb', 'ram'),
			bench.says('bear'),
		];
		const colour = bench.says('pig')
			? 'e8a09a'
			: bench.says('boar', 'bear')
				? '5a3c28'
				: sheep
					? 'efe8da'
					: bench.random.pick(['8a5a3a', 'e8e4dc', '3a3432']);
		const coat = bench.tint('fur', bench.says('elephant', 'rhino', 'hippo') ? '86868a' : colour);
		const dark = bench.plain('leather', '2a2220');
		const build: Build = pig
			? { ...cowBuild, back: 1.1, rise: -0.05, girth: 0.44, ears: 'pointed', tail: 'short' }
			: bear
				? { ...cowBuild, girth: 0.5, leg: 0.17, head: 0.27, rise: 0.18, ears: 'round', tail: 'short' }
				: sheep
					? { ...cowBuild, rise: 0.25 }
					: cowBuild;
		bench.group({ scale: sheep || pig || bench.says('goat') ? 0.58 : 1 }, () => {
			const skin = sheep ? bench.plain('skin', '4a403a') : coat;
			const face = addQuadruped(bench, build, {
				coat: sheep ? skin : coat,
				feet: bear ? coat : dark,
				nose: pig ? bench.plain('skin', 'c87a7a') : dark,
			});
			if (sheep) {
				for (const z of [-0.5, -0.1, 0.3, 0.55])
					bench.add(coat, blob([0.56, 0.55, 0.4], 0.07, bench.detail(1), bench.random), { at: [0, 1.02, z] });
				bench.add(coat, blob([0.22, 0.16, 0.2], 0.08, bench.detail(1), bench.random), {
					at: plus(face, [0, 0.2, -0.08]),
				});
			}
			if (bench.says('cow', 'bull', 'ox', 'goat', 'ram', 'buffalo', 'cattle')) {
				for (const side of [-1, 1])
					bench.add(
						bench.plain('bone'),
						tube(
							[
								plus(face, [side * 0.12, 0.16, -0.02]),
								plus(face, [side * 0.3, 0.22, 0]),
								plus(face, [side * 0.34, 0.4, 0.05]),
							],
							(along) => 0.045 - 0.04 * along,
							bench.round(6),
						),
					);
			}
			if (bench.says('elephant'))
				bench.add(
					coat,
					tube(
						[plus(face, [0, -0.1, 0.3]), plus(face, [0, -0.5, 0.5]), plus(face, [0, -1.1, 0.45])],
						(along) => 0.14 - 0.07 * along,
						bench.round(8),
					),
				);
		});
	},
};
