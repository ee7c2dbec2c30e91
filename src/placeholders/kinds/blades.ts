import type { Material } from '../material';
import { faceted } from '../mesh/facets';
import { lathe } from '../mesh/lathe';
import type { Mesh } from '../mesh/mesh';
import { posed } from '../mesh/pose';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';

/** A two-edged blade, point up, standing on y = 0: a diamond in section. `point` is the share that narrows. */
function blade(width: number, length: number, thickness: number, point = 0.2): Mesh {
	const profile = [[0.5, 0] as const, [0.46, length * (1 - point)] as const, [0, length] as const];
	return posed(faceted(lathe(profile, 4)), { scale: [width, 1, thickness] });
}

export interface SwordMaterials {
	readonly metal: Material;
	readonly hilt: Material;
	readonly grip: Material;
}

/** A sword with its pommel on the ground and its point up. */
export function addSwordOf(parts: PartBuilder, materials: SwordMaterials, bladeLength: number): void {
	const { metal, hilt, grip } = materials;
	const wide = parts.random.vary(0.12);
	parts.sphere(hilt, 0.028, 10, { at: [0, 0.028, 0] });
	parts.cylinder(grip, [0.015, 0.017, 0.16], 8, { at: [0, 0.05, 0] });
	parts.box(hilt, [0.22 * wide, 0.03, 0.035], { at: [0, 0.21, 0] });
	parts.bothSides(() => parts.sphere(hilt, 0.02, 8, { at: [0.11 * wide, 0.225, 0] }));
	parts.add(metal, blade(0.058 * wide, bladeLength, 0.016), { at: [0, 0.24, 0] });
}

function addScaledSword(parts: PartBuilder, scale: Vec3, bladeLength: number): void {
	const [metal, hilt] = [parts.mainMaterial('steel'), parts.accentMaterial('bronze')];
	const materials = { metal, hilt, grip: parts.accentMaterial('leather') };
	parts.group({ scale }, () => addSwordOf(parts, materials, bladeLength));
}

export function addSword(parts: PartBuilder): void {
	const scale = parts.byWord<Vec3>({
		'greatsword, claymore, broadsword': [1.5, 1.35, 1.5],
		'katana, sabre, saber, rapier': [0.75, 1, 0.75],
	});
	addScaledSword(parts, scale ?? [1, 1, 1], 0.86 * parts.random.vary(0.05));
}

export function addDagger(parts: PartBuilder): void {
	addScaledSword(parts, [0.75, 0.6, 0.75], 0.36 * parts.random.vary(0.08));
}

const axeHead = points2d(
	'0 -0.045, 0.06 -0.05, 0.14 -0.12, 0.19 -0.15, 0.215 -0.07, 0.22 0, 0.215 0.07, 0.19 0.15, 0.14 0.12, 0.06 0.05, 0 0.045',
);

export function addAxe(parts: PartBuilder): void {
	const double = parts.hasWord('battle', 'battleaxe', 'double', 'war', 'viking', 'greataxe');
	const length = (parts.hasWord('hatchet', 'tomahawk') ? 0.5 : 0.95) * parts.random.vary(0.05);
	const metal = parts.mainMaterial('steel');
	parts.cylinder(parts.accentMaterial('oak'), [0.02, 0.018, length], 8);
	const wrap = parts.accentMaterial('leather');
	parts.cylinder(wrap, [0.024, 0.023, length * 0.22], 8, { at: [0, length * 0.06, 0] });
	const y = length * 0.84;
	parts.box(metal, [0.06, 0.12, 0.055], { at: [0, y - 0.06, 0] });
	parts.prism(metal, axeHead, 0.022, { at: [0.015, y, 0] });
	if (double) parts.prism(metal, axeHead, 0.022, { at: [-0.015, y, 0], turn: [0, 180, 0] });
	else parts.box(metal, [0.05, 0.07, 0.04], { at: [-0.045, y - 0.035, 0] });
}

export function addSpear(parts: PartBuilder): void {
	const length = 1.9 * parts.random.vary(0.05);
	const trident = parts.hasWord('trident');
	const metal = parts.mainMaterial('steel');
	parts.cylinder(parts.accentMaterial('oak'), [0.018, 0.016, length], 8);
	parts.cylinder(metal, [0.026, 0.02, 0.1], 8, { at: [0, length - 0.1, 0] });
	for (const x of trident ? [-0.1, 0, 0.1] : [0]) {
		parts.add(metal, blade(x === 0 ? 0.085 : 0.06, 0.3, 0.02, 0.65), { at: [x, length - 0.01, 0] });
	}
	if (trident) parts.box(metal, [0.24, 0.03, 0.025], { at: [0, length - 0.03, 0] });
	if (parts.hasWord('halberd')) parts.prism(metal, axeHead, 0.02, { at: [0.01, length - 0.12, 0] });
	const wrap = parts.accentMaterial('cloth', 'b03a32');
	parts.cylinder(wrap, [0.03, 0.022, 0.06], 8, { at: [0, length - 0.18, 0] });
}

export function addArrow(parts: PartBuilder): void {
	parts.cylinder(parts.mainMaterial('pale wood'), [0.006, 0.006, 0.72], 6);
	parts.add(parts.accentMaterial('steel'), blade(0.035, 0.08, 0.014, 0.9), { at: [0, 0.71, 0] });
	const fletching = parts.accentMaterial('cloth', 'e4e0d4');
	for (const turn of [0, 60, 120]) {
		const pose = { at: [0, 0.02, 0], turn: [0, turn, 0] } as const;
		parts.symmetricPrism(fletching, '0 0, 0.03 0.015, 0.03 0.1, 0 0.14', 0.003, pose);
	}
}
