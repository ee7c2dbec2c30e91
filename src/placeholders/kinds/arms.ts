import type { Material } from '../material';
import { arc } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';
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

/** The limbs of a bow around its grip: how far forward it is, and how high. */
const bowLimb = points3d('0.15 0 0, 0.14 0.12 0, 0.1 0.28 0, 0.01 0.46 0, -0.09 0.6 0, -0.08 0.68 0');

export function addBow(parts: PartBuilder): void {
	const wood = parts.mainMaterial('oak');
	const reach = parts.random.vary(0.06);
	const upper = bowLimb.map(([x, y]): Vec3 => [x * reach, 0.69 + y, 0]);
	const lower = bowLimb.slice(1).map(([x, y]): Vec3 => [x * reach, 0.69 - y, 0]);
	parts.tube(wood, [...lower.reverse(), ...upper], [0.01, 0.024, 0.01], 8);
	const grip = parts.accentMaterial('leather');
	parts.cylinder(grip, [0.028, 0.028, 0.16], 8, { at: [0.15 * reach, 0.61, 0] });
	const string = parts.fixedMaterial('cloth', 'e8e2d2');
	parts.tube(string, '0 0.01 0, 0 1.37 0', 0.004, 4, { at: [-0.08 * reach, 0, 0] });
}

export function addStaff(parts: PartBuilder): void {
	const wand = parts.hasWord('wand');
	const length = wand ? 0.4 : 1.7;
	parts.group({ scale: wand ? [0.5, 1, 0.5] : 1 }, () => {
		const wood = parts.mainMaterial('dark wood');
		const crooked = points3d('0 0 0, 0.012 0.25 0, 0 0.5 0.012, 0.012 0.75 0, 0 1 0');
		const path = crooked.map(([x, along, z]): Vec3 => [x, along * length, z]);
		parts.tube(wood, path, [0.02, 0.03], 8);
		parts.group({ at: [0, length + 0.09, 0] }, () => {
			parts.around(3, () => parts.tube(wood, arc(0.085, -80, 60, parts.segments(6)), 0.012, 5));
			parts.blob(parts.glowMaterial('orb', '58c8ff', 0.8), [0.06, 0.075, 0.06], 0.05, 1);
		});
	});
}

export function addGun(parts: PartBuilder): void {
	const long = parts.hasWord('rifle', 'shotgun', 'musket', 'crossbow') ? 2.2 : 1;
	const [metal, grip] = [parts.mainMaterial('steel', '4a4d55'), parts.accentMaterial('dark wood')];
	parts.box(metal, [0.035, 0.05, 0.16 * long], { at: [0, 0.13, 0.02 * long] });
	parts.cylinder(metal, [0.013, 0.013, 0.14 * long], 10, { at: [0, 0.16, 0.08 * long], turn: [90, 0, 0] });
	parts.box(grip, [0.032, 0.15, 0.05], { at: [0, 0, -0.1], turn: [14, 0, 0], taper: 0.85 });
	if (long > 1) parts.box(grip, [0.03, 0.09, 0.3], { at: [0, 0.08, -0.28] });
	parts.ring(metal, 0.026, 0.005, 10, { at: [0, 0.11, 0], turn: [0, 90, 0] });
	parts.box(metal, [0.008, 0.018, 0.014], { at: [0, 0.175, 0.2 * long] });
	if (parts.hasWord('blaster', 'raygun', 'laser')) {
		const coil = parts.glowMaterial('coil', '5cf0ff', 0.9);
		for (const z of [0.1, 0.14, 0.18]) parts.ring(coil, 0.02, 0.006, 10, { at: [0, 0.16, z] });
	}
	if (parts.hasWord('crossbow')) {
		const limbs = '-0.3 0.14 0.14, -0.16 0.14 0.24, 0 0.14 0.28, 0.16 0.14 0.24, 0.3 0.14 0.14';
		parts.tube(grip, limbs, 0.013, 6);
	}
}
