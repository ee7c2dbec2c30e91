import { minus, plus, type Vec3 } from '../mesh/vector';
import type { Bone } from './bone';

function same(one: Vec3, other: Vec3): boolean {
	return one.every((value, axis) => value === other[axis]);
}

/**
 * Bones moved to where a model is known to bend. A joint that nothing is known of goes along with its parent. The
 * end of a bone is where the next begins, the landmark `<name>Tip`, or goes along.
 */
export function fitToLandmarks(bones: readonly Bone[], landmarks: ReadonlyMap<string, Vec3>): Bone[] {
	const moves = new Map<string, Vec3>();
	const moved = bones.map((bone) => {
		const at = landmarks.get(bone.name) ?? plus(bone.at, moves.get(bone.parent ?? '') ?? [0, 0, 0]);
		moves.set(bone.name, minus(at, bone.at));
		return { ...bone, at };
	});
	return moved.map((bone) => {
		const next = bones.findIndex(({ parent, at }) => parent === bone.name && same(at, bone.tip));
		const known = moved[next]?.at ?? landmarks.get(`${bone.name}Tip`);
		return { ...bone, tip: known ?? plus(bone.tip, moves.get(bone.name) ?? [0, 0, 0]) };
	});
}
