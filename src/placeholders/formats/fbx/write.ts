import type { PlaceholderModel } from '../../placeholderModel';
import type { Surface } from '../../surface';
import { collectMaterials, type FileMaterials } from '../fileMaterials';
import { addClip } from './animation';
import { creationTime, encodeFbx, fileId } from './encode';
import { buildGeometry } from './geometry';
import { addMaterials } from './material';
import { type FbxNode, int, node, properties } from './node';
import { addBindPose, addBones, addSkin } from './rig';
import { FbxScene, sceneRoot } from './scene';
import { ticks } from './units';

const creator = 'Propsmith sandbox greybox';

/** The number that FBX has for 30 frames a second. */
const thirtyFrames = 6;

/** The date that goes with the creation time; see encode.ts. */
const headerExtension = node(
	'FBXHeaderExtension',
	[],
	[
		node('FBXHeaderVersion', [int(1003)]),
		node('FBXVersion', [int(7400)]),
		node('EncryptionType', [int(0)]),
		node(
			'CreationTimeStamp',
			[],
			[
				node('Version', [int(1000)]),
				...Object.entries({
					Year: 1970,
					Month: 1,
					Day: 1,
					Hour: 10,
					Minute: 0,
					Second: 0,
					Millisecond: 0,
				}).map(([name, value]) => node(name, [int(value)])),
			],
		),
		node('Creator', [creator]),
	],
);

/** Centimetres, y up, facing +z. */
function globalSettings(seconds: number): FbxNode {
	const whole = (name: string, value: number) => [name, 'int', 'Integer', '', int(value)] as const;
	return node(
		'GlobalSettings',
		[],
		[
			node('Version', [int(1000)]),
			properties([
				whole('UpAxis', 1),
				whole('UpAxisSign', 1),
				whole('FrontAxis', 2),
				whole('FrontAxisSign', 1),
				whole('CoordAxis', 0),
				whole('CoordAxisSign', 1),
				whole('OriginalUpAxis', 1),
				whole('OriginalUpAxisSign', 1),
				['UnitScaleFactor', 'double', 'Number', '', 1],
				['OriginalUnitScaleFactor', 'double', 'Number', '', 1],
				['TimeMode', 'enum', '', '', int(thirtyFrames)],
				['TimeSpanStart', 'KTime', 'Time', '', 0n],
				['TimeSpanStop', 'KTime', 'Time', '', ticks(seconds)],
			]),
		],
	);
}

function documents(activeClip: string): FbxNode {
	return node(
		'Documents',
		[],
		[
			node('Count', [int(1)]),
			node(
				'Document',
				[1n, '', 'Scene'],
				[
					properties([
						['SourceObject', 'object', '', ''],
						['ActiveAnimStackName', 'KString', '', '', activeClip],
					]),
					node('RootNode', [sceneRoot]),
				],
			),
		],
	);
}

interface Group {
	readonly name: string;
	readonly surfaces: readonly Surface[];
	/** For each surface the index of its material in the file. */
	readonly materials: readonly number[];
}

function groupsOf({ name, surfaces, separate }: PlaceholderModel, { of }: FileMaterials): Group[] {
	if (!separate) return surfaces.length > 0 ? [{ name, surfaces, materials: of }] : [];
	return surfaces.map((surface, index) => ({
		name: surface.name,
		surfaces: [surface],
		materials: of.slice(index, index + 1),
	}));
}

function addModel(
	scene: FbxScene,
	{ name, surfaces, materials }: Group,
	ids: readonly bigint[],
	quads: boolean,
) {
	const used = [...new Set(materials)];
	const { children, clusters } = buildGeometry(
		surfaces,
		materials.map((material) => used.indexOf(material)),
		quads,
	);
	const geometry = scene.add('Geometry', name, 'Geometry', 'Mesh', children);
	const model = scene.add('Model', name, 'Model', 'Mesh', [
		node('Version', [int(232)]),
		properties([
			['InheritType', 'enum', '', '', int(1)],
			['DefaultAttributeIndex', 'int', 'Integer', '', int(0)],
		]),
		node('Shading', [true]),
		node('Culling', ['CullingOff']),
	]);
	scene.connect(geometry, model);
	scene.connect(model, sceneRoot);
	for (const material of used) {
		const id = ids[material];
		// A model's materials are numbered in the order in which they are hung on it.
		if (id !== undefined) scene.connect(id, model);
	}
	return { model, geometry, clusters };
}

/** Writes a binary FBX 7.4 with its textures inside. `quads`: flat pairs of triangles become quads. */
export function writeFbx(thing: PlaceholderModel, quads: boolean): Uint8Array {
	const scene = new FbxScene();
	const materials = collectMaterials(thing.surfaces);
	const ids = addMaterials(scene, materials);
	const made = groupsOf(thing, materials).map((group) => addModel(scene, group, ids, quads));
	const { skeleton, clips = [] } = thing;
	if (skeleton) {
		const bones = addBones(scene, skeleton);
		for (const { geometry, clusters } of made) {
			if (clusters.size > 0) addSkin(scene, geometry, clusters, skeleton, bones);
		}
		addBindPose(
			scene,
			made.map(({ model }) => model),
			bones,
			skeleton,
		);
		for (const clip of clips) addClip(scene, clip, skeleton, bones);
	}
	return encodeFbx([
		headerExtension,
		node('FileId', [fileId]),
		node('CreationTime', [creationTime]),
		node('Creator', [creator]),
		globalSettings(Math.max(1, ...clips.map(({ seconds }) => seconds))),
		documents(clips[0]?.name ?? ''),
		node('References'),
		scene.definitions(),
		node('Objects', [], scene.objects),
		node('Connections', [], scene.connections),
		node('Takes', [], [node('Current', [clips[0]?.name ?? ''])]),
	]);
}
