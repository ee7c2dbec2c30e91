import type { Pose } from './motion';

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

export function arms(ahead: number, out = 0, elbow = 0): Pose {
	return { ...arm('Left', ahead, out, elbow), ...arm('Right', ahead, out, elbow) };
}

export function legs(ahead: number, knee = 0): Pose {
	return { ...leg('Left', ahead, knee), ...leg('Right', ahead, knee) };
}
