import type { Vec3 } from '../mesh/vector';
import { type Bone, chain } from './bone';
import type { Measures } from './measure';

/** Points along the longer of the two level axes, from the head (front, or left of models that lie across) to the tail. */
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
	const names = Array.from({ length: 8 }, (_, index) => (index === 0 ? 'Head' : `Spine${index}`));
	return chain(names, alongLength(measures, names.length, 0.4));
}

/** A chain of five from head to tail fin, and a fin on each side. */
export function aquatic(measures: Measures): Bone[] {
	const { size } = measures;
	const spine = alongLength(measures, 5, 0.5);
	const [, shoulder = [0, 0, 0]] = spine;
	const fin = (side: number): Vec3[] => [
		[shoulder[0] + side * size[0] * 0.2, shoulder[1], shoulder[2]],
		[shoulder[0] + side * size[0] * 0.5, shoulder[1], shoulder[2] - size[2] * 0.08],
	];
	return [
		...chain(['Head', 'Spine1', 'Spine2', 'Tail1', 'Tail2'], spine),
		...chain(['LeftFin'], fin(1), 'Spine1'),
		...chain(['RightFin'], fin(-1), 'Spine1'),
	];
}
