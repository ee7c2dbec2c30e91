import assert from 'node:assert/strict';
import { box } from '../../../src/placeholders/mesh/box';
import { faultsOf } from '../../../src/placeholders/mesh/faults';
import { emptyMesh, type Mesh, merged } from '../../../src/placeholders/mesh/mesh';
import { posed } from '../../../src/placeholders/mesh/pose';
import { mended } from '../../../src/placeholders/meshOperations/mended';
import { thingFromPrompt } from '../../../src/placeholders/placeholder';

const without = (mesh: Mesh, triangles: number): Mesh => ({
	...mesh,
	indices: mesh.indices.slice(triangles * 3),
});
const cube = box(1, 1, 1);

describe('what a printer minds', () => {
	it('is nothing about a box', () => {
		const { volume, ...faults } = faultsOf(cube);
		assert.ok(Math.abs(volume - 1) < 1e-9);
		assert.deepEqual(faults, {
			watertight: true,
			nonManifoldEdges: 0,
			degenerateFaces: 0,
			holes: 0,
		});
	});

	it('is a hole where triangles are missing', () => {
		const { watertight, holes } = faultsOf(without(cube, 2));
		assert.deepEqual([watertight, holes], [false, 1]);
	});

	it('is an edge that two boxes share', () => {
		const corner = merged(cube, posed(cube, { at: [1, 1, 0] }));
		assert.equal(faultsOf(corner).nonManifoldEdges, 1);
	});

	it('is a triangle without area', () => {
		const flat: Mesh = { ...emptyMesh(), positions: [0, 0, 0, 1, 0, 0, 2, 0, 0], indices: [0, 1, 2] };
		assert.equal(faultsOf(flat).degenerateFaces, 1);
	});
});

describe('a repaired mesh', () => {
	for (const prompt of ['a knight', 'a barrel', 'a crate', 'a boat', 'a dragon', 'a banner', 'a bucket'])
		it(`is closed, and has no broken edges: ${prompt}`, () => {
			const thing = thingFromPrompt(prompt, { seed: 1, texture: true });
			const repaired = mended(thing);
			assert.equal(repaired.surfaces.length, 1);
			assert.equal(repaired.surfaces[0]?.picture, undefined);
			const faults = faultsOf(merged(...repaired.surfaces.map(({ mesh }) => mesh)));
			const { watertight, nonManifoldEdges, degenerateFaces, holes } = faults;
			assert.deepEqual([watertight, nonManifoldEdges, degenerateFaces, holes], [true, 0, 0, 0]);
			assert.ok(faults.volume > 0);
		});
});
