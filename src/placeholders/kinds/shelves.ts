import type { PartBuilder } from '../partBuilder';
import { corners } from './layout';

export function addShelf(parts: PartBuilder): void {
	const wood = parts.mainMaterial('oak');
	const [wide, high, deep] = [1.1 * parts.random.vary(0.08), 2, 0.36];
	for (const side of [-1, 1]) parts.box(wood, [0.05, high, deep], { at: [side * (wide / 2), 0, 0] });
	parts.box(wood, [wide, high, 0.04], { at: [0, 0, -deep / 2 + 0.02] });
	parts.box(wood, [wide + 0.12, 0.07, deep + 0.06], { at: [0, high, 0] });
	if (parts.hasWord('cabinet', 'wardrobe', 'cupboard', 'closet', 'dresser')) {
		parts.box(wood, [wide, 0.1, deep - 0.04]);
		const handle = { at: [0.07, high / 2, deep / 2 + 0.01] } as const;
		parts.bothSides(() => {
			const door = { at: [wide / 4 - 0.005, 0.1, deep / 2 - 0.03] } as const;
			parts.box(wood, [wide / 2 - 0.04, high - 0.18, 0.05], door);
			parts.box(parts.accentMaterial('bronze'), [0.03, 0.14, 0.05], handle);
		});
	} else addBooks(parts, wide, high, deep);
}

function addBooks(parts: PartBuilder, wide: number, high: number, deep: number): void {
	const { random } = parts;
	const wood = parts.mainMaterial('oak');
	for (let shelf = 0; shelf < 4; shelf++) {
		const y = 0.05 + (shelf * (high - 0.1)) / 4;
		parts.box(wood, [wide, 0.05, deep], { at: [0, y, 0] });
		for (let x = -wide / 2 + 0.06; x < wide / 2 - 0.12; ) {
			const thick = random.between(0.05, 0.11);
			const tall = random.between(0.24, 0.37);
			const colour = random.pick(['8c2f2f', '2f4f7f', '3f6f3f', 'b0873a', '5a3f70', '6a4a32']);
			const cover = parts.fixedMaterial('leather', colour);
			const at = [x + thick / 2, y + 0.05, 0] as const;
			if (random.next() > 0.12) parts.box(cover, [thick * 0.94, tall, 0.22], { at });
			x += thick;
		}
	}
}

export function addBook(parts: PartBuilder): void {
	const [cover, gold] = [parts.mainMaterial('leather', '6e2a2a'), parts.accentMaterial('gold')];
	for (const z of [-0.036, 0.036]) parts.box(cover, [0.22, 0.3, 0.012], { at: [0, 0, z] });
	parts.box(cover, [0.014, 0.3, 0.084], { at: [-0.105, 0, 0] });
	parts.box(parts.fixedMaterial('paper'), [0.2, 0.28, 0.06], { at: [0.003, 0.01, 0] });
	for (const [x, y] of corners) {
		parts.box(gold, [0.045, 0.045, 0.086], { at: [x * 0.092, 0.1275 + y * 0.13, 0] });
	}
	parts.box(gold, [0.08, 0.08, 0.006], { at: [0, 0.093, 0.043], turn: [0, 0, 45] });
}
