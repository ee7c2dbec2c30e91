import assert from 'node:assert/strict';
import { kindsOf } from '../../../src/placeholders/kind';
import { boundsOf, triangleCount } from '../../../src/placeholders/mesh/mesh';
import { PartBuilder } from '../../../src/placeholders/partBuilder';
import { Random } from '../../../src/placeholders/random';
import { parseClauses } from '../../../src/placeholders/words/clauses';
import { parseLooks } from '../../../src/placeholders/words/look';

function builderFor(prompt: string, quality = 1): PartBuilder {
	return new PartBuilder(new Random(1), parseLooks(parseClauses(prompt)), prompt.split(' '), quality, prompt);
}

function boundsIn(parts: PartBuilder) {
	return boundsOf(parts.parts.map(({ mesh }) => mesh));
}

describe('a part builder', () => {
	it('knows the words of a prompt, and chooses by the first row that has one', () => {
		const parts = builderFor('old pirate ship');
		assert.ok(parts.hasWord('galleon', 'ship'));
		assert.ok(!parts.hasWord('raft'));
		assert.equal(parts.byWord({ raft: 1, 'galleon, ship': 2, pirate: 3 }), 2);
		assert.equal(parts.byWord({ raft: 1 }), undefined);
	});

	it('lets the words paint what they should', () => {
		const parts = builderFor('red iron gate with silver hinges');
		assert.match(parts.mainMaterial('oak').name, /^iron [0-9a-f]{6}$/);
		assert.match(parts.tintedMaterial('oak').name, /^oak [0-9a-f]{6}$/);
		assert.equal(parts.substanceMaterial('oak', 'ffffff').name, 'iron');
		assert.equal(parts.accentMaterial('oak').name, 'silver');
		assert.equal(parts.fixedMaterial('oak', '010203').name, 'oak 010203');
		assert.equal(parts.glowMaterial('eyes', 'ff0000', 0.5).glow, 0.5);
	});

	it('mirrors what one side has, joints too', () => {
		const parts = builderFor('thing');
		parts.bothSides(() => {
			parts.box(parts.fixedMaterial('oak'), [1, 1, 1], { at: [2, 0, 1] });
			parts.joint('FrontLeftFoot', [2, 0, 1]);
		});
		assert.deepEqual(boundsIn(parts), { min: [-2.5, 0, 0.5], max: [2.5, 1, 1.5] });
		assert.deepEqual(parts.landmarks.get('FrontRightFoot'), [-2, 0, 1]);
	});

	it('moves a group with its joints, and nothing that was there before', () => {
		const parts = builderFor('thing');
		parts.joint('Hips', [0, 1, 0]);
		parts.group({ at: [0, 1, 0], scale: 2 }, () => parts.joint('Head', [0, 1, 0]));
		assert.deepEqual(parts.landmarks.get('Hips'), [0, 1, 0]);
		assert.deepEqual(parts.landmarks.get('Head'), [0, 3, 0]);
	});

	it('spreads radii evenly along a tube', () => {
		const parts = builderFor('thing');
		parts.tube(parts.fixedMaterial('oak'), '0 0 0, 0 1 0, 0 2 0, 0 3 0, 0 4 0', [1, 3, 1], 4);
		const { mesh } = parts.parts[0] ?? assert.fail();
		const radiusAt = (y: number): number =>
			Math.max(...mesh.positions.filter((_, index) => index % 3 === 0 && mesh.positions[index + 1] === y));
		assert.deepEqual([0, 1, 2, 3, 4].map(radiusAt), [1, 2, 3, 2, 1]);
	});

	it('makes rounder things of more triangles, down to a third', () => {
		const trianglesAt = (quality: number): number => {
			const parts = builderFor('thing', quality);
			parts.cylinder(parts.fixedMaterial('oak'), [1, 1, 1], 18);
			return parts.parts.reduce((sum, { mesh }) => sum + triangleCount(mesh), 0);
		};
		assert.deepEqual([1, 0.5, 0.1].map(trianglesAt), [72, 36, 24]);
	});
});

describe('rows of the catalogue', () => {
	const build = (): void => {};

	it('take their name from the first phrase, or before a colon, and weak words after a semicolon', () => {
		assert.deepEqual(kindsOf({ 'chest, treasure chest': build, 'fir tree: fir, spruce; pine': build }), [
			{ name: 'chest', words: ['chest', 'treasure chest'], build },
			{ name: 'fir tree', words: ['fir', 'spruce'], weak: ['pine'], build },
		]);
	});

	it('say what moves them', () => {
		assert.deepEqual(kindsOf({ fish: build }, 'aquatic'), [
			{ name: 'fish', words: ['fish'], body: 'aquatic', build },
		]);
	});
});
