import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { cylinder } from '../mesh/lathe';
import type { Vec2 } from '../mesh/vector';

const corners: readonly Vec2[] = [
	[-1, -1],
	[1, -1],
	[-1, 1],
	[1, 1],
];

export const table: Kind = {
	name: 'table',
	words: ['table', 'desk', 'workbench', 'counter', 'altar', 'anvil table'],
	build(bench) {
		const wood = bench.body('oak');
		const [width, depth, high] = [1.6 * bench.random.vary(0.1), 0.85, 0.76];
		if (bench.says('round')) {
			bench.add(wood, cylinder(0.6, 0.6, 0.05, bench.round(24, 8)), { at: [0, high - 0.05, 0] });
			bench.add(wood, cylinder(0.08, 0.07, high - 0.05, bench.round(10)));
			bench.add(wood, cylinder(0.34, 0.1, 0.1, bench.round(16, 6)));
			return;
		}
		bench.add(wood, box(width, 0.06, depth), { at: [0, high - 0.06, 0] });
		bench.add(wood, box(width - 0.2, 0.1, depth - 0.16), { at: [0, high - 0.16, 0] });
		for (const [x, z] of corners)
			bench.add(wood, box(0.07, high - 0.06, 0.07, 1.35), {
				at: [x * (width / 2 - 0.1), 0, z * (depth / 2 - 0.1)],
			});
		if (!bench.says('desk', 'workbench')) return;
		bench.add(wood, box(0.42, 0.5, depth - 0.2), { at: [width / 2 - 0.34, high - 0.6, 0] });
		for (const y of [0.22, 0.44])
			bench.add(bench.trim('bronze'), box(0.12, 0.03, 0.04), {
				at: [width / 2 - 0.34, y + 0.06, depth / 2 - 0.09],
			});
	},
};

export const chair: Kind = {
	name: 'chair',
	words: ['chair', 'stool', 'throne', 'armchair', 'seat', 'bench', 'sofa', 'couch'],
	build(bench) {
		const throne = bench.says('throne');
		const wide = bench.says('bench', 'sofa', 'couch') ? 1.7 : throne ? 0.75 : 0.46;
		const wood = bench.body(throne ? 'gold' : 'oak');
		const soft = throne || bench.says('sofa', 'couch', 'armchair');
		const seat = 0.45;
		const back = throne ? 1.1 : 0.5 * bench.random.vary(0.08);
		const [half, deep] = [wide / 2 - 0.025, 0.2];
		for (const [x, z] of corners) bench.add(wood, box(0.045, seat, 0.045), { at: [x * half, 0, z * deep] });
		bench.add(wood, box(wide + 0.03, 0.045, 0.48), { at: [0, seat - 0.02, 0] });
		if (soft)
			bench.add(bench.tint('cloth', '9a2c34'), box(wide - 0.04, 0.1, 0.42, 0.95), {
				at: [0, seat + 0.02, 0.01],
			});
		if (bench.says('stool')) return;
		for (const side of [-1, 1])
			bench.add(wood, box(0.045, back, 0.045), { at: [side * half, seat, -deep], turn: [-4, 0, 0] });
		const lean = (y: number): number => -deep - (y - seat) * 0.07;
		if (soft) {
			bench.add(bench.tint('cloth', '9a2c34'), box(wide - 0.06, back - 0.1, 0.08), {
				at: [0, seat + 0.06, -deep],
				turn: [-4, 0, 0],
			});
			for (const side of [-1, 1]) {
				bench.add(wood, box(0.07, 0.05, 0.46), { at: [side * half, seat + 0.25, 0] });
				bench.add(wood, box(0.05, 0.25, 0.05), { at: [side * half, seat, deep - 0.02] });
			}
		}
		for (const y of soft ? [back - 0.06] : [back * 0.35, back * 0.65, back - 0.06]) {
			bench.add(wood, box(wide - 0.02, 0.075, 0.03), { at: [0, seat + y, lean(seat + y)], turn: [-4, 0, 0] });
		}
		if (!throne) return;
		for (const side of [-1, 1])
			bench.add(wood, box(0.1, 0.22, 0.1, 0), { at: [side * half, seat + back - 0.03, -deep - 0.07] });
		bench.add(wood, box(0.3, 0.3, 0.06, 0), { at: [0, seat + back, -deep - 0.07] });
	},
};

