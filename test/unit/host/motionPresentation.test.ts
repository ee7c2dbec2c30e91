import assert from 'node:assert/strict';
import type { Motion } from '../../../src/core/model/task';
import { formatMotion, spaced } from '../../../src/host/forms/motionPresentation';

const walk: Motion = { id: 12, name: 'Patrol_Walk', category: 'WalkAndRun' };
const cheer: Motion = { id: 92, name: 'VictoryCheer' };

describe('Motions in words', () => {
	for (const [name, words] of [
		['Bow_Shot', 'Bow Shot'],
		['WalkAndRun', 'Walk And Run'],
		['BowShot_02', 'Bow Shot 02'],
		['walk', 'walk'],
	] as const)
		it(`${name} reads “${words}”`, () => assert.equal(spaced(name), words));

	it('are their names where they are known', () => {
		assert.equal(formatMotion([92, 31, 12], [walk, cheer]), 'Victory Cheer, 31, Patrol Walk');
		assert.equal(formatMotion(12, [walk]), 'Patrol Walk');
		assert.equal(formatMotion(12, []), '12');
	});
});
