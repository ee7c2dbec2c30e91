import assert from 'node:assert/strict';
import { MeshyRateLimiter, type Tier, tierNames } from '../../../../src/sandbox/meshy/meshyAccount';
import { startSandbox } from '../../../../src/sandbox/sandbox';
import { type Answer, freshBench, MeshyBench } from './bench';

/** The published plans, written down once more so that a slip in the sandbox's table shows. */
const published: Readonly<Record<Tier, { tasks: number; perSecond: number }>> = {
	free: { tasks: 1, perSecond: 20 },
	pro: { tasks: 10, perSecond: 20 },
	max: { tasks: 20, perSecond: 20 },
	'max-unlimited': { tasks: 20, perSecond: 20 },
	studio: { tasks: 20, perSecond: 20 },
	premium: { tasks: 30, perSecond: 20 },
	ultra: { tasks: 100, perSecond: 20 },
	enterprise: { tasks: 50, perSecond: 100 },
};

describe('sandbox, Meshy: the limits of each plan', () => {
	for (const tier of tierNames) {
		const { tasks, perSecond } = published[tier];

		it(`${tier}: ${tasks} tasks at once, then NoMoreConcurrentTasks`, async () => {
			const bench = new MeshyBench(await startSandbox({ speed: 0, seed: 7, meshyTier: tier }));
			try {
				await bench.control('/accounts', { requestsPerSecond: 100_000 });
				const answers = await Promise.all(Array.from({ length: tasks + 3 }, () => bench.preview()));
				const refused = answers.filter(({ status }) => status === 429);
				assert.equal(answers.filter(({ status }) => status === 202).length, tasks);
				assert.deepEqual(
					refused.map(({ body }) => body),
					Array.from({ length: 3 }, () => ({ message: 'NoMoreConcurrentTasks' })),
				);
				assert.equal(refused[0]?.headers.get('retry-after'), null);
				assert.deepEqual(
					(await bench.ledger()).accounts.map((one) => [one.plan, one.peakConcurrent, one.tasksMade]),
					[[tier, tasks, tasks]],
				);
			} finally {
				await bench.sandbox.close();
			}
		});

		it(`${tier}: ${perSecond} requests a second, then RateLimitExceeded`, async () => {
			const bench = new MeshyBench(await startSandbox({ speed: 0, seed: 7, meshyTier: tier }));
			try {
				let granted = 0;
				let refused: Answer[] = [];
				// More at once than a second's worth, and again on a machine that is too slow for that.
				for (let round = 0; round < 50 && refused.length === 0; round += 1) {
					const many = Array.from({ length: 2 * perSecond }, () => bench.call('GET', '/openapi/v1/balance'));
					const answers = await Promise.all(many);
					granted += answers.filter(({ status }) => status === 200).length;
					refused = answers.filter(({ status }) => status === 429);
				}
				assert.ok(granted >= perSecond, `${granted} granted`);
				assert.ok(refused.length > 0);
				for (const { body, headers } of refused) {
					assert.deepEqual([body, headers.get('retry-after')], [{ message: 'RateLimitExceeded' }, '1']);
				}
			} finally {
				await bench.sandbox.close();
			}
		});
	}
});