export const bed: Kind = {
	name: 'bed',
	words: ['bed', 'bunk', 'cot', 'mattress'],
	build(bench) {
		const wood = bench.make('oak');
		const [wide, long] = [1.1 * bench.random.vary(0.08), 2];
		for (const [x, z] of corners)
			bench.add(wood, box(0.09, z < 0 ? 1 : 0.65, 0.09), { at: [x * (wide / 2), 0, z * (long / 2)] });
		bench.add(wood, box(wide, 0.5, 0.05), { at: [0, 0.42, -long / 2] });
		bench.add(wood, box(wide, 0.28, 0.05), { at: [0, 0.28, long / 2] });
		bench.add(wood, box(wide, 0.16, long), { at: [0, 0.22, 0] });
		bench.add(bench.plain('cloth', 'eeeae0'), box(wide - 0.06, 0.2, long - 0.1, 0.97), { at: [0, 0.38, 0] });
		bench.add(
			bench.named('blanket', 'cloth', bench.tint('cloth', '3f5f96')),
			box(wide + 0.02, 0.18, long * 0.62, 0.97),
			{
				at: [0, 0.42, long * 0.16],
			},
		);
		bench.add(bench.plain('cloth', 'f6f4ee'), box(wide * 0.7, 0.13, 0.38, 0.8), {
			at: [0, 0.57, -long / 2 + 0.28],
		});
	},
};

export const bookshelf: Kind = {
	name: 'bookshelf',
	words: ['bookshelf', 'bookcase', 'shelf', 'cabinet', 'wardrobe', 'cupboard', 'closet', 'dresser'],
	build(bench) {
		const wood = bench.body('oak');
		const [wide, high, deep] = [1.1 * bench.random.vary(0.08), 2, 0.36];
		for (const side of [-1, 1]) bench.add(wood, box(0.05, high, deep), { at: [side * (wide / 2), 0, 0] });
		bench.add(wood, box(wide, high, 0.04), { at: [0, 0, -deep / 2 + 0.02] });
		bench.add(wood, box(wide + 0.12, 0.07, deep + 0.06), { at: [0, high, 0] });
		if (bench.says('cabinet', 'wardrobe', 'cupboard', 'closet', 'dresser')) {
			for (const side of [-1, 1]) {
				bench.add(wood, box(wide / 2 - 0.04, high - 0.18, 0.05), {
					at: [side * (wide / 4 - 0.005), 0.1, deep / 2 - 0.03],
				});
				bench.add(bench.trim('bronze'), box(0.03, 0.14, 0.05), {
					at: [side * 0.07, high / 2, deep / 2 + 0.01],
				});
			}
			bench.add(wood, box(wide, 0.1, deep - 0.04));
			return;
		}
		const shelves = 4;
		const covers = ['8c2f2f', '2f4f7f', '3f6f3f', 'b0873a', '5a3f70', '6a4a32'] as const;
		for (let shelf = 0; shelf < shelves; shelf++) {
			const y = 0.05 + (shelf * (high - 0.1)) / shelves;
			bench.add(wood, box(wide, 0.05, deep), { at: [0, y, 0] });
			for (let x = -wide / 2 + 0.06; x < wide / 2 - 0.12; ) {
				const thick = bench.random.between(0.05, 0.11);
				const tall = bench.random.between(0.24, 0.37);
				const cover = bench.plain('leather', covers[bench.random.whole(0, 5)] ?? covers[0]);
				if (bench.random.next() > 0.12)
					bench.add(cover, box(thick * 0.94, tall, 0.22), { at: [x + thick / 2, y + 0.05, 0] });
				x += thick;
			}
		}
	},
};
