import { rounded } from '../literals';
import { boundsOf } from '../mesh/mesh';
import { minus, plus, times as scaledBy, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import { plainJointName } from '../rig/mixamo';
import { rigModel } from '../rig/rigModel';
import type { RigType } from '../rig/rigType';
import type { Clip, Joint, Skeleton, Track } from '../skeleton';
import { animalMotions } from './animalMotions';
import { bipedMotions } from './bipedMotions';
import { type Motion, motion, swing } from './motion';
import { fitToRestPose } from './restPose';

const keysPerSecond = 16;

/** For words that say nothing: the second joint, which carries the rest in every body, leans from side to side. */
function sway(joints: readonly Joint[]): Motion {
	const [root, second = root] = joints;
	const name = plainJointName(second?.name ?? '');
	return motion(/./, 2, 0, (share) => ({ [name]: { turn: [0, 0, swing(share) * 4] } }));
}

function motionFor(clip: string, body: RigType, joints: readonly Joint[]): Motion {
	const word = clip.slice(clip.lastIndexOf(':') + 1).toLowerCase();
	const known = body === 'biped' ? bipedMotions : animalMotions[body];
	return known.find(({ words }) => words.test(word)) ?? sway(joints);
}

/** The height of a skeleton, or the length of one that lies flat: what moves are measured by. */
function sizeOf({ joints }: Skeleton): number {
	const { min, max } = boundsOf([{ positions: joints.flatMap(({ at }) => at) }]);
	const extents = minus(max, min);
	const largest = Math.max(...extents);
	return extents[1] > largest * 0.2 ? extents[1] : largest;
}

function atRest({ values }: Track): boolean {
	return values.every((value) => value.every((amount) => Math.abs(amount) < 1e-9));
}

/** The keyframes of a motion; joints that it leaves at rest have no track. */
function toClip(name: string, { seconds, pose, stride }: Motion, skeleton: Skeleton, travels: boolean): Clip {
	const count = Math.max(8, Math.round(seconds * keysPerSecond));
	const shares = Array.from({ length: count + 1 }, (_, key) => key / count);
	const times = shares.map((share) => rounded(share * seconds, 1e5));
	const size = sizeOf(skeleton);
	const adapt = fitToRestPose(skeleton);
	const poses = shares.map((share) => adapt(pose(share)));
	const tracks = skeleton.joints.flatMap((joint, index): Track[] => {
		const bends = poses.map((one) => one[plainJointName(joint.name)] ?? {});
		const turns = bends.map(({ turn }): Vec3 => turn ?? [0, 0, 0]);
		const way = travels && index === 0 ? stride : 0;
		const shifts = bends.map(({ shift = [0, 0, 0] }, key) =>
			scaledBy(plus(shift, [0, 0, way * (shares[key] ?? 0)]), size),
		);
		const both: Track[] = [
			{ joint: index, path: 'rotation', times, values: turns },
			{ joint: index, path: 'translation', times, values: shifts },
		];
		return both.filter((track) => !atRest(track));
	});
	return { name, seconds, tracks };
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
	const rigged = model.skeleton ? model : rigModel(model, model.body ?? 'biped');
	const { skeleton, body = 'biped' } = rigged;
	if (!skeleton) return rigged;
	const made = clips.map((name) => toClip(name, motionFor(name, body, skeleton.joints), skeleton, travels));
	return { ...rigged, clips: made };
}
