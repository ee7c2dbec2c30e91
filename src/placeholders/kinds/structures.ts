import { panel } from '../mesh/panel';
import type { PartBuilder } from '../partBuilder';
import { canWrite } from '../textures/font';
import { gable } from './houses';

export function addFence(parts: PartBuilder): void {
	const wood = parts.mainMaterial('wood', parts.byWord({ picket: 'efece4' }));
	if (parts.hasWord('palisade')) {
		for (let x = -1; x <= 1.01; x += 0.25) {
			const high = 2 * parts.random.vary(0.05);
			parts.lathe(wood, `0.13 0, 0.12 ${high}, 0 ${high + 0.35}`, 8, { at: [x, 0, 0] });
		}
		return;
	}
	for (const x of [-1, 1]) {
		parts.box(wood, [0.12, 1.05, 0.12], { at: [x, 0, 0] });
		parts.box(wood, [0.16, 0.1, 0.16], { at: [x, 1.05, 0], taper: 0.2 });
	}
	for (const y of [0.3, 0.75]) parts.box(wood, [2, 0.1, 0.05], { at: [0, y, 0] });
	for (let x = -0.78; x < 0.8; x += 0.26) {
		const high = 0.95 * parts.random.vary(0.03);
		const picket = `0 0.06, 0.07 0.06, 0.07 ${high - 0.08}, 0 ${high}`;
		parts.symmetricPrism(wood, picket, 0.03, { at: [x, 0, 0.04] });
	}
}

export function addDoor(parts: PartBuilder): void {
	const [frame, iron] = [parts.accentMaterial('stone'), parts.accentMaterial('iron')];
	for (const x of [-0.58, 0.58]) parts.box(frame, [0.16, 2.15, 0.24], { at: [x, 0, 0] });
	parts.box(frame, [1.42, 0.2, 0.26], { at: [0, 2.13, 0] });
	parts.box(parts.mainMaterial('oak'), [1, 2.12, 0.1], { at: [0, 0.01, 0] });
	for (const y of [0.35, 1.55]) parts.box(iron, [0.84, 0.1, 0.13], { at: [-0.08, y, 0] });
	parts.cylinder(iron, [0.045, 0.045, 0.2], 10, { at: [0.38, 1.02, -0.1], turn: [90, 0, 0] });
}

/** What is in quotation marks, or stands for itself on a sign. */
function signText(prompt: string): string {
	const quoted = /["“'«]([^"”'»]{1,24})["”'»]/.exec(prompt)?.[1]?.toLowerCase().trim();
	return quoted && canWrite(quoted) ? quoted : '';
}

export function addSign(parts: PartBuilder): void {
	const wood = parts.mainMaterial('wood');
	const text = signText(parts.prompt);
	parts.box(parts.accentMaterial('dark wood'), [0.12, 1.75, 0.12], { at: [0, 0, -0.02] });
	const board = text
		? '-0.52 0, 0.52 0, 0.52 0.52, -0.52 0.52'
		: '-0.45 0, 0.4 0, 0.62 0.2, 0.4 0.4, -0.45 0.4';
	parts.prism(wood, board, 0.06, { at: [0, 1.1, 0.07], turn: [0, 0, parts.random.between(-3, 3)] });
	if (text) parts.add(parts.textMaterial('paper', text, 2), panel(0.92, 0.46), { at: [0, 1.14, 0.105] });
	else parts.prism(wood, board, 0.06, { at: [0, 0.62, 0.07], scale: [-0.85, 0.85, 1], turn: [0, 0, 3] });
}

export function addLadder(parts: PartBuilder): void {
	if (!parts.hasWord('ladder')) {
		const stone = parts.mainMaterial('stone');
		for (let step = 1; step <= 8; step++) {
			parts.box(stone, [1.4, 0.2 * step, 0.3], { at: [0, 0, 1.35 - step * 0.3] });
		}
		return;
	}
	const wood = parts.mainMaterial('wood');
	for (const x of [-0.24, 0.24]) parts.box(wood, [0.07, 3, 0.07], { at: [x, 0, 0] });
	for (let y = 0.25; y < 3; y += 0.3) {
		parts.cylinder(wood, [0.022, 0.022, 0.46], 6, { at: [-0.23, y, 0], turn: [0, 0, -90] });
	}
}

export function addWell(parts: PartBuilder): void {
	const fountain = parts.hasWord('fountain');
	const stone = parts.substanceMaterial('cobblestone');
	const rim = fountain ? 1.4 : 0.85;
	const [outer, inner] = [rim + 0.07, rim - 0.22];
	const wall = `${rim} 0, ${rim} 0.7, ${outer} 0.72, ${outer} 0.85, ${inner} 0.85, ${inner} 0.5`;
	parts.lathe(stone, wall, 18);
	const water = parts.fixedMaterial('water');
	parts.cylinder(water, [inner, inner, 0.02], 18, { at: [0, 0.5, 0] });
	if (fountain) {
		const bowl = '0.25 0, 0.14 0.6, 0.14 1.2, 0.7 1.45, 0.7 1.55, 0.5 1.48, 0 1.45';
		parts.lathe(stone, bowl, 18, { at: [0, 0.3, 0] });
		parts.lathe(water, '0.06 0, 0.1 0.4, 0 0.5', 10, { at: [0, 1.7, 0] });
		return;
	}
	const wood = parts.accentMaterial('oak');
	for (const x of [-0.82, 0.82]) parts.box(wood, [0.14, 2, 0.14], { at: [x, 0.2, 0] });
	parts.add(parts.tintedMaterial('shingles'), gable(2.3, 0.75, 1.9, 0.09), { at: [0, 2.05, 0] });
	parts.cylinder(wood, [0.08, 0.08, 1.6], 8, { at: [-0.8, 1.6, 0], turn: [0, 0, -90] });
	parts.cylinder(parts.fixedMaterial('cloth'), [0.014, 0.014, 0.5], 5, { at: [0, 1.12, 0.08] });
	parts.cylinder(wood, [0.13, 0.17, 0.28], 10, { at: [0, 0.86, 0.08] });
}
