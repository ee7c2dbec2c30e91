import type { Vec3 } from '../mesh/vector';
import { type Bone, boneChain, bothSides } from './bone';
import type { Measures, Span } from './measure';

/** The trunk between the legs, and where the feet stand. */
function stance(measures: Measures): { feet: { x: Span; z: Span }; low: number; high: number } {
	const { min, max, size, middle } = measures;
	const ground: Span = [min[1], min[1] + size[1] * 0.08];
	const z = measures.span(2, { y: ground }) ?? [min[2], max[2]];
	const x = measures.span(0, { y: ground }) ?? [min[0], max[0]];
	const inset = (z[1] - z[0]) * 0.35;
	const waist = measures.span(1, {
		x: [middle[0] - size[0] * 0.15, middle[0] + size[0] * 0.15],
		y: [min[1] + size[1] * 0.1, max[1]],
		z: [z[0] + inset, z[1] - inset],
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
	const spine = [
		on(centre, back + inset * 2),
		on(centre, back + (front - back) * 0.4),
		on(centre, back + (front - back) * 0.72),
		on(centre + (face - centre) * 0.35, shoulder + inset),
		on(face, shoulder + (max[2] - shoulder) * 0.55),
		on(face, max[2]),
	];
	const root = on(centre + (high - centre) * 0.4, back + inset * 0.5);
	const tail = [root, on(centre, (back + min[2]) / 2), on(centre, min[2])];
	const leg = (name: string, sign: number, z: number, parent: string): Bone[] => {
		const x = middle[0] + (sign * (feet.x[1] - feet.x[0]) * 0.8) / 2;
		const down = [0.95, 0.48, 0.12].map((share): Vec3 => [x, ground + (centre - ground) * share, z]);
		const names = `${name}UpperLeg ${name}LowerLeg ${name}Foot`;
		return boneChain(names, [...down, [x, ground, z + inset]], parent);
	};
	return [
		...boneChain('Hips Spine Chest Neck Head', spine),
		...boneChain('Tail1 Tail2', tail, 'Hips'),
		...bothSides((side, sign) => leg(`Front${side}`, sign, shoulder, 'Chest')),
		...bothSides((side, sign) => leg(`Back${side}`, sign, back + inset, 'Hips')),
	];
}

/** A body in the middle and legs that reach out from it in pairs, the first pair in front. */
export function manyLegged(measures: Measures, pairs: number): Bone[] {
	const { min, max, middle, size } = measures;
	const { high } = stance(measures);
	const centre = (min[1] + high) / 2;
	const on = (z: number): Vec3 => [middle[0], centre, z];
	const leg = (side: string, sign: number, order: number): Bone[] => {
		const along = pairs > 1 ? 0.5 - order / (pairs - 1) : 0;
		const place = (out: number, y: number): Vec3 => [
			middle[0] + sign * size[0] * 0.5 * out * (1 - Math.abs(along) * 0.5),
			y,
			middle[2] + along * size[2] * (0.2 + 0.75 * out),
		];
		const name = `${side}Leg${order + 1}`;
		const points = [place(0.15, centre), place(0.55, high), place(0.97, min[1])];
		return boneChain(`${name}Upper ${name}Lower`, points, 'Body');
	};
	return [
		...boneChain('Body Head', [on(middle[2]), on(middle[2] + size[2] * 0.2), on(max[2])]),
		...Array.from({ length: pairs }, (_, order) => bothSides((side, sign) => leg(side, sign, order))).flat(),
	];
}
