import { minus, times, type Vec3 } from '../../mesh/vector';
import type { Skeleton } from '../../skeleton';
import type { Cluster } from './geometry';
import { type FbxNode, int, node, properties } from './node';
import { type FbxScene, sceneRoot } from './scene';
import { centimetres, perMetre, translationMatrix } from './units';

/** Where a joint is beneath its parent, metres. */
export function localRest({ joints }: Skeleton, index: number): Vec3 {
	const joint = joints[index];
	return minus(joint?.at ?? [0, 0, 0], joints[joint?.parent ?? -1]?.at ?? [0, 0, 0]);
}

/** Adds a bone for each joint; gives the ids of their models. */
export function addBones(scene: FbxScene, skeleton: Skeleton): bigint[] {
	const ids: bigint[] = [];
	skeleton.joints.forEach(({ name, parent }, index) => {
		const attribute = scene.add('NodeAttribute', name, 'NodeAttribute', 'LimbNode', [
			node('TypeFlags', ['Skeleton']),
			properties([['Size', 'double', 'Number', '', 0.05 * perMetre]]),
		]);
		const bone = scene.add('Model', name, 'Model', 'LimbNode', [
			node('Version', [int(232)]),
			properties([
				['InheritType', 'enum', '', '', int(1)],
				['Lcl Translation', 'Lcl Translation', '', 'A', ...centimetres(localRest(skeleton, index))],
				['Lcl Rotation', 'Lcl Rotation', '', 'A', 0, 0, 0],
				['Lcl Scaling', 'Lcl Scaling', '', 'A', 1, 1, 1],
			]),
			node('Shading', [true]),
			node('Culling', ['CullingOff']),
		]);
		scene.connect(attribute, bone);
		scene.connect(bone, ids[parent] ?? sceneRoot);
		ids.push(bone);
	});
	return ids;
}

/** Binds a geometry to bones: a cluster for each bone that moves any of its points. */
export function addSkin(
	scene: FbxScene,
	geometry: bigint,
	clusters: ReadonlyMap<number, Cluster>,
	skeleton: Skeleton,
	bones: readonly bigint[],
): void {
	const skin = scene.add('Deformer', 'skin', 'Deformer', 'Skin', [
		node('Version', [int(101)]),
		node('Link_DeformAcuracy', [50]),
	]);
	scene.connect(skin, geometry);
	for (const [joint, { points, weights }] of [...clusters].sort(([one], [other]) => one - other)) {
		const { name, at } = skeleton.joints[joint] ?? { name: '', at: [0, 0, 0] as Vec3 };
		const cluster = scene.add('Deformer', name, 'SubDeformer', 'Cluster', [
			node('Version', [int(100)]),
			node('UserData', ['', '']),
			node('Indexes', [Int32Array.from(points)]),
			node('Weights', [Float64Array.from(weights)]),
			node('Transform', [translationMatrix(times(at, -1))]),
			node('TransformLink', [translationMatrix(at)]),
		]);
		scene.connect(cluster, skin);
		const bone = bones[joint];
		if (bone !== undefined) scene.connect(bone, cluster);
	}
}

function poseNode(id: bigint, at: Vec3): FbxNode {
	return node('PoseNode', [], [node('Node', [id]), node('Matrix', [translationMatrix(at)])]);
}

/** Tells where everything was when the geometries were bound to the bones. */
export function addBindPose(
	scene: FbxScene,
	models: readonly bigint[],
	bones: readonly bigint[],
	{ joints }: Skeleton,
): void {
	const bound = [
		...models.map((id) => poseNode(id, [0, 0, 0])),
		...bones.map((id, index) => poseNode(id, joints[index]?.at ?? [0, 0, 0])),
	];
	scene.add('Pose', 'bind pose', 'Pose', 'BindPose', [
		node('Type', ['BindPose']),
		node('Version', [int(100)]),
		node('NbPoseNodes', [int(bound.length)]),
		...bound,
	]);
}
