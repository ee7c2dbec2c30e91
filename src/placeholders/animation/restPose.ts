import type { Vec3 } from '../mesh/vector';
import { plainJointName } from '../rig/mixamo';
import type { Skeleton } from '../skeleton';
import { type Pose, type Side, sideSign } from './motion';

/** How far outstretched arms are lowered before they move as hanging ones do, degrees. */
const lowering = 76;

function isOutstretched({ joints }: Skeleton): boolean {
	const at = (name: string): Vec3 | undefined =>
		joints.find((joint) => plainJointName(joint.name) === name)?.at;
	const [shoulder, hand] = [at('LeftUpperArm'), at('LeftHand')];
	return !!shoulder && !!hand && Math.abs(hand[1] - shoulder[1]) < (hand[0] - shoulder[0]) * 0.5;
}

/**
 * Poses are told for arms that hang at rest. For a skeleton whose arms are held out to the sides, what was a turn about
 * x becomes one about y, and the arms are lowered first.
 */
export function fitToRestPose(skeleton: Skeleton): (pose: Pose) => Pose {
	if (!isOutstretched(skeleton)) return (pose) => pose;
	return (pose) => ({ ...pose, ...lowered(pose, 'Left'), ...lowered(pose, 'Right') });
}

function lowered(pose: Pose, side: Side): Pose {
	const sign = sideSign(side);
	const [x = 0, , z = 0] = pose[`${side}UpperArm`]?.turn ?? [];
	const [elbow = 0, , aside = 0] = pose[`${side}LowerArm`]?.turn ?? [];
	return {
		[`${side}UpperArm`]: { turn: [0, sign * x, z - sign * lowering] },
		[`${side}LowerArm`]: { turn: [0, sign * elbow, aside] },
	};
}
