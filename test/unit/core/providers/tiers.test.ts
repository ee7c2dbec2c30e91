import assert from 'node:assert/strict';
import {
	hastened,
	meshyTier,
	meshyTierIds,
	purposes,
	tripoTier,
	tripoTierIds,
} from '../../../../src/core/providers/tiers';

describe('Tiers', () => {
	it('of Meshy are its published plans', () => {
		assert.deepEqual(
			meshyTierIds.map((id) => {
				const { concurrentTasks, budgets } = meshyTier(id, 50);
				return [
					id,
					concurrentTasks,
					budgets.map(({ calls, withinMs }) => `${calls} in ${withinMs} ms`).join(),
				];
			}),
			[
				['free', 1, '20 in 1000 ms'],
				['pro', 10, '20 in 1000 ms'],
				['studio', 20, '20 in 1000 ms'],
				['max', 20, '20 in 1000 ms'],
				['maxUnlimited', 20, '20 in 1000 ms'],
				['premium', 30, '20 in 1000 ms'],
				['ultra', 100, '20 in 1000 ms'],
				['enterprise', 50, '100 in 1000 ms'],
			],
		);
		assert.equal(meshyTier('enterprise', 70).concurrentTasks, 70);
		assert.equal(meshyTier('pro', 70).concurrentTasks, 10);
	});

	it('of Meshy count every call together', () => {
		for (const id of meshyTierIds)
			assert.deepEqual(
				meshyTier(id, 50).budgets.map((budget) => budget.purposes),
				[purposes],
			);
	});

	it('of Tripo count submits and uploads apart, and looks not at all', () => {
		for (const id of tripoTierIds)
			assert.deepEqual(tripoTier(id, 30).budgets, [
				{ purposes: ['submit'], calls: 200, withinMs: 60_000 },
				{ purposes: ['upload'], calls: 10, withinMs: 60_000 },
			]);
	});

	it('of Tripo cap the whole, and by default each class', () => {
		assert.equal(tripoTier('default', 30).concurrentTasks, 10);
		assert.deepEqual(tripoTier('default', 30).classes, {
			H: 10,
			P: 5,
			image: 1,
			animation: 10,
			processing: 5,
			mesh: 10,
		});
		assert.deepEqual(
			{ ...tripoTier('enterprise', 30), budgets: [] },
			{ concurrentTasks: 30, classes: {}, budgets: [] },
		);
	});

	it('have shorter minutes at a faster service', () => {
		assert.deepEqual(
			hastened(tripoTier('default', 0), 20).budgets.map(({ withinMs }) => withinMs),
			[3000, 3000],
		);
	});
});
