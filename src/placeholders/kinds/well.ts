import type { PartBuilder } from '../partBuilder';
import { gable } from './roofs';

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
