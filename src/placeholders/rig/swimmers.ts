import type { Vec3 } from '../mesh/vector';
import { type Bone, boneChain, bothSides } from './bone';
import type { Measures } from './measure';

/** Points along the longer of the two level axes, from the head (front, or left of things that lie across) to the tail. */
function alongLength({ min, max, middle, size }: Measures, count: number, height: number): Vec3[] {
	const y = min[1] + size[1] * height;
	return Array.from({ length: count + 1 }, (_, index): Vec3 => {
		const share = index / count;
		return size[2] >= size[0]
			? [middle[0], y, max[2] - size[2] * share]
			: [max[0] - size[0] * share, y, middle[2]];
	});
}

/** A chain of eight. */
export function serpentine(measures: Measures): Bone[] {
	const names = 'Head Spine1 Spine2 Spine3 Spine4 Spine5 Spine6 Spine7';
	return boneChain(names, alongLength(measures, 8, 0.4));
}

/** A chain of five from head to tail fin, and a fin on each side. */
export function aquatic(measures: Measures): Bone[] {
	const { size } = measures;
	const spine = alongLength(measures, 5, 0.5);
	const [, [x, y, z] = [0, 0, 0]] = spine;
	const fin = (sign: number): Vec3[] => [
		[x + sign * size[0] * 0.2, y, z],
		[x + sign * size[0] * 0.5, y, z - size[2] * 0.08],
	];
	return [
		...boneChain('Head Spine1 Spine2 Tail1 Tail2', spine),
		...bothSides((side, sign) => boneChain(`${side}Fin`, fin(sign), 'Spine1')),
	];
}
