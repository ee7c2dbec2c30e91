import assert from 'node:assert/strict';
import { systemClock } from '../../../src/core/base/clock';
import type { Http } from '../../../src/core/network/http';
import { meshyTier } from '../../../src/core/providers/tiers';
import { EngineHarness, text } from '../engineHarness';

describe('Every call passes the account’s limiter', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		harness.accounts.tier = { ...meshyTier('pro', 0), concurrentTasks: 10 };
	});
	afterEach(() => harness.close());

	it('balances, key checks, lists of tasks and looks together keep to the rate', async () => {
		const sentAt: number[] = [];
		const between =
			(next: Http): Http =>
			(request) => {
				if (request.url.includes('/openapi/')) sentAt.push(performance.now());
				return next(request);
			};
		const run = await harness.start({ clock: systemClock, between });
		const call = (verb: 'balance' | 'turn' | 'history') => run.engine.call(verb, 'meshy');
		const ids = await harness.make(run, ...['barrel', 'crate', 'lamp'].map((prompt) => text(prompt)));
		const balances = Array.from({ length: 50 }, () => call('balance'));
		// What a window does for a key that is not kept yet.
		const checks = Array.from({ length: 10 }, async () => {
			await call('turn');
			sentAt.push(performance.now());
		});
		// A call for each kind of task.
		await Promise.all([...balances, ...checks, call('history'), call('history')]);
		for (const id of ids) await harness.until(run, id, 'done');
		assert.ok(sentAt.length > 80, `${sentAt.length} calls`);
		const within = (start: number): number => sentAt.filter((at) => at >= start && at < start + 1000).length;
		// Between the gate and the wire a busy machine may bring some closer together; unpaced, it is most of them.
		assert.ok(Math.max(...sentAt.map(within)) <= 40, `${Math.max(...sentAt.map(within))} within a second`);
	});
});
