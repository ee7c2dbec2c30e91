import { rounded } from '../literals';
import { minus, plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import type { Skeleton, Track } from '../skeleton';

const framesPerSecond = 30;
const zero: Vec3 = [0, 0, 0];

/** BVH is text about a skeleton and one clip: centimetres, y up, turns about z, y and x as FBX and glTF have them. */
export function writeBvh({ skeleton, clips: [clip] = [] }: PlaceholderModel): Uint8Array {
	if (!skeleton || !clip) throw new Error('only a skeleton that moves can be a BVH');
	const count = Math.round(clip.seconds * framesPerSecond) + 1;
	const order = depthFirst(skeleton);
	const frames = Array.from({ length: count }, (_, frame) => {
		const seconds = Math.min(clip.seconds, frame / framesPerSecond);
		return order.map((joint) => channels(joint, skeleton, clip.tracks, seconds)).join(' ');
	});
	const frameTime = (1 / framesPerSecond).toFixed(6);
	const motion = ['MOTION', `Frames: ${count}`, `Frame Time: ${frameTime}`, ...frames, ''];
	return new TextEncoder().encode(['HIERARCHY', ...hierarchy(0, skeleton, ''), ...motion].join('\n'));
}

function hierarchy(joint: number, skeleton: Skeleton, indent: string): string[] {
	const { name = '', at = zero, parent = -1 } = skeleton.joints[joint] ?? {};
	const isRoot = parent < 0;
	// Where the root stands, its first three channels tell.
	const offset = isRoot ? zero : minus(at, skeleton.joints[parent]?.at ?? zero);
	const turns = 'Zrotation Yrotation Xrotation';
	const within = `${indent}\t`;
	const children = childrenOf(joint, skeleton).flatMap((child) => hierarchy(child, skeleton, within));
	const end = [`${within}End Site`, `${within}{`, `${within}\tOFFSET ${centimetres(zero)}`, `${within}}`];
	return [
		`${indent}${isRoot ? 'ROOT' : 'JOINT'} ${name}`,
		`${indent}{`,
		`${within}OFFSET ${centimetres(offset)}`,
		`${within}CHANNELS ${isRoot ? `6 Xposition Yposition Zposition ${turns}` : `3 ${turns}`}`,
		...(children.length > 0 ? children : end),
		`${indent}}`,
	];
}

/** Joints in the order in which the hierarchy has them. */
function depthFirst(skeleton: Skeleton, from = 0): number[] {
	return [from, ...childrenOf(from, skeleton).flatMap((child) => depthFirst(skeleton, child))];
}

function childrenOf(joint: number, { joints }: Skeleton): number[] {
	return joints.flatMap(({ parent }, index) => (parent === joint ? [index] : []));
}

function channels(joint: number, { joints }: Skeleton, tracks: readonly Track[], seconds: number): string {
	const valueFor = (path: Track['path']): Vec3 => {
		const track = tracks.find((one) => one.joint === joint && one.path === path);
		return track ? valueAt(track, seconds) : zero;
	};
	const [x, y, z] = valueFor('rotation');
	const turns = [z, y, x].map(decimal).join(' ');
	const { at = zero, parent } = joints[joint] ?? {};
	return parent === -1 ? `${centimetres(plus(at, valueFor('translation')))} ${turns}` : turns;
}

/** Between two keys in a straight line. */
function valueAt({ times: at, values }: Track, seconds: number): Vec3 {
	const next = at.findIndex((time) => time >= seconds);
	const last = next < 0 ? at.length - 1 : next;
	const before = Math.max(0, last - 1);
	const [from, to] = [at[before] ?? 0, at[last] ?? 0];
	const share = to > from ? Math.min(1, (seconds - from) / (to - from)) : 1;
	const [a, b] = [values[before] ?? zero, values[last] ?? zero];
	return plus(a, times(minus(b, a), share));
}

function centimetres(metres: readonly number[]): string {
	return metres.map((value) => decimal(value * 100)).join(' ');
}

function decimal(value: number): string {
	return rounded(value, 1e4).toFixed(4);
}
