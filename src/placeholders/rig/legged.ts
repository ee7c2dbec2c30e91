import type { Vec3 } from '../mesh/vector';
import { type Bone, chain } from './bone';
import type { Measures, Span } from './measure';

/** The trunk between the legs, and where the feet stand. */
function stance(measures: Measures): { feet: { x: Span; z: Span }; low: number; high: number } {
	const { min, max, size, middle } = measures;
	const ground: Span = [min[1], min[1] + size[1] * 0.08];
	const z = measures.span(2, { y: ground }) ?? [min[2], max[2]];
	const x = measures.span(0, { y: ground }) ?? [min[0], max[0]];
	const depth = z[1] - z[0];
	const between: Span = [z[0] + depth * 0.35, z[1] - depth * 0.35];
	const waist = measures.span(1, {
		x: [middle[0] - size[0] * 0.15, middle[0] + size[0] * 0.15],
		y: [min[1] + size[1] * 0.1, max[1]],
		z: between,
	});
	const [low, high] = waist ?? [middle[1], max[1]];
	return { feet: { x, z }, low, high };
}

/** A spine, a tail, and a leg at each corner. */
export function quadruped(measures: Measures): Bone[] {
	const { min, max, middle, size } = measures;
	const { feet, low, high } = stance(measures);
	const [ground, centre] = [min[1], (low + high) / 2];
	const [back, front] = feet.z;
	const inset = (front - back) * 0.08;
	const on = (y: number, z: number): Vec3 => [middle[0], y, z];
	const head = measures.span(1, { z: [max[2] - size[2] * 0.2, max[2]] }) ?? [centre, max[1]];
	const face = Math.max((head[0] + head[1]) / 2, centre);
	const shoulder = front - inset;
	const skull = shoulder + (max[2] - shoulder) * 0.55;
	const leg = (side: number, z: number): Vec3[] => {
		const x = middle[0] + (side * (feet.x[1] - feet.x[0]) * 0.8) / 2;
		const drop = (share: number): number => ground + (centre - ground) * share;
		return [
			[x, drop(0.95), z],
			[x, drop(0.48), z],
			[x, drop(0.12), z],
			[x, ground, z + inset],
		];
	};
	const limbs = [
		['FrontLeft', 1, shoulder, 'Chest'],
		['FrontRight', -1, shoulder, 'Chest'],
		['BackLeft', 1, back + inset, 'Hips'],
		['BackRight', -1, back + inset, 'Hips'],
	] as const;
	return [
		...chain(
			['Hips', 'Spine', 'Chest', 'Neck', 'Head'],
			[
				on(centre, back + inset * 2),
				on(centre, back + (front - back) * 0.4),
				on(centre, back + (front - back) * 0.72),
				on(centre + (face - centre) * 0.35, shoulder + inset),
				on(face, skull),
				on(face, max[2]),
			],
		),
		...chain(
			['Tail1', 'Tail2'],
			[
				on(centre + (high - centre) * 0.4, back + inset * 0.5),
				on(centre, (back + min[2]) / 2),
				on(centre, min[2]),
			],
			'Hips',
		),
		...limbs.flatMap(([name, side, z, root]) =>
			chain([`${name}UpperLeg`, `${name}LowerLeg`, `${name}Foot`], leg(side, z), root),
		),
	];
}

/** A body in the middle and legs that reach out from it in pairs, the first pair in front. */
export function manyLegged(measures: Measures, pairs: number): Bone[] {
	const { min, max, middle, size } = measures;
	const { high } = stance(measures);
	const centre = (min[1] + high) / 2;
	const body = chain(
		['Body', 'Head'],
		[
			[middle[0], centre, middle[2]],
			[middle[0], centre, middle[2] + size[2] * 0.2],
			[middle[0], centre, max[2]],
		],
	);
	const legs = Array.from({ length: pairs * 2 }, (_, index) => {
		const side = index % 2 === 0 ? 1 : -1;
		const order = Math.floor(index / 2);
		const along = pairs > 1 ? 0.5 - order / (pairs - 1) : 0;
		const place = (out: number, y: number): Vec3 => [
			middle[0] + side * size[0] * 0.5 * out * (1 - Math.abs(along) * 0.5),
			y,
			middle[2] + along * size[2] * (0.2 + 0.75 * out),
		];
		const name = `${side > 0 ? 'Left' : 'Right'}Leg${order + 1}`;
		return chain(
			[`${name}Upper`, `${name}Lower`],
			[place(0.15, centre), place(0.55, high), place(0.97, min[1])],
			'Body',
		);
	});
	return [...body, ...legs.flat()];
}
