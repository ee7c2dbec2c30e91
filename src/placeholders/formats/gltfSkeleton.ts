import type { Accessor, Document, Node, Skin } from '@gltf-transform/core';
import { plus, type Vec3 } from '../mesh/vector';
import { type Clip, localPlace, type Skeleton } from '../skeleton';
import { addAccessor, roundedFloats } from './gltfAccessor';

/** A skeleton's nodes in a document. */
interface GltfSkeleton {
	readonly root: Node;
	readonly nodes: readonly Node[];
	readonly skeleton: Skeleton;
}

/** A turn about x, then y, then z (degrees) as a quaternion x, y, z, w. */
function toQuaternion(turn: Vec3): [number, number, number, number] {
	const half = turn.map((degrees) => (degrees * Math.PI) / 360);
	const [cx = 1, cy = 1, cz = 1] = half.map(Math.cos);
	const [sx = 0, sy = 0, sz = 0] = half.map(Math.sin);
	return [
		sx * cy * cz - cx * sy * sz,
		cx * sy * cz + sx * cy * sz,
		cx * cy * sz - sx * sy * cz,
		cx * cy * cz + sx * sy * sz,
	];
}

/** Adds a node for each joint, moved to where it rests. */
export function addSkeleton(document: Document, skeleton: Skeleton): GltfSkeleton {
	const nodes = skeleton.joints.map(({ name }, index) => {
		const [x = 0, y = 0, z = 0] = roundedFloats(localPlace(skeleton, index));
		return document.createNode(name).setTranslation([x, y, z]);
	});
	for (const [index, node] of nodes.entries()) nodes[skeleton.joints[index]?.parent ?? -1]?.addChild(node);
	const [root] = nodes;
	if (!root) throw new Error('A skeleton has at least one joint.');
	return { root, nodes, skeleton };
}

/** The skin that binds meshes to a skeleton; one serves all. */
export function addSkin(document: Document, { root, nodes, skeleton }: GltfSkeleton): Skin {
	// No joint is turned at rest, so that the inverse of where it is bound is a move alone.
	const matrices = skeleton.joints.flatMap(({ at: [x, y, z] }) => {
		return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1];
	});
	const accessor = addAccessor(document, 'MAT4', roundedFloats(matrices));
	const skin = document.createSkin('skeleton').setSkeleton(root).setInverseBindMatrices(accessor);
	for (const node of nodes) skin.addJoint(node);
	return skin;
}

/** Writes a clip as an animation of the skeleton's nodes. */
export function addAnimation(document: Document, clip: Clip, { nodes, skeleton }: GltfSkeleton): void {
	const animation = document.createAnimation(clip.name);
	const inputs = new Map<readonly number[], Accessor>();
	for (const { joint, path, times, values } of clip.tracks) {
		const input = inputs.get(times) ?? addAccessor(document, 'SCALAR', roundedFloats(times));
		inputs.set(times, input);
		const rest = localPlace(skeleton, joint);
		const output =
			path === 'rotation'
				? addAccessor(document, 'VEC4', roundedFloats(values.flatMap(toQuaternion)))
				: addAccessor(document, 'VEC3', roundedFloats(values.flatMap((shift) => [...plus(rest, shift)])));
		const sampler = document.createAnimationSampler().setInput(input).setOutput(output);
		const channel = document
			.createAnimationChannel()
			.setTargetNode(nodes[joint] ?? null)
			.setSampler(sampler);
		animation.addSampler(sampler).addChannel(channel.setTargetPath(path));
	}
}
