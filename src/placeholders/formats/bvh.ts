import { minus, plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import type { Skeleton, Track } from '../skeleton';

const framesPerSecond = 30;

/** BVH is text about a skeleton and one clip: centimetres, y up, turns about z, y and x as FBX and glTF have them. */
export function writeBvh({ skeleton, clips: [clip] = [] }: PlaceholderModel): Uint8Array {
	if (!skeleton || !clip) throw new Error('only a skeleton that moves can be a BVH');
	const count = Math.round(clip.seconds * framesPerSecond) + 1;
	const order = joined(skeleton);
	const frames = Array.from({ length: count }, (_, frame) => {
		const seconds = Math.min(clip.seconds, frame / framesPerSecond);
		return order.map((joint) => channels(joint, skeleton, clip.tracks, seconds)).join(' ');
	});
	const lines = [
		'HIERARCHY',
		...hierarchy(0, skeleton, ''),
		'MOTION',
		`Frames: ${count}`,
		`Frame Time: ${(1 / framesPerSecond).toFixed(6)}`,
		...frames,
	];
	return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function hierarchy(joint: number, skeleton: Skeleton, indent: string): string[] {
	const { name = '', at = [0, 0, 0], parent = -1 } = skeleton.joints[joint] ?? {};
	const children = childrenOf(joint, skeleton);
	// Where the root stands, its first three channels tell.
	const offset = parent < 0 ? ([0, 0, 0] as const) : minus(at, skeleton.joints[parent]?.at ?? [0, 0, 0]);
	const turns = 'Zrotation Yrotation Xrotation';
	const within = `${indent}\t`;
	return [
		`${indent}${parent < 0 ? 'ROOT' : 'JOINT'} ${name}`,
		`${indent}{`,
		`${within}OFFSET ${centimetres(offset)}`,
		`${within}CHANNELS ${parent < 0 ? `6 Xposition Yposition Zposition ${turns}` : `3 ${turns}`}`,
		...(children.length > 0
			? children.flatMap((child) => hierarchy(child, skeleton, within))
			: [`${within}End Site`, `${within}{`, `${within}\tOFFSET ${centimetres([0, 0, 0])}`, `${within}}`]),
		`${indent}}`,
	];
}

/** Joints in the order in which the hierarchy has them. */
function joined(skeleton: Skeleton, from = 0): number[] {
	return [from, ...childrenOf(from, skeleton).flatMap((child) => joined(skeleton, child))];
}

function childrenOf(joint: number, { joints }: Skeleton): number[] {
	return joints.flatMap(({ parent }, index) => (parent === joint ? [index] : []));
}

function channels(joint: number, { joints }: Skeleton, tracks: readonly Track[], seconds: number): string {
	const of = (kind: Track['of']): Vec3 => {
		const track = tracks.find((one) => one.joint === joint && one.of === kind);
		return track ? valueAt(track, seconds) : [0, 0, 0];
	};
	const [x, y, z] = of('turn');
	const turns = [z, y, x].map(plain).join(' ');
	const { at = [0, 0, 0], parent } = joints[joint] ?? {};
	return parent === -1 ? `${centimetres(plus(at, of('shift')))} ${turns}` : turns;
}

/** Between two keys in a straight line. */
function valueAt({ times: at, values }: Track, seconds: number): Vec3 {
	const next = at.findIndex((time) => time >= seconds);
	const last = next < 0 ? at.length - 1 : next;
	const before = Math.max(0, last - 1);
	const [from, to] = [at[before] ?? 0, at[last] ?? 0];
	const share = to > from ? Math.min(1, (seconds - from) / (to - from)) : 1;
	const nothing: Vec3 = [0, 0, 0];
	const [a, b] = [values[before] ?? nothing, values[last] ?? nothing];
	return plus(a, times(minus(b, a), share));
}

function centimetres(metres: readonly number[]): string {
	return metres.map((value) => plain(value * 100)).join(' ');
}

function plain(value: number): string {
	return (Math.round(value * 1e4) / 1e4 + 0).toFixed(4);
}
