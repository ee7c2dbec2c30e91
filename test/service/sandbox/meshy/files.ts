import assert from 'node:assert/strict';
import { type Document, WebIO } from '@gltf-transform/core';
import { validateBytes } from 'gltf-validator';
import type { TaskJson } from './bench';

/** What the first bytes of a file must be, by its extension. */
const magic: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
	glb: (bytes) => bytes.toString('latin1', 0, 4) === 'glTF',
	fbx: (bytes) => bytes.toString('latin1', 0, 18) === 'Kaydara FBX Binary',
	obj: (bytes) => /^mtllib model\.mtl\n/.test(bytes.toString('latin1')),
	mtl: (bytes) => bytes.toString('latin1', 0, 7) === 'newmtl ',
	stl: (bytes) => bytes.length === 84 + 50 * bytes.readUInt32LE(80),
	usdz: (bytes) => bytes.toString('latin1', 0, 4) === 'PK\x03\x04',
	'3mf': (bytes) => bytes.toString('latin1', 0, 4) === 'PK\x03\x04',
	bvh: (bytes) => bytes.toString('latin1', 0, 10) === 'HIERARCHY\n',
	png: (bytes) => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n',
	jpg: (bytes) => bytes.toString('latin1', 0, 3) === '\xff\xd8\xff',
};

function* linksIn(value: unknown): Generator<string> {
	if (typeof value === 'string' && /^http:/.test(value)) {
		yield value;
	} else if (typeof value === 'object' && value !== null) {
		for (const inner of Object.values(value)) {
			yield* linksIn(inner);
		}
	}
}

/** Follows every link of a task; every file must be what its name says, and every GLB valid. */
export async function filesOf(task: TaskJson): Promise<Map<string, Buffer>> {
	assert.equal(task.status, 'SUCCEEDED', JSON.stringify(task.task_error));
	const files = new Map<string, Buffer>();
	for (const link of linksIn(task)) {
		const name = new URL(link).pathname.split('/').at(-1) ?? '';
		const response = await fetch(link);
		assert.equal(response.status, 200, name);
		const bytes = Buffer.from(await response.arrayBuffer());
		const extension = name.slice(name.lastIndexOf('.') + 1);
		assert.ok(magic[extension]?.(bytes), `${name} is no ${extension}`);
		if (extension === 'glb') {
			const { issues } = await validateBytes(new Uint8Array(bytes));
			assert.equal(issues.numErrors, 0, `${name}: ${JSON.stringify(issues.messages)}`);
		}
		files.set(name, bytes);
	}
	return files;
}

/** What is in one of the GLBs. */
export async function sceneOf(files: Map<string, Buffer>, name: string): Promise<Scene> {
	const document = await new WebIO().readBinary(new Uint8Array(files.get(name) ?? new Uint8Array()));
	const root = document.getRoot();
	return {
		textures: root.listTextures().length,
		joints: root.listSkins()[0]?.listJoints().length ?? 0,
		clips: root.listAnimations().map((clip) => clip.getName()),
		meshes: root.listMeshes().length,
		triangles: trianglesIn(document),
		height: heightOf(document),
	};
}

export interface Scene {
	textures: number;
	joints: number;
	clips: string[];
	meshes: number;
	triangles: number;
	/** Metres. */
	height: number;
}

function primitivesOf(document: Document) {
	return document
		.getRoot()
		.listMeshes()
		.flatMap((mesh) => mesh.listPrimitives());
}

function trianglesIn(document: Document): number {
	const counts = primitivesOf(document).map((primitive) => primitive.getIndices()?.getCount() ?? 0);
	return counts.reduce((sum, count) => sum + count / 3, 0);
}

function heightOf(document: Document): number {
	const heights = primitivesOf(document).map((primitive) => {
		const positions = primitive.getAttribute('POSITION');
		return [positions?.getMin([])[1] ?? 0, positions?.getMax([])[1] ?? 0] as const;
	});
	return Math.max(...heights.map(([, top]) => top)) - Math.min(...heights.map(([low]) => low));
}
