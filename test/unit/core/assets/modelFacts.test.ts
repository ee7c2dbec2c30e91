import assert from 'node:assert/strict';
import type { Document } from '@gltf-transform/core';
import { readModelFacts } from '../../../../src/core/assets/modelFacts';
import { bytesSource } from '../../../../src/core/files/formats/byteSource';
import { checkFormat } from '../../../../src/core/files/formats/checkFormat';
import type { ModelFacts } from '../../../../src/core/model/modelFacts';
import { boxMesh, glbOf, newDocument } from '../support/glb';

const round = (size: readonly number[] | undefined): number[] | undefined =>
	size?.map((metres) => Math.round(metres * 1000) / 1000);

async function factsIn(document: Document): Promise<ModelFacts | undefined> {
	const { gltf } = await checkFormat(bytesSource(await glbOf(document)), 'glb');
	return readModelFacts(gltf);
}

describe('Facts of a model file', () => {
	it('counts what is in it', async () => {
		const document = newDocument();
		const mesh = boxMesh(document, 1, 2, 3);
		document.createMaterial();
		document.createTexture().setImage(new Uint8Array(4)).setMimeType('image/png');
		document.createScene().addChild(document.createNode().setMesh(mesh));
		const facts = await factsIn(document);
		assert.deepEqual([facts?.triangles, facts?.meshes, facts?.animations], [12, 1, 0]);
		assert.equal(facts?.materials, 1);
		assert.deepEqual(round(facts?.size), [1, 2, 3]);
	});

	it('measures through nested transforms', async () => {
		const document = newDocument();
		const inner = document
			.createNode()
			.setMesh(boxMesh(document, 1, 2, 3))
			.setScale([2, 1, 1])
			// A quarter turn about z lays height along -x.
			.setRotation([0, 0, Math.SQRT1_2, Math.SQRT1_2]);
		const outer = document.createNode().setScale([10, 10, 10]).setTranslation([5, 5, 5]).addChild(inner);
		document.createScene().addChild(outer);
		assert.deepEqual(round((await factsIn(document))?.size), [20, 20, 30]);
	});

	it('measures from one end of the scene to the other', async () => {
		const document = newDocument();
		const mesh = boxMesh(document, 1, 1, 1);
		const scene = document.createScene();
		scene.addChild(document.createNode().setMesh(mesh).setTranslation([-4, 0, 0]));
		scene.addChild(document.createNode().setMesh(mesh).setTranslation([4, 0, 0]));
		assert.deepEqual(round((await factsIn(document))?.size), [9, 1, 1]);
	});

	it('reads matrices as well, and only the chosen scene', () => {
		const accessors = [{ count: 6, min: [0, 0, 0], max: [1, 1, 1] }];
		const meshes = [{ primitives: [{ attributes: { POSITION: 0 } }] }];
		const matrix = [2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0, 7, 7, 7, 1];
		const nodes = [{ mesh: 0 }, { mesh: 0, matrix }];
		const scenes = [{ nodes: [0] }, { nodes: [1] }];
		const facts = readModelFacts({ accessors, meshes, nodes, scenes, scene: 1 });
		assert.deepEqual(facts?.size, [2, 3, 4]);
		assert.equal(facts?.triangles, 2);
	});

	it('counts triangles by the mode, and no points or lines', () => {
		const accessors = [{ count: 30 }];
		const primitives = [0, 1, 2, 3, 4, 5, 6].map((mode) => ({ mode, attributes: { POSITION: 0 } }));
		// One list of 10, a strip and a fan of 28 each.
		assert.equal(readModelFacts({ accessors, meshes: [{ primitives }] })?.triangles, 66);
	});

	it('gives no size when nothing is to be seen', () => {
		assert.equal(readModelFacts({ scenes: [{ nodes: [] }] })?.size, undefined);
	});
});

describe('Facts of a model file that is broken', () => {
	const accessors = [{ count: 3, min: [0, 0, 0], max: [1, 1, 1] }];
	const meshes = [{ primitives: [{ attributes: { POSITION: 0 } }] }];

	it('does not hang on nodes that contain themselves', () => {
		const nodes = [{ mesh: 0, children: [0, 0, 1] }, { children: [0, 1] }];
		const facts = readModelFacts({ accessors, meshes, nodes, scenes: [{ nodes: [0, 1] }] });
		assert.deepEqual(facts?.size, [1, 1, 1]);
	});

	for (const [what, json] of [
		['null', null],
		['meshes that are no list', { meshes: 5 }],
		['a mesh that is null', { meshes: [null] }],
		['a node that is null', { scenes: [{ nodes: 7 }] }],
	] as const)
		it(`says nothing of ${what}`, () => assert.equal(readModelFacts(json), undefined));
});

describe('What a model needs of the program that shows it', () => {
	it('is what it requires, and what of note it uses besides', () => {
		const facts = readModelFacts({
			extensionsUsed: [
				'KHR_draco_mesh_compression',
				'EXT_texture_webp',
				'KHR_xmp_json_ld',
				'EXT_texture_webp',
			],
			extensionsRequired: ['KHR_draco_mesh_compression', 'ACME_own'],
		});
		assert.deepEqual(facts?.requires, ['KHR_draco_mesh_compression', 'ACME_own']);
		assert.deepEqual(facts?.uses, ['EXT_texture_webp']);
	});

	it('is nothing where nothing is named, and no text that is no name', () => {
		const facts = readModelFacts({
			extensionsRequired: ['a b', 7, '](command:x)'],
			extensionsUsed: 'KHR_texture_basisu',
		});
		assert.deepEqual([facts?.requires, facts?.uses], [undefined, undefined]);
	});
});
