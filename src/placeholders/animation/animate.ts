import { plus, times as scaledBy, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import { plainJointName } from '../rig/mixamo';
import { rigModel } from '../rig/rigModel';
import type { RigType } from '../rig/rigType';
import type { Clip, Joint, Skeleton, Track } from '../skeleton';
import { animalMotions } from './animalMotions';
import { bipedMotions } from './bipedMotions';
import { type JointPose, type Motion, swing } from './motion';
import { fitToRestPose } from './restPose';

const keysPerSecond = 16;

/** For words that say nothing: the second joint, which carries the rest in every body, leans from side to side. */
function sway(joints: readonly Joint[]): Motion {
	const [root, second = root] = joints;
	const name = plainJointName(second?.name ?? '');
	return { seconds: 2, pose: (share) => ({ [name]: { turn: [0, 0, swing(share) * 4] } }) };
}

function motionFor(clip: string, body: RigType, joints: readonly Joint[]): Motion {
	const word = clip.slice(clip.lastIndexOf(':') + 1).toLowerCase();
	const known = body === 'biped' ? bipedMotions : animalMotions[body];
	return known.find(({ words }) => words.test(word))?.motion ?? sway(joints);
}

/** The height of a skeleton, or the length of one that lies flat: what moves are measured by. */
function sizeOf({ joints }: Skeleton): number {
	const extents = [0, 1, 2].map((axis) => {
		const places = joints.map(({ at }) => at[axis] ?? 0);
		return Math.max(...places) - Math.min(...places);
	});
	const [, height = 0] = extents;
	const largest = Math.max(...extents);
	return height > largest * 0.2 ? height : largest;
}

function still(values: readonly Vec3[]): boolean {
	return values.every((value) => value.every((amount) => Math.abs(amount) < 1e-9));
}

/** The keyframes of a motion; joints that it leaves at rest have no track. */
function clipOf(name: string, motion: Motion, skeleton: Skeleton, travels: boolean): Clip {
	const count = Math.max(8, Math.round(motion.seconds * keysPerSecond));
	const shares = Array.from({ length: count + 1 }, (_, key) => key / count);
	const times = shares.map((share) => Math.round(share * motion.seconds * 1e5) / 1e5);
	const size = sizeOf(skeleton);
	const suited = fitToRestPose(skeleton);
	const poses = shares.map((share) => suited(motion.pose(share)));
	const tracks = skeleton.joints.flatMap((joint, index): Track[] => {
		const bends = poses.map((pose): JointPose => pose[plainJointName(joint.name)] ?? {});
		const turns = bends.map(({ turn }): Vec3 => turn ?? [0, 0, 0]);
		const way = travels && index === 0 ? (motion.stride ?? 0) : 0;
		const shifts = bends.map(({ shift = [0, 0, 0] }, key) =>
			scaledBy(plus(shift, [0, 0, way * (shares[key] ?? 0)]), size),
		);
		return [
			{ joint: index, path: 'rotation' as const, times, values: turns },
			{ joint: index, path: 'translation' as const, times, values: shifts },
		].filter(({ values }) => !still(values));
	});
	return { name, seconds: motion.seconds, tracks };
}

/**
 * The rigged model with these clips, in this order, named as asked. What stands after a name's last colon says what
 * moves (`idle`, `walk`, `run`, `jump`, …); words that mean nothing for its body get a small sway. A model without a
 * skeleton is rigged first, after its body.
 * @param travels Walks and runs move on along +z; otherwise they stay in place.
 */
export function animate(
	model: PlaceholderModel,
	clips: readonly string[],
	travels = false,
): PlaceholderModel {
	const ready = model.skeleton ? model : rigModel(model, model.body ?? 'biped');
	const { skeleton, body = 'biped' } = ready;
	if (!skeleton) return ready;
	return {
		...ready,
		clips: clips.map((name) => clipOf(name, motionFor(name, body, skeleton.joints), skeleton, travels)),
	};
}
