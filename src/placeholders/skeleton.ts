import { minus, type Vec3 } from './mesh/vector';

/** A joint at rest. At rest no joint is turned, so a place in the model is all there is to say. */
export interface Joint {
	readonly name: string;
	/** Index of the joint that it hangs on; -1 for the root, which is the first. Parents come before children. */
	readonly parent: number;
	/** Place in the model, metres. */
	readonly at: Vec3;
}

export interface Skeleton {
	readonly joints: readonly Joint[];
}

/** Where a joint is beneath its parent, metres. */
export function localPlace({ joints }: Skeleton, index: number): Vec3 {
	const joint = joints[index];
	return minus(joint?.at ?? [0, 0, 0], joints[joint?.parent ?? -1]?.at ?? [0, 0, 0]);
}

/** Four joints and four weights a vertex, as glTF has them; the weights of a vertex sum to 1, unused ones are 0. */
export interface Skin {
	readonly joints: readonly number[];
	readonly weights: readonly number[];
}

/** The skin of some of its vertices, in their new order. */
export function skinOf({ joints, weights }: Skin, vertices: readonly number[]): Skin {
	const of = (values: readonly number[]): number[] =>
		vertices.flatMap((vertex) => values.slice(vertex * 4, vertex * 4 + 4));
	return { joints: of(joints), weights: of(weights) };
}

/** Keyframes of one joint. */
export interface Track {
	readonly joint: number;
	/** `rotation`: degrees about x, y and z, in that order. `translation`: metres away from where the joint rests. */
	readonly path: 'rotation' | 'translation';
	/** Seconds, rising. */
	readonly times: readonly number[];
	/** One for each time. */
	readonly values: readonly Vec3[];
}

/** An animation of a skeleton. Joints without a track stay at rest. */
export interface Clip {
	readonly name: string;
	readonly seconds: number;
	readonly tracks: readonly Track[];
}
