import assert from 'node:assert/strict';
import { systemClock } from '../../../src/core/clock';
import { meshyTier } from '../../../src/core/limits/tiers';
import { EngineHarness, text } from '../engineHarness';

const { budgets } = meshyTier('pro', 0);
const callsPerSecond = budgets[0]?.calls ?? 0;

describe('Every call passes the account’s limiter', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		harness.accounts.tier = { concurrentTasks: 10, classes: {}, budgets };
	});
	afterEach(() => harness.close());

	it('balances, key checks, lists of tasks and looks together keep to the rate', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, requestsPerSecond: callsPerSecond });
		const run = await harness.start({ clock: systemClock });
		const ids = await harness.make(run, ...['barrel', 'crate', 'lamp'].map((prompt) => text(prompt)));
		const balances = Array.from({ length: 50 }, () =>
			run.engine.call({ method: 'balance', provider: 'meshy' }),
		);
		// What a window does for a key that is not kept yet.
		const checks = Array.from({ length: 10 }, async () => {
			await run.engine.call({ method: 'turn', provider: 'meshy' });
			const url = `${harness.sandbox.meshy}/openapi/v1/balance`;
			return fetch(url, { headers: { authorization: `Bearer ${key}` } });
		});
		// A call for each kind of task.
		const histories = [1, 2].map(() => run.engine.call({ method: 'history', provider: 'meshy' }));
		await Promise.all([...balances, ...checks, ...histories]);
		for (const id of ids) await harness.until(run, id, 'done');
		const api = (await harness.sandbox.requests()).filter(({ origin }) => origin === 'api');
		assert.deepEqual(
			api.filter(({ status }) => status === 429),
			[],
		);
		assert.ok(api.filter(({ path }) => path.endsWith('/balance')).length >= 60);
	});
});
