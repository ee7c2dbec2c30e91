import { points } from '../literals';
import type { Vec3 } from '../mesh/vector';
import { type Bone, boneChain, bothSides } from './bone';
import type { Measures } from './measure';

/** A body with a head and a tail, two wings, two legs. */
export function avian({ min, max, middle, size }: Measures): Bone[] {
	// In shares of the size, from the middle of the ground beneath the bird.
	const at = (text: string, sign = 1): Vec3[] =>
		points<Vec3>(text, 3).map(([x, y, z]) => [
			middle[0] + sign * x * size[0],
			min[1] + y * size[1],
			middle[2] + z * size[2],
		]);
	const beak: Vec3 = [middle[0], max[1] - size[1] * 0.15, max[2]];
	return [
		...boneChain('Hips Chest Neck Head', [...at('0 0.5 -0.1, 0 0.58 0.05, 0 0.7 0.2, 0 0.8 0.28'), beak]),
		...boneChain('Tail', at('0 0.48 -0.2, 0 0.5 -0.5'), 'Hips'),
		...bothSides((side, sign) => [
			...boneChain(`${side}Wing1 ${side}Wing2`, at('0.12 0.6 0.03, 0.3 0.6 0, 0.5 0.6 -0.05', sign), 'Chest'),
			...boneChain(
				`${side}UpperLeg ${side}LowerLeg`,
				at('0.08 0.35 0, 0.08 0.18 0, 0.08 0 0.03', sign),
				'Hips',
			),
		]),
	];
}
