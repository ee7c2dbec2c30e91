import type { Vec3 } from '../mesh/vector';

/** What a joint does at one moment: degrees about x, y and z, and a move in shares of its size (see animated.ts). */
export interface JointPose {
	readonly turn?: Vec3;
	readonly shift?: Vec3;
}

/** The joints that are not at rest, by their plain names. */
export type Pose = Readonly<Record<string, JointPose>>;

export interface Motion {
	readonly seconds: number;
	/** The way forward in one round, in shares of the size. */
	readonly stride?: number;
	/** The pose at a share of the clip, 0 to 1. Motions that go on have the same pose at both ends. */
	pose(share: number): Pose;
}

/** A motion and the words that call for it. */
export interface NamedMotion {
	readonly words: RegExp;
	readonly motion: Motion;
}

/** A swing between -1 and 1, `turns` times in a clip. */
export function swing(share: number, turns = 1, later = 0): number {
	return Math.sin((share * turns + later) * 2 * Math.PI);
}

/** 0 before `from`, 1 after `to`, eased between. */
export function easeIn(share: number, from: number, to: number): number {
	const at = Math.min(1, Math.max(0, (share - from) / (to - from)));
	return at * at * (3 - 2 * at);
}

/** Up between `from` and `to` and down again between `then` and `end`. */
export function pulse(share: number, from: number, to: number, then: number, end: number): number {
	return easeIn(share, from, to) - easeIn(share, then, end);
}
