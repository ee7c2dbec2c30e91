import type { Vec3 } from '../mesh/vector';
import { type Bone, chain } from './bone';
import type { Measures } from './measure';

/** Arms that reach farther than this share of the height are held out to the sides. */
const outstretched = 0.75;

/**
 * Seventeen joints in the proportions of a person. Widths follow the height, because what is held in a hand makes a
 * figure wide without making its shoulders so.
 */
export function biped({ min, size, middle }: Measures): Bone[] {
	const tall = size[1];
	const out = size[0] > tall * outstretched;
	const at = (x: number, y: number, z = 0): Vec3 => [
		middle[0] + x * tall,
		min[1] + y * tall,
		middle[2] + z * tall,
	];
	const reach = (size[0] / tall) * 0.48;
	const arm = (side: number): Vec3[] =>
		out
			? [
					at(side * 0.11, 0.79),
					at(side * (0.11 + (reach - 0.11) * 0.45), 0.79),
					at(side * reach * 0.84, 0.79),
					at(side * reach, 0.79),
				]
			: [
					at(side * 0.115, 0.77),
					at(side * 0.19, 0.64),
					at(side * 0.214, 0.5, 0.02),
					at(side * 0.22, 0.43, 0.03),
				];
	const leg = (side: number): Vec3[] => [
		at(side * 0.056, 0.49),
		at(side * 0.056, 0.26, 0.005),
		at(side * 0.056, 0.05),
		at(side * 0.056, 0.02, 0.09),
	];
	const trunk = [at(0, 0.5), at(0, 0.57), at(0, 0.67), at(0, 0.81), at(0, 0.86), at(0, 1)];
	const sides = [['Left', 1] as const, ['Right', -1] as const];
	return [
		...chain(['Hips', 'Spine', 'Chest', 'Neck', 'Head'], trunk),
		...sides.flatMap(([side, sign]) => [
			...chain([`${side}UpperArm`, `${side}LowerArm`, `${side}Hand`], arm(sign), 'Chest'),
			...chain([`${side}UpperLeg`, `${side}LowerLeg`, `${side}Foot`], leg(sign), 'Hips'),
		]),
	];
}
