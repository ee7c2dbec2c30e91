import { words } from '../literals';
import type { Vec3 } from '../mesh/vector';

/** A joint in the making, with the bone that it moves. */
export interface Bone {
	readonly name: string;
	/** The name of the joint that it hangs on; none for the root. */
	readonly parent?: string;
	readonly at: Vec3;
	/** Where its bone ends. */
	readonly tip: Vec3;
}

/** Bones one after another, through all points; the last point is where the last bone ends. */
export function boneChain(names: string, points: readonly Vec3[], root?: string): Bone[] {
	const list = words(names);
	return list.map((name, index) => {
		const parent = index === 0 ? root : list[index - 1];
		const at = points[index] ?? [0, 0, 0];
		return { name, at, tip: points[index + 1] ?? at, ...(parent !== undefined && { parent }) };
	});
}

/** Bones of both sides; the sign is that of x. */
export function bothSides(bones: (side: 'Left' | 'Right', sign: 1 | -1) => Bone[]): Bone[] {
	return [...bones('Left', 1), ...bones('Right', -1)];
}
