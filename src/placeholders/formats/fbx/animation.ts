import { plus } from '../../mesh/vector';
import { type Clip, localPlace, type Skeleton, type Track } from '../../skeleton';
import { double, nodes, properties } from './node';
import type { FbxScene } from './scene';
import { centimetres, ticks } from './units';

/** The numbers that FBX has for keys with straight lines between them, and for this form of a curve. */
const [straight, keyVersion] = [4, 4008] as const;

function addCurve(scene: FbxScene, times: BigInt64Array, values: readonly number[]): bigint {
	const curve = nodes({
		Default: double(values[0] ?? 0),
		KeyVer: keyVersion,
		KeyTime: times,
		KeyValueFloat: Float32Array.from(values),
		// One set of flags for all keys.
		KeyAttrFlags: Int32Array.of(straight),
		KeyAttrDataFloat: new Float32Array(4),
		KeyAttrRefCount: Int32Array.of(values.length),
	});
	return scene.add('AnimationCurve', '', 'AnimCurve', '', curve);
}

function addTrack(scene: FbxScene, layer: bigint, track: Track, skeleton: Skeleton, bone: bigint): void {
	const rotates = track.path === 'rotation';
	const rest = localPlace(skeleton, track.joint);
	// FBX keeps degrees, or the whole way from the parent in centimetres.
	const values = rotates ? track.values : track.values.map((shift) => centimetres(plus(rest, shift)));
	const [x, y, z] = values[0] ?? [0, 0, 0];
	const curveNode = scene.add('AnimationCurveNode', rotates ? 'R' : 'T', 'AnimCurveNode', '', [
		properties(['d|X', 'number', x], ['d|Y', 'number', y], ['d|Z', 'number', z]),
	]);
	scene.connect(curveNode, layer);
	scene.connect(curveNode, bone, rotates ? 'Lcl Rotation' : 'Lcl Translation');
	const times = BigInt64Array.from(track.times, ticks);
	for (const [index, axis] of ['X', 'Y', 'Z'].entries()) {
		const along = values.map((value) => value[index] ?? 0);
		scene.connect(addCurve(scene, times, along), curveNode, `d|${axis}`);
	}
}

/** Adds a clip as a stack of its own, which is what importers show as an animation. */
export function addClip(scene: FbxScene, clip: Clip, skeleton: Skeleton, bones: readonly bigint[]): void {
	const end = ticks(clip.seconds);
	const span = properties(
		['LocalStart', 'time', 0n],
		['LocalStop', 'time', end],
		['ReferenceStart', 'time', 0n],
		['ReferenceStop', 'time', end],
	);
	const stack = scene.add('AnimationStack', clip.name, 'AnimStack', '', [span]);
	const layer = scene.add('AnimationLayer', clip.name, 'AnimLayer', '', []);
	scene.connect(layer, stack);
	for (const track of clip.tracks) {
		const bone = bones[track.joint];
		if (bone !== undefined) addTrack(scene, layer, track, skeleton, bone);
	}
}
