import { plus, type Vec3 } from '../../mesh/vector';
import type { Clip, Skeleton, Track } from '../../skeleton';
import { int, node, properties } from './node';
import { localRest } from './rig';
import type { FbxScene } from './scene';
import { centimetres, ticks } from './units';

/** The numbers that FBX has for keys with straight lines between them, and for this form of a curve. */
const [straight, keyVersion] = [4, 4008] as const;

const axes = ['X', 'Y', 'Z'] as const;

function addCurve(scene: FbxScene, times: BigInt64Array, values: readonly number[]): bigint {
	return scene.add('AnimationCurve', '', 'AnimCurve', '', [
		node('Default', [values[0] ?? 0]),
		node('KeyVer', [int(keyVersion)]),
		node('KeyTime', [times]),
		node('KeyValueFloat', [Float32Array.from(values)]),
		// One set of flags for all keys.
		node('KeyAttrFlags', [Int32Array.of(straight)]),
		node('KeyAttrDataFloat', [new Float32Array(4)]),
		node('KeyAttrRefCount', [Int32Array.of(values.length)]),
	]);
}

/** What FBX keeps of a track: degrees, or the whole way from the parent in centimetres. */
function valuesOf({ of, values }: Track, rest: Vec3): readonly Vec3[] {
	return of === 'turn' ? values : values.map((shift) => centimetres(plus(rest, shift)));
}

function addTrack(scene: FbxScene, layer: bigint, track: Track, skeleton: Skeleton, bone: bigint): void {
	const values = valuesOf(track, localRest(skeleton, track.joint));
	const first = values[0] ?? [0, 0, 0];
	const turning = track.of === 'turn';
	const curveNode = scene.add('AnimationCurveNode', turning ? 'R' : 'T', 'AnimCurveNode', '', [
		properties(axes.map((axis, index) => [`d|${axis}`, 'Number', '', 'A', first[index] ?? 0] as const)),
	]);
	scene.connect(curveNode, layer);
	scene.connect(curveNode, bone, turning ? 'Lcl Rotation' : 'Lcl Translation');
	const times = BigInt64Array.from(track.times, ticks);
	axes.forEach((axis, index) => {
		const curve = addCurve(
			scene,
			times,
			values.map((value) => value[index] ?? 0),
		);
		scene.connect(curve, curveNode, `d|${axis}`);
	});
}

/** Adds a clip as a stack of its own, which is what importers show as an animation. */
export function addClip(scene: FbxScene, clip: Clip, skeleton: Skeleton, bones: readonly bigint[]): void {
	const end = ticks(clip.seconds);
	const time = (name: string, value: bigint) => [name, 'KTime', 'Time', '', value] as const;
	const stack = scene.add('AnimationStack', clip.name, 'AnimStack', '', [
		properties([
			time('LocalStart', 0n),
			time('LocalStop', end),
			time('ReferenceStart', 0n),
			time('ReferenceStop', end),
		]),
	]);
	const layer = scene.add('AnimationLayer', clip.name, 'AnimLayer', '', []);
	scene.connect(layer, stack);
	for (const track of clip.tracks) {
		const bone = bones[track.joint];
		if (bone !== undefined) addTrack(scene, layer, track, skeleton, bone);
	}
}
