import { times, type Vec3 } from '../../mesh/vector';
import { localPlace, type Skeleton } from '../../skeleton';
import type { Cluster } from './geometry';
import { double, node, nodes, properties } from './node';
import { type FbxScene, sceneRoot } from './scene';
import { centimetres, perMetre, translationMatrix } from './units';

/** Adds a bone for each joint; gives the ids of their models. */
export function addBones(scene: FbxScene, skeleton: Skeleton): bigint[] {
	const ids: bigint[] = [];
	for (const [index, { name, parent }] of skeleton.joints.entries()) {
		const attribute = scene.add('NodeAttribute', name, 'NodeAttribute', 'LimbNode', [
			...nodes({ TypeFlags: 'Skeleton' }),
			properties(['Size', 'double', 0.05 * perMetre]),
		]);
		const bone = scene.add('Model', name, 'Model', 'LimbNode', [
			...nodes({ Version: 232 }),
			properties(
				['InheritType', 'enum', 1],
				['Lcl Translation', 'Lcl Translation', ...centimetres(localPlace(skeleton, index))],
				['Lcl Rotation', 'Lcl Rotation', 0, 0, 0],
				['Lcl Scaling', 'Lcl Scaling', 1, 1, 1],
			),
			...nodes({ Shading: true, Culling: 'CullingOff' }),
		]);
		scene.connect(attribute, bone);
		scene.connect(bone, ids[parent] ?? sceneRoot);
		ids.push(bone);
	}
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
	const settings = nodes({ Version: 101, Link_DeformAcuracy: double(50) });
	const skin = scene.add('Deformer', 'skin', 'Deformer', 'Skin', settings);
	scene.connect(skin, geometry);
	for (const [joint, { points, weights }] of [...clusters].sort(([one], [other]) => one - other)) {
		const { name = '', at = [0, 0, 0] } = skeleton.joints[joint] ?? {};
		const cluster = scene.add('Deformer', name, 'SubDeformer', 'Cluster', [
			...nodes({ Version: 100 }),
			node('UserData', ['', '']),
			...nodes({
				Indexes: Int32Array.from(points),
				Weights: Float64Array.from(weights),
				Transform: translationMatrix(times(at, -1)),
				TransformLink: translationMatrix(at),
			}),
		]);
		scene.connect(cluster, skin);
		const bone = bones[joint];
		if (bone !== undefined) scene.connect(bone, cluster);
	}
}

/** Tells where everything was when the geometries were bound to the bones. */
export function addBindPose(
	scene: FbxScene,
	models: readonly bigint[],
	bones: readonly bigint[],
	{ joints }: Skeleton,
): void {
	const poseNode = (id: bigint, at: Vec3) =>
		node('PoseNode', [], nodes({ Node: id, Matrix: translationMatrix(at) }));
	const bound = [
		...models.map((id) => poseNode(id, [0, 0, 0])),
		...bones.map((id, index) => poseNode(id, joints[index]?.at ?? [0, 0, 0])),
	];
	const head = nodes({ Type: 'BindPose', Version: 100, NbPoseNodes: bound.length });
	scene.add('Pose', 'bind pose', 'Pose', 'BindPose', [...head, ...bound]);
}
