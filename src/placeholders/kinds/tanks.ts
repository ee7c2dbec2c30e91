import type { PartBuilder } from '../partBuilder';
import { addSpokedWheel } from './carts';

export function addTank(parts: PartBuilder): void {
	if (parts.hasWord('cannon', 'artillery', 'catapult')) addCannon(parts);
	else addArmouredTank(parts);
}

function addArmouredTank(parts: PartBuilder): void {
	const [armour, dark] = [parts.mainMaterial('paint', '5a6a3e'), parts.fixedMaterial('iron', '2e3034')];
	const track = '-2.2 0.2, -1.9 0, 2 0, 2.4 0.35, 2.3 0.75, -2.2 0.75, -2.4 0.5';
	parts.bothSides(() => {
		parts.prism(dark, track, 0.6, { at: [1.25, 0, 0], turn: [0, -90, 0] });
		for (const z of [-1.6, -0.8, 0, 0.8, 1.6]) {
			parts.cylinder(armour, [0.27, 0.27, 0.68], 12, { at: [0.91, 0.32, z], turn: [0, 0, -90] });
		}
	});
	const hull = '-2.3 0.55, 2.2 0.5, 2.5 0.8, 1.7 1.15, -2.2 1.15';
	parts.prism(armour, hull, 2, { turn: [0, -90, 0] });
	parts.box(armour, [1.9, 0.65, 2], { at: [0, 1.12, -0.25], taper: [0.75, 0.7] });
	parts.cylinder(armour, [0.1, 0.085, 2.6], 10, { at: [0, 1.45, 0.5], turn: [88, 0, 0] });
	parts.cylinder(dark, [0.12, 0.12, 0.3], 10, { at: [0, 1.53, 2.9], turn: [88, 0, 0] });
	parts.cylinder(dark, [0.32, 0.28, 0.14], 12, { at: [0.3, 1.75, -0.45] });
}

function addCannon(parts: PartBuilder): void {
	const [metal, wood] = [parts.mainMaterial('iron', '3a3c40'), parts.accentMaterial('oak')];
	const barrel = '0.1 0, 0.2 0.06, 0.22 0.15, 0.2 0.5, 0.15 1.35, 0.19 1.42, 0.19 1.5, 0.1 1.5, 0.1 1.2';
	parts.lathe(metal, barrel, 16, { at: [0, 0.62, -0.55], turn: [76, 0, 0] });
	parts.bothSides(() => {
		const cheek = '-0.8 0.1, -0.7 0.05, 0.45 0.4, 0.4 0.72, -0.1 0.66';
		parts.prism(wood, cheek, 0.1, { at: [0.26, 0.05, 0], turn: [0, -90, 0] });
		const iron = parts.fixedMaterial('iron');
		parts.group({ at: [0.42, 0.46, 0.1] }, () => addSpokedWheel(parts, wood, iron, 0.46));
	});
	parts.cylinder(wood, [0.05, 0.05, 0.84], 8, { at: [-0.42, 0.46, 0.1], turn: [0, 0, -90] });
}
