import type { PartBuilder } from '../partBuilder';
import { corners } from './layout';

export function addTable(parts: PartBuilder): void {
	const wood = parts.mainMaterial('oak');
	const [width, depth, high] = [1.6 * parts.random.vary(0.1), 0.85, 0.76];
	if (parts.hasWord('round')) {
		parts.cylinder(wood, [0.6, 0.6, 0.05], 24, { at: [0, high - 0.05, 0] });
		parts.cylinder(wood, [0.08, 0.07, high - 0.05], 10);
		parts.cylinder(wood, [0.34, 0.1, 0.1], 16);
		return;
	}
	parts.box(wood, [width, 0.06, depth], { at: [0, high - 0.06, 0] });
	parts.box(wood, [width - 0.2, 0.1, depth - 0.16], { at: [0, high - 0.16, 0] });
	for (const [x, z] of corners) {
		const at = [x * (width / 2 - 0.1), 0, z * (depth / 2 - 0.1)] as const;
		parts.box(wood, [0.07, high - 0.06, 0.07], { at, taper: 1.35 });
	}
	if (!parts.hasWord('desk', 'workbench')) return;
	const [drawers, handle] = [width / 2 - 0.34, parts.accentMaterial('bronze')];
	parts.box(wood, [0.42, 0.5, depth - 0.2], { at: [drawers, high - 0.6, 0] });
	for (const y of [0.28, 0.5]) parts.box(handle, [0.12, 0.03, 0.04], { at: [drawers, y, depth / 2 - 0.09] });
}

const plainChair = { wide: 0.46, wood: 'oak', soft: false, back: 0.5 };
const chairs: Readonly<Record<string, Partial<typeof plainChair>>> = {
	throne: { wide: 0.75, wood: 'gold', soft: true, back: 1.1 },
	'sofa, couch': { wide: 1.7, soft: true },
	bench: { wide: 1.7 },
	armchair: { soft: true },
};

export function addChair(parts: PartBuilder): void {
	const { wide, wood: substance, soft, back: tall } = { ...plainChair, ...parts.byWord(chairs) };
	const throne = parts.hasWord('throne');
	const [wood, cloth] = [parts.mainMaterial(substance), parts.tintedMaterial('cloth', '9a2c34')];
	const [half, deep, seat] = [wide / 2 - 0.025, 0.2, 0.45];
	const back = throne ? tall : tall * parts.random.vary(0.08);
	for (const [x, z] of corners) parts.box(wood, [0.045, seat, 0.045], { at: [x * half, 0, z * deep] });
	parts.box(wood, [wide + 0.03, 0.045, 0.48], { at: [0, seat - 0.02, 0] });
	if (soft) parts.box(cloth, [wide - 0.04, 0.1, 0.42], { at: [0, seat + 0.02, 0.01], taper: 0.95 });
	if (parts.hasWord('stool')) return;
	parts.group({ at: [0, seat, -deep], turn: [-4, 0, 0] }, () => {
		for (const x of [-half, half]) parts.box(wood, [0.045, back, 0.045], { at: [x, 0, 0] });
		for (const share of soft ? [] : [0.35, 0.65]) {
			parts.box(wood, [wide - 0.02, 0.075, 0.03], { at: [0, back * share, 0] });
		}
		parts.box(wood, [wide - 0.02, 0.075, 0.03], { at: [0, back - 0.06, 0] });
		if (soft) parts.box(cloth, [wide - 0.06, back - 0.1, 0.08], { at: [0, 0.06, 0] });
	});
	parts.group({ at: [0, seat, 0] }, () => {
		for (const x of soft ? [-half, half] : []) {
			parts.box(wood, [0.07, 0.05, 0.46], { at: [x, 0.25, 0] });
			parts.box(wood, [0.05, 0.25, 0.05], { at: [x, 0, deep - 0.02] });
		}
		if (!throne) return;
		for (const x of [-half, half])
			parts.box(wood, [0.1, 0.22, 0.1], { at: [x, back - 0.03, -0.27], taper: 0 });
		parts.box(wood, [0.3, 0.3, 0.06], { at: [0, back, -0.27], taper: 0 });
	});
}

export function addBed(parts: PartBuilder): void {
	const wood = parts.substanceMaterial('oak');
	const [wide, long] = [1.1 * parts.random.vary(0.08), 2];
	for (const [x, z] of corners) {
		parts.box(wood, [0.09, z < 0 ? 1 : 0.65, 0.09], { at: [x * (wide / 2), 0, z * (long / 2)] });
	}
	parts.box(wood, [wide, 0.5, 0.05], { at: [0, 0.42, -long / 2] });
	parts.box(wood, [wide, 0.28, 0.05], { at: [0, 0.28, long / 2] });
	parts.box(wood, [wide, 0.16, long], { at: [0, 0.22, 0] });
	const blanket = parts.partMaterial('blanket', 'cloth', parts.tintedMaterial('cloth', '3f5f96'));
	const [sheet, pillow] = [parts.fixedMaterial('cloth', 'eeeae0'), parts.fixedMaterial('cloth', 'f6f4ee')];
	parts.box(sheet, [wide - 0.06, 0.2, long - 0.1], { at: [0, 0.38, 0], taper: 0.97 });
	parts.box(blanket, [wide + 0.02, 0.18, long * 0.62], { at: [0, 0.42, long * 0.16], taper: 0.97 });
	parts.box(pillow, [wide * 0.7, 0.13, 0.38], { at: [0, 0.57, -long / 2 + 0.28], taper: 0.8 });
}
