import type { AnimationClip } from 'three';
import {
	AnimationMixer,
	type Bone,
	Box3,
	type Material,
	Mesh,
	type Object3D,
	SkinnedMesh,
	Vector3,
} from 'three';
import { BVHLoader } from 'three/examples/jsm/loaders/BVHLoader.js';
import { FBXLoader } from 'three/examples/jsm/loaders/FBXLoader.js';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { OBJLoader } from 'three/examples/jsm/loaders/OBJLoader.js';
import { STLLoader } from 'three/examples/jsm/loaders/STLLoader.js';
import { USDLoader } from 'three/examples/jsm/loaders/USDLoader.js';

/** What three.js, which shares nothing with the writers, finds in a file. */
export interface Read {
	readonly root: Object3D;
	readonly clips: readonly AnimationClip[];
}

export interface ReadFacts {
	readonly triangles: number;
	readonly low: readonly number[];
	readonly high: readonly number[];
	readonly meshes: readonly string[];
	readonly joints: readonly string[];
	readonly materials: readonly { readonly name: string; readonly textured: boolean }[];
	readonly clips: readonly { readonly name: string; readonly seconds: number }[];
}

/** As much of a browser as the loaders want while they make textures that nobody looks at. */
function pretendBrowser(): void {
	const image = { addEventListener() {}, removeEventListener() {} };
	Object.assign(globalThis, {
		window: globalThis,
		self: globalThis,
		document: { createElementNS: () => image },
	});
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
	return new Uint8Array(bytes).buffer;
}

export function readFbx(bytes: Uint8Array): Read {
	pretendBrowser();
	const root = new FBXLoader().parse(bufferOf(bytes), '');
	return { root, clips: root.animations };
}

export async function readGltf(bytes: Uint8Array): Promise<Read> {
	pretendBrowser();
	const { scene, animations } = await new GLTFLoader().parseAsync(bufferOf(bytes), '');
	return { root: scene, clips: animations };
}

export function readBvh(bytes: Uint8Array): Read {
	const { skeleton, clip } = new BVHLoader().parse(new TextDecoder().decode(bytes));
	const [root] = skeleton.bones;
	if (!root) throw new Error('There are no bones.');
	return { root, clips: [clip] };
}

export function readObj(bytes: Uint8Array): Read {
	return { root: new OBJLoader().parse(new TextDecoder().decode(bytes)), clips: [] };
}

export function readStl(bytes: Uint8Array): Read {
	return { root: new Mesh(new STLLoader().parse(bufferOf(bytes))), clips: [] };
}

export function readUsdz(bytes: Uint8Array): Read {
	pretendBrowser();
	return { root: new USDLoader().parse(bufferOf(bytes)), clips: [] };
}

function meshesIn(root: Object3D): Mesh[] {
	const meshes: Mesh[] = [];
	root.traverse((object) => {
		if (object instanceof Mesh) meshes.push(object);
	});
	return meshes;
}

function bonesIn(root: Object3D): Bone[] {
	const bones: Bone[] = [];
	root.traverse((object) => {
		if ('isBone' in object) bones.push(object as Bone);
	});
	return bones;
}

function isTextured(material: Material): boolean {
	return 'map' in material && material.map !== null;
}

export function readFacts({ root, clips }: Read): ReadFacts {
	const meshes = meshesIn(root);
	const { min, max } = new Box3().setFromObject(root);
	const materials = meshes.flatMap(({ material }) => material);
	return {
		triangles: meshes.reduce(
			(sum, { geometry }) => sum + (geometry.index ?? geometry.getAttribute('position')).count / 3,
			0,
		),
		low: min.toArray(),
		high: max.toArray(),
		meshes: meshes.map(({ name }) => name),
		joints: bonesIn(root).map(({ name }) => name),
		materials: materials.map((material) => ({ name: material.name, textured: isTextured(material) })),
		clips: clips.map(({ name, duration }) => ({ name, seconds: duration })),
	};
}

/** The second texture coordinate of what is highest among the faces that look to +z; three.js counts it from below. */
export function heightOnTexture({ root }: Read): number {
	let top = { y: -Infinity, v: Number.NaN };
	for (const { geometry } of meshesIn(root)) {
		const [position, normal, uv] = ['position', 'normal', 'uv'].map((name) => geometry.getAttribute(name));
		for (let vertex = 0; position && normal && uv && vertex < position.count; vertex++) {
			const y = position.getY(vertex);
			if (normal.getZ(vertex) > 0.9 && y > top.y) top = { y, v: uv.getY(vertex) };
		}
	}
	return top.v;
}

/** Where joints are in the world at a moment of a clip. */
export function jointsAt({ root, clips }: Read, clip: string, seconds: number): Map<string, Vector3> {
	pose({ root, clips }, clip, seconds);
	const joints = new Map<string, Vector3>();
	// Without a skin, glTF's joints are plain nodes.
	root.traverse((object) => joints.set(object.name, object.getWorldPosition(new Vector3())));
	return joints;
}

/** The bounds of the skinned meshes at a moment of a clip, vertex by vertex. */
export function boundsAt({ root, clips }: Read, clip: string, seconds: number): Box3 {
	pose({ root, clips }, clip, seconds);
	const bounds = new Box3();
	for (const mesh of meshesIn(root)) {
		if (!(mesh instanceof SkinnedMesh)) continue;
		const { index } = mesh.geometry;
		const { count } = index ?? mesh.geometry.getAttribute('position');
		for (let corner = 0; corner < count; corner++) {
			const vertex = index ? index.getX(corner) : corner;
			bounds.expandByPoint(mesh.localToWorld(mesh.getVertexPosition(vertex, new Vector3())));
		}
	}
	return bounds;
}

function pose({ root, clips }: Read, name: string, seconds: number): void {
	const clip = clips.find((one) => one.name === name);
	if (!clip) throw new Error(`There is no clip ${name}.`);
	const mixer = new AnimationMixer(root);
	mixer.clipAction(clip).play();
	mixer.setTime(seconds);
	root.updateMatrixWorld(true);
}
