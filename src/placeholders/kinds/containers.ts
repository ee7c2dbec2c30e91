import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { lathe } from '../mesh/lathe';
import { posed } from '../mesh/pose';
import { prism } from '../mesh/prism';

export const barrel: Kind = {
	name: 'barrel',
	words: ['barrel', 'keg', 'cask', 'hogshead', 'drum'],
	build(bench) {
		const wood = bench.body('oak');
		const iron = bench.trim('iron');
		const belly = 0.36 * bench.random.vary(0.06);
		const height = 0.9 * bench.random.vary(0.05);
		const end = belly * 0.8;
		const radius = (y: number): number => belly - (belly - end) * (2 * (y / height) - 1) ** 2;
		const staves = [0, 0.15, 0.32, 0.5, 0.68, 0.85, 1].map(
			(part) => [radius(part * height), part * height] as const,
		);
		const rim = [
			[end - 0.03, height],
			[end - 0.03, height - 0.04],
		] as const;
		bench.add(wood, lathe([...staves, ...rim], bench.round(20, 6)));
		for (const part of [0.06, 0.28, 0.72, 0.94]) {
			const [low, high] = [part * height - 0.025, part * height + 0.025];
			const hoop = [
				[radius(low) + 0.012, low],
				[radius(high) + 0.012, high],
			] as const;
			bench.add(iron, lathe(hoop, bench.round(20, 6), true));
		}
		bench.add(
			wood,
			lathe(
				[
					[0.04, 0],
					[0.03, 0.035],
				],
				bench.round(8),
			),
			{ at: [0, height / 2, belly - 0.005], turn: [90, 0, 0] },
		);
	},
};

export const crate: Kind = {
	name: 'crate',
	words: ['crate', 'box', 'container', 'package', 'parcel'],
	build(bench) {
		const boards = bench.body('wood');
		const frame = bench.trim('dark wood');
		const size = 0.8 * bench.random.vary(0.05);
		const half = size / 2;
		bench.add(boards, box(size * 0.94, size * 0.94, size * 0.94), { at: [0, size * 0.03, 0] });
		const beam = size * 0.12;
		for (const turn of [0, 90, 180, 270]) {
			bench.group({ turn: [0, turn, 0] }, () => {
				bench.add(frame, box(beam, size, beam), { at: [half - beam / 2, 0, half - beam / 2] });
				for (const y of [0, size - beam])
					bench.add(frame, box(size - 2 * beam, beam, beam), { at: [0, y, half - beam / 2] });
				const brace = (size - 2 * beam) * Math.SQRT2;
				bench.add(frame, box(beam * 0.8, brace, 0.03), {
					at: [(size - 2 * beam) / 2, beam, half - 0.025],
					turn: [0, 0, 45],
				});
			});
		}
	},
};

export const chest: Kind = {
	name: 'chest',
	words: ['chest', 'treasure chest', 'coffer', 'trunk', 'treasure', 'loot'],
	build(bench) {
		const wood = bench.body('oak');
		const iron = bench.trim('iron');
		const [width, depth, low] = [0.9 * bench.random.vary(0.06), 0.55, 0.38];
		bench.add(wood, box(width, low, depth), { at: [0, 0, 0] });
		const lid = (radius: number, length: number) => {
			const half = Array.from({ length: 9 }, (_, step): readonly [number, number] => {
				const angle = (step / 8) * Math.PI;
				return [Math.cos(angle) * radius, Math.sin(angle) * radius * 0.75];
			});
			return posed(prism(half, length), { turn: [0, 90, 0] });
		};
		bench.add(wood, lid(depth / 2, width), { at: [0, low + 0.015, 0] });
		bench.add(iron, box(width + 0.01, 0.015, depth + 0.01), { at: [0, low, 0] });
		for (const side of [-1, 0, 1]) {
			const x = side * (width / 2 - 0.05);
			bench.add(iron, box(0.07, low + 0.002, depth + 0.03), { at: [x, 0, 0] });
			bench.add(iron, lid(depth / 2 + 0.015, 0.07), { at: [x, low + 0.015, 0] });
		}
		const gold = bench.trim('gold');
		bench.add(gold, box(0.13, 0.15, 0.03), { at: [0, low - 0.1, depth / 2 + 0.02] });
		bench.add(bench.plain('paint', '1c1c1c'), box(0.025, 0.05, 0.01), {
			at: [0, low - 0.06, depth / 2 + 0.033],
		});
	},
};
