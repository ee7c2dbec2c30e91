import type { Vec3 } from '../mesh/vector';

/** What a joint does at one moment: degrees about x, y and z, and a move in shares of its size (see animate.ts). */
interface JointPose {
	readonly turn?: Vec3;
	readonly shift?: Vec3;
}

/** The joints that are not at rest, by their plain names. */
export type Pose = Readonly<Record<string, JointPose>>;

/** A motion and the words that call for it. */
export interface Motion {
	readonly words: RegExp;
	readonly seconds: number;
	/** The way forward in one round, in shares of the size. */
	readonly stride: number;
	/** The pose at a share of the clip, 0 to 1. Motions that go on have the same pose at both ends. */
	readonly pose: (share: number) => Pose;
}

export function motion(words: RegExp, seconds: number, stride: number, pose: Motion['pose']): Motion {
	return { words, seconds, stride, pose };
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

export type Side = 'Left' | 'Right';

export function sideSign(side: Side): 1 | -1 {
	return side === 'Left' ? 1 : -1;
}

/** An arm that hangs at rest, raised to the front and outwards, its elbow bent: degrees. */
export function arm(side: Side, ahead: number, out = 0, elbow = 0): Pose {
	return {
		[`${side}UpperArm`]: { turn: [-ahead, 0, sideSign(side) * out] },
		[`${side}LowerArm`]: { turn: [-elbow, 0, 0] },
	};
}

/** A leg swung to the front, its knee bent: degrees. The foot stays level. */
export function leg(name: string, ahead: number, knee = 0): Pose {
	return {
		[`${name}UpperLeg`]: { turn: [-ahead, 0, 0] },
		[`${name}LowerLeg`]: { turn: [knee, 0, 0] },
		[`${name}Foot`]: { turn: [ahead - knee, 0, 0] },
	};
}

/** Both arms, the right one as the left one unless told otherwise. */
export function arms(ahead: number, out = 0, elbow = 0, right = ahead, rightElbow = elbow): Pose {
	return { ...arm('Left', ahead, out, elbow), ...arm('Right', right, out, rightElbow) };
}

/** Both legs, the right one as the left one unless told otherwise. */
export function legs(ahead: number, knee = 0, right = ahead, rightKnee = knee): Pose {
	return { ...leg('Left', ahead, knee), ...leg('Right', right, rightKnee) };
}
