import type { Material } from '../material';
import { sheets } from '../mesh/facets';
import type { PartBuilder } from '../partBuilder';
import { points3d } from '../points';
import type { Anchors } from './figure';

/** A cape from the shoulders down the back. */
export function addCape(parts: PartBuilder, { shoulder }: Anchors, fallback: Material): void {
	const cape = parts.partMaterial('cape', 'cloth', fallback);
	const top = shoulder * 0.85;
	const upper = points3d(`-0.27 0.9 -0.24, 0.27 0.9 -0.24, ${top} 1.41 -0.1, ${-top} 1.41 -0.1`);
	const lower = points3d('-0.34 0.28 -0.3, 0.34 0.28 -0.3, 0.27 0.9 -0.24, -0.27 0.9 -0.24');
	parts.add(cape, sheets([upper, lower]));
}

/** A band around the waist of a figure; `depth` is its size from front to back by that from side to side. */
export function addBelt(
	parts: PartBuilder,
	material: Material,
	radius: number,
	[low, high]: readonly [number, number],
	[wide, deep]: readonly [number, number],
): void {
	parts.cylinder(material, [radius, radius, high - low], 10, { at: [0, low, 0], scale: [wide, 1, deep] });
}
