import assert from 'node:assert/strict';
import { readModelFacts } from '../../../../src/core/assets/modelFacts';
import { boxMesh, glbOf, glbWithJson, newDocument } from '../support/glb';

const round = (size: readonly number[] | undefined): number[] | undefined =>
	size?.map((metres) => Math.round(metres * 1000) / 1000);

describe('Facts of a model file', () => {
	it('counts what is in it', async () => {
		const document = newDocument();
		const mesh = boxMesh(document, 1, 2, 3);
		document.createMaterial();
		document.createTexture().setImage(new Uint8Array(4)).setMimeType('image/png');
		document.createScene().addChild(document.createNode().setMesh(mesh));
		const facts = readModelFacts(await glbOf(document));
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
		assert.deepEqual(round(readModelFacts(await glbOf(document))?.size), [20, 20, 30]);
	});

	it('measures from one end of the scene to the other', async () => {
		const document = newDocument();
		const mesh = boxMesh(document, 1, 1, 1);
		const scene = document.createScene();
		scene.addChild(document.createNode().setMesh(mesh).setTranslation([-4, 0, 0]));
		scene.addChild(document.createNode().setMesh(mesh).setTranslation([4, 0, 0]));
		assert.deepEqual(round(readModelFacts(await glbOf(document))?.size), [9, 1, 1]);
	});

	it('reads matrices as well, and only the chosen scene', () => {
		const accessors = [{ count: 6, min: [0, 0, 0], max: [1, 1, 1] }];
		const meshes = [{ primitives: [{ attributes: { POSITION: 0 } }] }];
		const matrix = [2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0, 7, 7, 7, 1];
		const nodes = [{ mesh: 0 }, { mesh: 0, matrix }];
		const scenes = [{ nodes: [0] }, { nodes: [1] }];
		const facts = readModelFacts(glbWithJson({ accessors, meshes, nodes, scenes, scene: 1 }));
		assert.deepEqual(facts?.size, [2, 3, 4]);
		assert.equal(facts?.triangles, 2);
	});

	it('counts triangles by the mode, and no points or lines', () => {
		const accessors = [{ count: 30 }];
		const primitives = [0, 1, 2, 3, 4, 5, 6].map((mode) => ({ mode, attributes: { POSITION: 0 } }));
		// One list of 10, a strip and a fan of 28 each.
		assert.equal(readModelFacts(glbWithJson({ accessors, meshes: [{ primitives }] }))?.triangles, 66);
	});

	it('gives no size when nothing is to be seen', () => {
		assert.equal(readModelFacts(glbWithJson({ scenes: [{ nodes: [] }] }))?.size, undefined);
	});
});

describe('Facts of a model file that is broken', () => {
	const accessors = [{ count: 3, min: [0, 0, 0], max: [1, 1, 1] }];
	const meshes = [{ primitives: [{ attributes: { POSITION: 0 } }] }];

	it('does not hang on nodes that contain themselves', () => {
		const nodes = [{ mesh: 0, children: [0, 0, 1] }, { children: [0, 1] }];
		const facts = readModelFacts(glbWithJson({ accessors, meshes, nodes, scenes: [{ nodes: [0, 1] }] }));
		assert.deepEqual(facts?.size, [1, 1, 1]);
	});

	for (const [what, json] of [
		['no JSON', '{"meshes":'],
		['null', null],
		['meshes that are no list', { meshes: 5 }],
		['a mesh that is null', { meshes: [null] }],
		['a node that is null', { scenes: [{ nodes: 7 }] }],
	] as const)
		it(`says nothing of ${what}`, () => assert.equal(readModelFacts(glbWithJson(json)), undefined));

	it('says nothing of a file that ends too early', () => {
		const whole = glbWithJson({ meshes: [] });
		for (const bytes of [0, 4, 19, whole.byteLength - 1])
			assert.equal(readModelFacts(whole.subarray(0, bytes)), undefined);
	});

	it('reads from the middle of a larger buffer', () => {
		const whole = glbWithJson({ accessors, meshes });
		const shifted = new Uint8Array(whole.byteLength + 3);
		shifted.set(whole, 3);
		assert.equal(readModelFacts(shifted.subarray(3))?.triangles, 1);
	});
});
