import type { Vec3 } from '../mesh/vector';

/** A joint in the making, with the bone that it moves. */
export interface Bone {
	readonly name: string;
	/** The name of the joint that it hangs on; none for the root. */
	readonly on?: string;
	readonly at: Vec3;
	/** Where its bone ends. */
	readonly tip: Vec3;
}

/** Bones one after another, through all points; the last point is where the last bone ends. */
export function chain(names: readonly string[], points: readonly Vec3[], on?: string): Bone[] {
	return names.map((name, index) => {
		const parent = index === 0 ? on : names[index - 1];
		const at = points[index] ?? [0, 0, 0];
		return { name, at, tip: points[index + 1] ?? at, ...(parent !== undefined && { on: parent }) };
	});
}
