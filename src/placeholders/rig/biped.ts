import { points } from '../literals';
import type { Vec3 } from '../mesh/vector';
import { type Bone, boneChain, bothSides } from './bone';
import type { Measures } from './measure';

/** Arms that reach farther than this share of the height are held out to the sides. */
const outstretched = 0.75;

/** Places in shares of the height, from the middle of the ground beneath the figure. */
const trunk = points<Vec3>('0 0.5 0, 0 0.57 0, 0 0.67 0, 0 0.81 0, 0 0.86 0, 0 1 0', 3);
const leg = points<Vec3>('0.056 0.49 0, 0.056 0.26 0.005, 0.056 0.05 0, 0.056 0.02 0.09', 3);
const hangingArm = points<Vec3>('0.115 0.77 0, 0.19 0.64 0, 0.214 0.5 0.02, 0.22 0.43 0.03', 3);

function outstretchedArm(reach: number): Vec3[] {
	return [0.11, 0.11 + (reach - 0.11) * 0.45, reach * 0.84, reach].map((x): Vec3 => [x, 0.79, 0]);
}

/**
 * Seventeen joints in the proportions of a person. Widths follow the height, because what is held in a hand makes a
 * figure wide without making its shoulders so.
 */
export function biped({ min, size, middle }: Measures): Bone[] {
	const tall = size[1];
	const arm = size[0] > tall * outstretched ? outstretchedArm((size[0] / tall) * 0.48) : hangingArm;
	const at = (places: readonly Vec3[], sign = 1): Vec3[] =>
		places.map(([x, y, z]) => [middle[0] + sign * x * tall, min[1] + y * tall, middle[2] + z * tall]);
	return [
		...boneChain('Hips Spine Chest Neck Head', at(trunk)),
		...bothSides((side, sign) => [
			...boneChain(`${side}UpperArm ${side}LowerArm ${side}Hand`, at(arm, sign), 'Chest'),
			...boneChain(`${side}UpperLeg ${side}LowerLeg ${side}Foot`, at(leg, sign), 'Hips'),
		]),
	];
}
