import type { Document, Node, Skin } from '@gltf-transform/core';
import { minus, plus, type Vec3 } from '../mesh/vector';
import type { Clip, Skeleton, Track } from '../skeleton';

/** A skeleton's nodes in a document. */
export interface GltfSkeleton {
	readonly root: Node;
	readonly joints: readonly Node[];
	/** Where each joint rests beneath its parent. */
	readonly rest: readonly Vec3[];
	/** Where each joint rests in the model. */
	readonly places: readonly Vec3[];
}

/** A turn about x, then y, then z (degrees) as a quaternion x, y, z, w. */
export function toQuaternion(turn: Vec3): [number, number, number, number] {
	const [hx = 0, hy = 0, hz = 0] = turn.map((degrees) => (degrees * Math.PI) / 360);
	const [cx, sx, cy, sy, cz, sz] = [
		Math.cos(hx),
		Math.sin(hx),
		Math.cos(hy),
		Math.sin(hy),
		Math.cos(hz),
		Math.sin(hz),
	];
	return [
		sx * cy * cz - cx * sy * sz,
		cx * sy * cz + sx * cy * sz,
		cx * cy * sz - sx * sy * cz,
		cx * cy * cz + sx * sy * sz,
	];
}

function floats(values: readonly number[]): Float32Array<ArrayBuffer> {
	return Float32Array.from(values, (value) => Math.round(value * 1e6) / 1e6 + 0);
}

export function addSkeleton(document: Document, { joints }: Skeleton): GltfSkeleton {
	const rest = joints.map(({ at, parent }) => minus(at, joints[parent]?.at ?? [0, 0, 0]));
	const nodes = joints.map(({ name }, index) => {
		const [x, y, z] = floats(rest[index] ?? [0, 0, 0]);
		return document.createNode(name).setTranslation([x ?? 0, y ?? 0, z ?? 0]);
	});
	joints.forEach(({ parent }, index) => {
		const node = nodes[index];
		if (node) nodes[parent]?.addChild(node);
	});
	const [root] = nodes;
	if (!root) throw new Error('A skeleton has at least one joint.');
	return { root, joints: nodes, rest, places: joints.map(({ at }) => at) };
}

/** The skin that binds meshes to a skeleton; one serves all. */
export function addSkin(document: Document, { root, joints, places }: GltfSkeleton): Skin {
	const [buffer = null] = document.getRoot().listBuffers();
	// No joint is turned at rest, so that the inverse of where it is bound is a move alone.
	const matrices = places.flatMap(([x, y, z]) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1]);
	const accessor = document.createAccessor().setType('MAT4').setArray(floats(matrices)).setBuffer(buffer);
	const skin = document.createSkin('skeleton').setSkeleton(root).setInverseBindMatrices(accessor);
	for (const node of joints) skin.addJoint(node);
	return skin;
}

function valuesOf({ of, values }: Track, rest: Vec3): number[] {
	if (of === 'turn') return values.flatMap(toQuaternion);
	return values.flatMap((shift) => [...plus(rest, shift)]);
}

/** Writes a clip as an animation of the skeleton's nodes. */
export function addAnimation(document: Document, clip: Clip, { joints, rest }: GltfSkeleton): void {
	const [buffer = null] = document.getRoot().listBuffers();
	const animation = document.createAnimation(clip.name);
	const accessor = (type: 'SCALAR' | 'VEC3' | 'VEC4', values: readonly number[]) =>
		document.createAccessor().setType(type).setArray(floats(values)).setBuffer(buffer);
	const inputs = new Map<readonly number[], ReturnType<typeof accessor>>();
	for (const track of clip.tracks) {
		const input = inputs.get(track.times) ?? accessor('SCALAR', track.times);
		inputs.set(track.times, input);
		const output = accessor(
			track.of === 'turn' ? 'VEC4' : 'VEC3',
			valuesOf(track, rest[track.joint] ?? [0, 0, 0]),
		);
		const sampler = document.createAnimationSampler().setInput(input).setOutput(output);
		const channel = document
			.createAnimationChannel()
			.setTargetNode(joints[track.joint] ?? null)
			.setTargetPath(track.of === 'turn' ? 'rotation' : 'translation')
			.setSampler(sampler);
		animation.addSampler(sampler).addChannel(channel);
	}
}
