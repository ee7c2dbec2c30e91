import assert from 'node:assert/strict';
import { decodeBalance, decodeUsage } from '../../../../../src/core/providers/tripo/decode';

describe('Tripo’s balance, decoded', () => {
	it('keeps decimals', () => {
		assert.deepEqual(decodeBalance({ balance: 48.27, frozen: 10.5 }), { available: 48.27, frozen: 10.5 });
	});
	it('does without what is frozen', () => {
		assert.deepEqual(decodeBalance({ balance: 0 }), { available: 0, frozen: 0 });
	});
	for (const odd of [undefined, null, 7, [], {}, { balance: '48.27' }, { balance: Number.POSITIVE_INFINITY }])
		it(`takes ${JSON.stringify(odd)} for no answer`, () => assert.equal(decodeBalance(odd), undefined));
});

describe('Tripo’s usage, decoded', () => {
	it('reads both forms of time', () => {
		assert.deepEqual(
			decodeUsage([
				{ task_id: 'a', type: 'text_to_model', status: 'queued', created_at: '2026-11-22T03:10:05Z' },
				{ task_id: 'b', type: 'convert_model', create_time: 1_795_000_000 },
			]),
			[
				{ taskId: 'a', type: 'text_to_model', createdAt: Date.UTC(2026, 10, 22, 3, 10, 5) },
				{ taskId: 'b', type: 'convert_model', createdAt: 1_795_000_000_000 },
			],
		);
	});
	it('keeps a row whose time makes no sense', () => {
		const rows = [
			{ task_id: 'a', type: 't', created_at: 'yesterday' },
			{ task_id: 'b', type: 't' },
		];
		assert.deepEqual(decodeUsage(rows), [
			{ taskId: 'a', type: 't' },
			{ taskId: 'b', type: 't' },
		]);
	});
	it('leaves out rows without an id or type', () => {
		const rows = [
			null,
			'x',
			{ task_id: 'a' },
			{ type: 't' },
			{ task_id: '', type: 't' },
			{ task_id: 7, type: 't' },
		];
		assert.deepEqual(decodeUsage(rows), []);
	});
	for (const odd of [undefined, null, {}, 'rows', { items: [] }])
		it(`takes ${JSON.stringify(odd)} for no rows`, () => assert.deepEqual(decodeUsage(odd), []));
});
