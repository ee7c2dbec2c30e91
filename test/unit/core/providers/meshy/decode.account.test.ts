import assert from 'node:assert/strict';
import { decodeBalance, decodeRecent } from '../../../../../src/core/providers/meshy/decode';

const ahead = 1000;
const created = 1_790_000_000_000;

describe('Meshy’s lists of tasks, decoded', () => {
	it('tells previews from refines, which share one', () => {
		const list = [
			{ id: 'a', type: 'text-to-3d-refine', created_at: created, prompt: 'oak', texture_prompt: '' },
			{ id: 'b', type: 'text-to-3d-preview', created_at: created, prompt: 'oak' },
			{ id: 'c', prompt: 'of no type' },
		];
		const createdAt = created - ahead;
		assert.deepEqual(decodeRecent(list, 'textToModel', ahead), [
			{ taskId: 'b', createdAt, prompt: 'oak' },
			{ taskId: 'c', prompt: 'of no type' },
		]);
		assert.deepEqual(decodeRecent(list, 'refine', ahead), [
			{ taskId: 'a', createdAt, prompt: '' },
			{ taskId: 'c' },
		]);
	});

	it('knows both names for an animation', () => {
		const list = [
			{ id: 'a', type: 'animate', created_at: 0 },
			{ id: 'b', type: 'animation', created_at: null },
		];
		assert.deepEqual(decodeRecent(list, 'retarget', 0), [{ taskId: 'a' }, { taskId: 'b' }]);
	});

	for (const odd of [undefined, null, {}, 'tasks', { result: [] }, [null, 7, {}, { id: '' }]])
		it(`takes ${JSON.stringify(odd)} for no tasks`, () =>
			assert.deepEqual(decodeRecent(odd, 'textToModel', 0), []));
});

describe('Meshy’s balance, decoded', () => {
	it('has nothing that is reserved', () => {
		assert.deepEqual(decodeBalance({ balance: 2806 }), { available: 2806, frozen: 0 });
	});
	for (const odd of [undefined, null, 7, [], {}, { balance: '7' }])
		it(`takes ${JSON.stringify(odd)} for no answer`, () => assert.equal(decodeBalance(odd), undefined));
});