describe('sandbox, Meshy: the queue', () => {
	const bench = freshBench();
	const fill = async (count: number) => {
		const ids: string[] = [];
		for (let made = 0; made < count; made += 1) {
			ids.push(await bench().makePreview());
		}
		return ids;
	};

	it('has room again when a task has ended, been deleted or been cancelled', async () => {
		const [one, two] = await fill(10);
		assert.equal((await bench().preview()).status, 429);
		await bench().call('DELETE', `/openapi/v2/text-to-3d/${one}`);
		assert.equal((await bench().preview()).status, 202);
		assert.equal((await bench().preview()).status, 429);
		await bench().control(`/tasks/${two}`, { status: 'CANCELED' });
		assert.equal((await bench().preview()).status, 202);
		assert.equal((await bench().preview()).status, 429);
		await bench().advance(1000);
		assert.equal((await bench().preview()).status, 202);
	});

	it('counts every kind of charged task, and no other account’s', async () => {
		await bench().control('/accounts', { slots: 1 });
		await bench().make('text-to-image', { ai_model: 'nano-banana', prompt: 'x' });
		assert.equal((await bench().preview()).body.message, 'NoMoreConcurrentTasks');
		assert.equal((await bench().preview({}, 'msy_somebodyelse')).status, 202);
		assert.equal((await bench().call('GET', '/openapi/v1/balance')).status, 200);
	});

	it('says the other word for accounts of that kind', async () => {
		await bench().control('/variants', { meshy: { queueWord: 'NoMorePendingTasks' } });
		await fill(10);
		const refused = await bench().preview();
		assert.deepEqual([refused.status, refused.body], [429, { message: 'NoMorePendingTasks' }]);
	});

	it('looks at room before it looks at money, and at the request before both', async () => {
		await bench().control('/accounts', { slots: 0, balance: 0 });
		assert.equal((await bench().preview()).status, 429);
		assert.equal((await bench().preview({ prompt: '' })).status, 400);
		await bench().control('/accounts', { slots: 1 });
		assert.equal((await bench().preview()).status, 402);
	});

	for (const noPlanStatus of [402, 429] as const) {
		it(`is closed for good to a plan without tasks: ${noPlanStatus}`, async () => {
			await bench().control('/variants', { meshy: { noPlanStatus } });
			await bench().control('/accounts', { key: 'msy_freeloader', plan: 'no-api' });
			for (let time = 0; time < 2; time += 1) {
				const refused = await bench().preview({}, 'msy_freeloader');
				assert.deepEqual([refused.status, refused.body], [noPlanStatus, { message: 'NoMorePendingTasks' }]);
				await bench().advance(1000);
			}
			assert.equal(await bench().balance('msy_freeloader'), 10_000);
			assert.equal((await bench().preview()).status, 202);
		});
	}

	it('can be set for one account or for all: plan, slots, requests a second', async () => {
		await bench().control('/accounts', { key: 'msy_enterprise', plan: 'enterprise', slots: 2 });
		const made = await Promise.all([1, 2, 3].map(() => bench().preview({}, 'msy_enterprise')));
		assert.deepEqual(made.map(({ status }) => status).sort(), [202, 202, 429]);
		await bench().control('/accounts', { plan: 'free' });
		await bench().preview({}, 'msy_latecomer');
		assert.equal((await bench().preview({}, 'msy_latecomer')).status, 429);
		await bench().control('/accounts', { key: 'msy_slow00001', requestsPerSecond: 0 });
		const refused = await bench().call('GET', '/openapi/v1/balance', undefined, 'msy_slow00001');
		assert.deepEqual([refused.status, refused.body], [429, { message: 'RateLimitExceeded' }]);
	});

	it('need not say how long too many requests have to wait', async () => {
		await bench().control('/variants', { meshy: { retryAfter: false } });
		await bench().control('/accounts', { requestsPerSecond: 0 });
		const refused = await bench().call('GET', '/openapi/v1/balance');
		assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, null]);
	});
});

describe('sandbox, Meshy: requests a second', () => {
	/** A limiter whose clock the test drives, and one account. */
	function driven(requestsPerSecond: number) {
		let now = 0;
		const limiter = new MeshyRateLimiter(() => now);
		const account = { id: 'one', requestsPerSecond, queueTasks: 1 };
		const granted = (count: number) =>
			Array.from({ length: count }, () => limiter.take(account)).filter(Boolean).length;
		return {
			granted,
			wait: (ms: number) => {
				now += ms;
			},
		};
	}

	it('lets a second’s worth pass at once, and then as many as time brings', () => {
		const { granted, wait } = driven(20);
		assert.equal(granted(50), 20);
		wait(49);
		assert.equal(granted(1), 0);
		wait(1);
		assert.equal(granted(2), 1);
		wait(500);
		assert.equal(granted(50), 10);
	});

	it('never saves up more than a second', () => {
		const { granted, wait } = driven(20);
		wait(3_600_000);
		assert.equal(granted(50), 20);
	});

	it('lets fewer than one a second pass too, and with 0 none', () => {
		const slow = driven(0.5);
		assert.equal(slow.granted(3), 1);
		slow.wait(1999);
		assert.equal(slow.granted(1), 0);
		slow.wait(1);
		assert.equal(slow.granted(1), 1);
		const stopped = driven(0);
		stopped.wait(10_000);
		assert.equal(stopped.granted(1), 0);
	});
});
