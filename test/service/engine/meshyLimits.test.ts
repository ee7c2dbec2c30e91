import assert from 'node:assert/strict';
import { systemClock } from '../../../src/core/base/clock';
import type { Http } from '../../../src/core/network/http';
import { meshyTier, meshyTierIds } from '../../../src/core/providers/tiers';
import { eventually } from '../../harness/eventually';
import { hastyClock } from '../../harness/hastyClock';
import { checkAsset } from '../checkAsset';
import { EngineHarness, hasteClock, type Run, text } from '../engineHarness';
import type { SeenRequest } from '../sandboxUnderTest';

/** Tasks of which enterprise customers agreed with the vendor. */
const agreed = 12;

describe('Meshy’s limits', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const api = async (fits: (request: SeenRequest) => boolean): Promise<readonly SeenRequest[]> =>
		(await harness.sandbox.requests()).filter((request) => request.origin === 'api' && fits(request));
	const tooMany = () => api(({ status }) => status === 429);
	const make = (count: number): Promise<string[]> =>
		harness.make(run, ...Array.from({ length: count }, (_, index) => text(`crate ${index}`)));
	const allDone = async (ids: readonly string[]): Promise<void> => {
		for (const id of ids)
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'refused', 'blocked'));
	};

	for (const id of meshyTierIds)
		it(`Law 3: the tier ${id} has its slots filled, and never exceeded by us`, async () => {
			const tier = meshyTier(id, agreed);
			const slots = tier.concurrentTasks;
			harness.accounts.tier = { ...tier, budgets: [] };
			// In greater haste, looks at a hundred tasks leave the submits little of the machine.
			run = await harness.reload(run, { clock: hastyClock(20) });
			await harness.sandbox.control('/accounts', { key: harness.accounts.key, slots });
			// No task ends while the slots are filled.
			await harness.sandbox.control('/clock', { speed: 0 });
			// Nothing need be made of them to hold slots.
			const wanted = Array.from({ length: slots + 3 }, (_, index) => text(`sandbox-fail ${index}`));
			const ids = await harness.make(run, ...wanted);
			const running = (): number => run.journal.all().filter(({ state }) => state.kind === 'running').length;
			await eventually(`${slots} tasks`, () => running() === slots);
			await harness.sandbox.control('/clock', { speed: 400 });
			for (const id of ids) await harness.until(run, id, 'failed');
			const { accounts } = await harness.sandbox.ledger();
			assert.equal(Math.max(...accounts.map(({ peakConcurrent }) => peakConcurrent)), slots);
			assert.deepEqual(await tooMany(), []);
		});

	it('keeps to the requests a second of the tier, whatever they are for', async () => {
		harness.accounts.tier = meshyTier('pro', 0);
		// Refusals would teach the engine to go slow; here it is to know by itself.
		await harness.sandbox.control('/accounts', { key: harness.accounts.key, requestsPerSecond: 10_000 });
		const sentAt: number[] = [];
		const between =
			(next: Http): Http =>
			(request) => {
				if (request.url.includes('/openapi/')) sentAt.push(performance.now());
				return next(request);
			};
		const clock = { ...hasteClock, stopwatch: systemClock.stopwatch };
		run = await harness.reload(run, { clock, between });
		await allDone(await make(15));
		assert.ok(sentAt.length > 40, 'two seconds’ worth of requests');
		const within = (start: number): number => sentAt.filter((at) => at >= start && at < start + 1000).length;
		// Between the gate and the wire a busy machine may bring some closer together; left alone, there are twice as many.
		assert.ok(Math.max(...sentAt.map(within)) <= 25);
	});

	it('waits out too many requests as a whole, and no job fails for it', async () => {
		await harness.sandbox.control('/faults', [
			{
				method: 'GET',
				path: '/openapi/**',
				times: 4,
				action: { type: 'status', status: 429, message: 'RateLimitExceeded' },
			},
		]);
		await allDone(await make(3));
		assert.equal((await tooMany()).length, 4);
	});
});
