import assert from 'node:assert/strict';
import { box } from '../../../src/placeholders/mesh/box';
import { findDefects } from '../../../src/placeholders/mesh/defects';
import { emptyMesh, type Mesh, merged } from '../../../src/placeholders/mesh/mesh';
import { posed } from '../../../src/placeholders/mesh/pose';
import { repair } from '../../../src/placeholders/meshOperations/repair';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';

const without = (mesh: Mesh, triangles: number): Mesh => ({
	...mesh,
	indices: mesh.indices.slice(triangles * 3),
});
const cube = box(1, 1, 1);

describe('what a printer minds', () => {
	it('is nothing about a box', () => {
		const { volume, ...faults } = findDefects(cube);
		assert.ok(Math.abs(volume - 1) < 1e-9);
		assert.deepEqual(faults, {
			watertight: true,
			nonManifoldEdges: 0,
			degenerateFaces: 0,
			holes: 0,
		});
	});

	it('is a hole where triangles are missing', () => {
		const { watertight, holes } = findDefects(without(cube, 2));
		assert.deepEqual([watertight, holes], [false, 1]);
	});

	it('is an edge that two boxes share', () => {
		const corner = merged(cube, posed(cube, { at: [1, 1, 0] }));
		assert.equal(findDefects(corner).nonManifoldEdges, 1);
	});

	it('is a triangle without area', () => {
		const flat: Mesh = { ...emptyMesh(), positions: [0, 0, 0, 1, 0, 0, 2, 0, 0], indices: [0, 1, 2] };
		assert.equal(findDefects(flat).degenerateFaces, 1);
	});
});

describe('a repaired mesh', () => {
	for (const prompt of ['a knight', 'a barrel', 'a crate', 'a boat', 'a dragon', 'a banner', 'a bucket'])
		it(`is closed, and has no broken edges: ${prompt}`, () => {
			const thing = modelFromPrompt(prompt, { seed: 1, texture: true });
			const repaired = repair(thing);
			assert.equal(repaired.surfaces.length, 1);
			assert.equal(repaired.surfaces[0]?.texture, undefined);
			const faults = findDefects(merged(...repaired.surfaces.map(({ mesh }) => mesh)));
			const { watertight, nonManifoldEdges, degenerateFaces, holes } = faults;
			assert.deepEqual([watertight, nonManifoldEdges, degenerateFaces, holes], [true, 0, 0, 0]);
			assert.ok(faults.volume > 0);
		});
});
