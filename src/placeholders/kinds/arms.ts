import type { Material } from '../material';
import type { PartBuilder } from '../partBuilder';
import { points2d, points3d } from '../points';

export function addHammer(parts: PartBuilder): void {
	const large = parts.hasWord('war', 'warhammer', 'battle', 'sledgehammer', 'maul', 'mjolnir', 'giant');
	parts.group({ scale: large ? 1 : 0.42 }, () => {
		const length = 0.9 * parts.random.vary(0.05);
		const metal = parts.mainMaterial('iron');
		parts.cylinder(parts.accentMaterial('oak'), [0.028, 0.024, length], 8);
		parts.cylinder(parts.accentMaterial('leather'), [0.033, 0.031, length * 0.25], 8, { at: [0, 0.04, 0] });
		parts.box(metal, [0.22, 0.14, 0.14], { at: [0, length - 0.14, 0] });
		parts.bothSides(() => {
			const face = { at: [0.1, length - 0.07, 0], turn: [0, 0, -90], taper: 0.8 } as const;
			parts.box(metal, [0.18, 0.08, 0.18], face);
		});
		parts.cylinder(metal, [0.035, 0.02, 0.03], 8, { at: [0, length - 0.005, 0] });
	});
}

const spikeTurns = points3d(
	'0 0 0, 90 0 0, -90 0 0, 0 0 90, 0 0 -90, 45 0 45, 45 0 -45, -45 0 45, -45 0 -45',
);

export function addMace(parts: PartBuilder): void {
	const metal = parts.mainMaterial('iron');
	parts.cylinder(parts.accentMaterial('oak'), [0.02, 0.024, 0.62], 8);
	parts.group({ at: [0, 0.68, 0] }, () => {
		parts.sphere(metal, 0.085, 12);
		for (const turn of spikeTurns) {
			parts.group({ turn }, () => parts.cylinder(metal, [0.022, 0, 0.07], 6, { at: [0, 0.07, 0] }));
		}
	});
}

/** A round shield with a boss, facing +z, its rim on the ground. */
export function addRoundShield(parts: PartBuilder, face: Material, rim: Material): void {
	const facing = [90, 0, 0] as const;
	parts.lathe(face, '0.38 0, 0.37 0.03, 0.2 0.07, 0 0.085', 24, { at: [0, 0.4, -0.04], turn: facing });
	parts.ring(rim, 0.38, 0.022, 24, { at: [0, 0.4, -0.02] });
	parts.sphere(rim, 0.09, 12, { at: [0, 0.4, 0.035], turn: facing, from: 0 });
}

const heater = points2d('0 0, 0.16 0.14, 0.25 0.32, 0.28 0.5, 0.28 0.76, 0 0.8');

/** A heater shield with a boss, facing +z, its point on the ground. */
export function addHeaterShield(parts: PartBuilder, face: Material, rim: Material): void {
	const inner = heater.map(([x, y]) => [x * 0.9, 0.42 + (y - 0.42) * 0.9] as const);
	parts.symmetricPrism(rim, heater, 0.035);
	parts.symmetricPrism(face, inner, 0.02, { at: [0, 0, 0.02] });
	parts.box(rim, [0.05, 0.68, 0.012], { at: [0, 0.08, 0.032] });
	parts.box(rim, [0.48, 0.05, 0.012], { at: [0, 0.5, 0.032] });
	parts.sphere(rim, 0.055, 12, { at: [0, 0.525, 0.035], turn: [90, 0, 0], from: 0 });
}

export function addShield(parts: PartBuilder): void {
	const round = parts.hasWord('round', 'buckler', 'viking', 'wood');
	const add = round ? addRoundShield : addHeaterShield;
	add(parts, parts.mainMaterial('oak', '9c3a30'), parts.accentMaterial('iron'));
}
