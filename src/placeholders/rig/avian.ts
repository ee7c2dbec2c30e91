import type { Vec3 } from '../mesh/vector';
import { type Bone, chain } from './bone';
import type { Measures } from './measure';

/** A body with a head and a tail, two wings, two legs. */
export function avian({ min, max, middle, size }: Measures): Bone[] {
	const at = (x: number, y: number, z: number): Vec3 => [
		middle[0] + x * size[0],
		min[1] + y * size[1],
		middle[2] + z * size[2],
	];
	const sides = [['Left', 1] as const, ['Right', -1] as const];
	return [
		...chain(
			['Hips', 'Chest', 'Neck', 'Head'],
			[
				at(0, 0.5, -0.1),
				at(0, 0.58, 0.05),
				at(0, 0.7, 0.2),
				at(0, 0.8, 0.28),
				[middle[0], max[1] - size[1] * 0.15, max[2]],
			],
		),
		...chain(['Tail'], [at(0, 0.48, -0.2), at(0, 0.5, -0.5)], 'Hips'),
		...sides.flatMap(([side, sign]) => [
			...chain(
				[`${side}Wing1`, `${side}Wing2`],
				[at(sign * 0.12, 0.6, 0.03), at(sign * 0.3, 0.6, 0), at(sign * 0.5, 0.6, -0.05)],
				'Chest',
			),
			...chain(
				[`${side}UpperLeg`, `${side}LowerLeg`],
				[at(sign * 0.08, 0.35, 0), at(sign * 0.08, 0.18, 0), at(sign * 0.08, 0, 0.03)],
				'Hips',
			),
		]),
	];
}
