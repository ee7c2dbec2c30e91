import type { PlaceholderModel } from '../../placeholderModel';
import type { Surface } from '../../surface';
import { collectMaterials, type FileMaterials } from '../fileMaterials';
import { addClip } from './animation';
import { creationTime, encodeFbx, fileId } from './encode';
import { buildGeometry } from './geometry';
import { addMaterials } from './material';
import { type FbxNode, node, nodes, properties } from './node';
import { addBindPose, addBones, addSkin } from './rig';
import { FbxScene, sceneRoot } from './scene';
import { ticks } from './units';

const creator = 'Propsmith sandbox';

/** The number that FBX has for 30 frames a second. */
const thirtyFrames = 6;

/** The date that goes with the creation time; see encode.ts. */
const creationTimeStamp = nodes({
	...{ Version: 1000, Year: 1970, Month: 1, Day: 1 },
	...{ Hour: 10, Minute: 0, Second: 0, Millisecond: 0 },
});

/** Centimetres, y up, facing +z. */
function globalSettings(seconds: number): FbxNode[] {
	const axes = { UpAxis: 1, UpAxisSign: 1, FrontAxis: 2, FrontAxisSign: 1, CoordAxis: 0, CoordAxisSign: 1 };
	const whole = { ...axes, OriginalUpAxis: 1, OriginalUpAxisSign: 1 };
	const settings = properties(
		...Object.entries(whole).map(([name, value]) => [name, 'int', value] as const),
		['UnitScaleFactor', 'double', 1],
		['OriginalUnitScaleFactor', 'double', 1],
		['TimeMode', 'enum', thirtyFrames],
		['TimeSpanStart', 'time', 0n],
		['TimeSpanStop', 'time', ticks(seconds)],
	);
	return [...nodes({ Version: 1000 }), settings];
}

function documents(activeClip: string): FbxNode[] {
	const settings = properties(['SourceObject', 'object'], ['ActiveAnimStackName', 'text', activeClip]);
	const document = node('Document', [1n, '', 'Scene'], [settings, ...nodes({ RootNode: sceneRoot })]);
	return [...nodes({ Count: 1 }), document];
}

interface Group {
	readonly name: string;
	readonly surfaces: readonly Surface[];
	/** For each surface the index of its material in the file. */
	readonly materials: readonly number[];
}

function groupsOf({ name, surfaces, separateNodes }: PlaceholderModel, { of }: FileMaterials): Group[] {
	if (!separateNodes) return surfaces.length > 0 ? [{ name, surfaces, materials: of }] : [];
	return surfaces.map((surface, index) => ({
		name: surface.name,
		surfaces: [surface],
		materials: of.slice(index, index + 1),
	}));
}

function addGroup(scene: FbxScene, group: Group, ids: readonly bigint[], quads: boolean) {
	const { name, surfaces, materials } = group;
	const used = [...new Set(materials)];
	const numbers = materials.map((material) => used.indexOf(material));
	const { children, clusters } = buildGeometry(surfaces, numbers, quads);
	const geometry = scene.add('Geometry', name, 'Geometry', 'Mesh', children);
	const model = scene.add('Model', name, 'Model', 'Mesh', [
		...nodes({ Version: 232 }),
		properties(['InheritType', 'enum', 1], ['DefaultAttributeIndex', 'int', 0]),
		...nodes({ Shading: true, Culling: 'CullingOff' }),
	]);
	scene.connect(geometry, model);
	scene.connect(model, sceneRoot);
	for (const material of used) {
		const id = ids[material];
		// A model's materials are numbered in the order in which they are hung on it.
		if (id !== undefined) scene.connect(id, model);
	}
	return { id: model, geometry, clusters };
}

/** Writes a binary FBX 7.4 with its textures inside. `quads`: flat pairs of triangles become quads. */
export function writeFbx(model: PlaceholderModel, quads: boolean): Uint8Array {
	const scene = new FbxScene();
	const materials = collectMaterials(model.surfaces);
	const ids = addMaterials(scene, materials);
	const added = groupsOf(model, materials).map((group) => addGroup(scene, group, ids, quads));
	const { skeleton, clips = [] } = model;
	if (skeleton) {
		const bones = addBones(scene, skeleton);
		for (const { geometry, clusters } of added) {
			if (clusters.size > 0) addSkin(scene, geometry, clusters, skeleton, bones);
		}
		const models = added.map(({ id }) => id);
		addBindPose(scene, models, bones, skeleton);
		for (const clip of clips) addClip(scene, clip, skeleton, bones);
	}
	const firstClip = clips[0]?.name ?? '';
	const header = {
		...{ FBXHeaderVersion: 1003, FBXVersion: 7400, EncryptionType: 0 },
		...{ CreationTimeStamp: creationTimeStamp, Creator: creator },
	};
	return encodeFbx(
		nodes({
			FBXHeaderExtension: nodes(header),
			FileId: fileId,
			CreationTime: creationTime,
			Creator: creator,
			GlobalSettings: globalSettings(Math.max(1, ...clips.map(({ seconds }) => seconds))),
			Documents: documents(firstClip),
			References: [],
			Definitions: scene.definitions(),
			Objects: scene.objects,
			Connections: scene.connections,
			Takes: nodes({ Current: firstClip }),
		}),
	);
}
