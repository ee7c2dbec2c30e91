import type { PartBuilder } from '../partBuilder';

export function addWindmill(parts: PartBuilder): void {
	parts.cylinder(parts.fixedMaterial('cobblestone'), [2.2, 2.05, 1], 14);
	parts.cylinder(parts.substanceMaterial('plaster'), [1.95, 1.25, 6], 14, { at: [0, 0.8, 0] });
	parts.box(parts.accentMaterial('oak'), [0.95, 2, 0.5], { at: [0, 0, 1.95] });
	if (parts.hasWord('lighthouse')) addBeacon(parts);
	else addSails(parts);
}

function addBeacon(parts: PartBuilder): void {
	const band = parts.tintedMaterial('paint');
	const radius = (y: number): number => 1.97 - (y - 0.8) * 0.1167;
	for (const y of [2.1, 4.5]) {
		parts.cylinder(band, [radius(y), radius(y + 1.2), 1.2], 14, { at: [0, y, 0] });
	}
	parts.cylinder(parts.fixedMaterial('iron'), [1.55, 1.55, 0.15], 14, { at: [0, 6.8, 0] });
	parts.cylinder(parts.glowMaterial('beacon', 'ffe28a', 0.8), [0.8, 0.8, 1.2], 14, { at: [0, 6.95, 0] });
	parts.cylinder(band, [1.1, 0.1, 1], 14, { at: [0, 8.15, 0] });
}

function addSails(parts: PartBuilder): void {
	parts.cylinder(parts.tintedMaterial('shingles'), [1.6, 0, 1.9], 14, { at: [0, 6.75, 0] });
	const [wood, cloth] = [parts.accentMaterial('oak'), parts.fixedMaterial('cloth')];
	parts.cylinder(wood, [0.14, 0.14, 0.9], 8, { at: [0, 6.5, 1.1], turn: [90, 0, 0] });
	const start = parts.random.between(10, 60);
	for (const turn of [0, 90, 180, 270]) {
		parts.group({ at: [0, 6.5, 1.95], turn: [0, 0, start + turn] }, () => {
			parts.box(wood, [0.12, 3.6, 0.1]);
			parts.box(cloth, [0.9, 2.8, 0.04], { at: [0.42, 0.7, 0] });
			for (const y of [0.7, 1.6, 2.5, 3.4]) parts.box(wood, [0.95, 0.07, 0.07], { at: [0.42, y, 0] });
		});
	}
}
