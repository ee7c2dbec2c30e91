import type { Material } from '../material';
import { sheets } from '../mesh/facets';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';
import { hull } from './hull';

/** A square sail that bellies forward, with its yard; the middle of its lower edge is at the origin. */
function addSail(parts: PartBuilder, cloth: Material, yard: Material, wide: number, tall: number): void {
	const edge = (along: number): Vec3[] => {
		const half = (wide / 2) * (1 - 0.15 * along);
		const bellied = 0.03 + Math.sin(Math.PI * (0.15 + 0.75 * along)) * tall * 0.16;
		return [-half, half].map((x): Vec3 => [x, tall * along, bellied]);
	};
	for (const [low, high] of points2d('0 0.35, 0.35 0.7, 0.7 1')) {
		parts.add(cloth, sheets([[...edge(low), ...edge(high).reverse()]]));
	}
	const pose = { at: [-wide * 0.475, tall, 0.06], turn: [0, 0, -90] } as const;
	parts.cylinder(yard, [0.025, 0.025, wide * 0.95], 6, pose);
}

export function addBoat(parts: PartBuilder): void {
	const large = parts.hasWord('ship', 'galleon', 'longship', 'yacht', 'sailboat', 'sailing', 'pirate');
	parts.group({ scale: large ? 2.6 : 1 }, () => {
		parts.add(parts.mainMaterial('oak'), hull(3.6, 1.35, 0.55, parts.segments(10)));
		if (large) addRigging(parts);
		else addOars(parts);
	});
}

function addRigging(parts: PartBuilder): void {
	const dark = parts.accentMaterial('dark wood');
	const colour = parts.hasWord('pirate') ? '2a282c' : 'e8dfc8';
	const cloth = parts.partMaterial('sail', 'cloth', parts.tintedMaterial('cloth', colour));
	parts.box(dark, [1.1, 0.04, 2.3], { at: [0, 0.36, -0.25], taper: [1, 0.95] });
	parts.box(parts.mainMaterial('oak'), [1.05, 0.42, 0.75], { at: [0, 0.4, -1.35] });
	for (const [z, tall] of points2d('0.5 2.6, -0.65 2.9')) {
		parts.cylinder(dark, [0.055, 0.035, tall + 0.35], 8, { at: [0, 0.15, z] });
		for (const [y, wide] of points2d(`0.95 1.5, ${tall * 0.66} 1.15`)) {
			parts.group({ at: [0, y, z] }, () => addSail(parts, cloth, dark, wide, tall * 0.32));
		}
	}
	parts.cylinder(dark, [0.045, 0.02, 1], 6, { at: [0, 0.72, 1.6], turn: [68, 0, 0] });
}

function addOars(parts: PartBuilder): void {
	const dark = parts.accentMaterial('dark wood');
	for (const z of [-0.75, 0.1, 0.9]) {
		parts.box(dark, [1.18 - Math.abs(z) * 0.25, 0.05, 0.26], { at: [0, 0.38, z] });
	}
	parts.bothSides(() => {
		parts.cylinder(dark, [0.022, 0.022, 1.7], 6, { at: [0.3, 0.62, 0.3], turn: [0, 0, -105] });
		parts.box(dark, [0.16, 0.45, 0.03], { at: [1.85, 0.21, 0.3], turn: [0, 0, -105] });
	});
}
