import type { Vec3 } from './mesh/vector';

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

/** Four joints and four weights a vertex, as glTF has them; the weights of a vertex sum to 1, unused ones are 0. */
export interface Skin {
	readonly joints: readonly number[];
	readonly weights: readonly number[];
}

/** Keyframes of one joint. */
export interface Track {
	readonly joint: number;
	/** `turn`: degrees about x, y and z, in that order. `shift`: metres away from where the joint rests. */
	readonly of: 'turn' | 'shift';
	/** Seconds, rising. */
	readonly times: readonly number[];
	/** One for each time. */
	readonly values: readonly Vec3[];
}

export interface Clip {
	readonly name: string;
	readonly seconds: number;
	readonly tracks: readonly Track[];
}
