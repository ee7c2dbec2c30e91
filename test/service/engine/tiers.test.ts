import assert from 'node:assert/strict';
import { type Tier, tripoTier } from '../../../src/core/providers/tiers';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Law 3: slots are never exceeded by us, whatever the tier', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		// Time stands still: no task ends, and whoever has a slot keeps it.
		await harness.sandbox.control('/clock', { speed: 0 });
		run = await harness.start();
	});
	afterEach(() => harness.close());

	async function startWith(tier: Tier, jobs: number, options = {}): Promise<string[]> {
		// Test time has no minutes.
		harness.accounts.tier = { ...tier, budgets: [] };
		return harness.make(run, ...Array.from({ length: jobs }, (_, index) => text(`crate ${index}`, options)));
	}

	async function fills(slots: number): Promise<void> {
		const running = (): number => run.journal.all().filter(({ state }) => state.kind === 'running').length;
		await eventually(`${slots} tasks`, () => running() === slots);
	}

	async function allDone(ids: readonly string[], slots: number): Promise<void> {
		await harness.sandbox.control('/clock', { speed: 400 });
		for (const id of ids) await harness.until(run, id, 'done');
		const [account] = (await harness.sandbox.ledger()).accounts;
		assert.equal(account?.peakConcurrent, slots);
		assert.equal(account?.tasksMade, ids.length);
		assert.deepEqual(
			(await harness.sandbox.posts()).filter(({ status }) => status === 429),
			[],
			'alone on the account, nothing is ever refused',
		);
	}

	it('Tripo’s default: ten, and no eleventh is even tried', async () => {
		const ids = await startWith(tripoTier('default', 0), 14);
		await fills(10);
		const [state] = run.engine.accounts();
		assert.deepEqual(
			{ inUse: state?.inUse, limit: state?.limit, waiting: state?.waiting, why: state?.hindrance },
			{ inUse: 10, limit: 10, waiting: 4, why: 'tier' },
		);
		await allDone(ids, 10);
	});

	it('Tripo’s default: five of P models, and others beside them', async () => {
		const ids = await startWith(tripoTier('default', 0), 8, { model: 'P1-20260311' });
		await fills(5);
		ids.push(...(await startWith(tripoTier('default', 0), 7)));
		await fills(10);
		await allDone(ids, 10);
	});

	it('Tripo’s enterprise: as agreed', async () => {
		await harness.sandbox.control('/accounts', { key: harness.accounts.key, slots: 14 });
		harness.accounts.tier = tripoTier('enterprise', 14);
		const ids = await startWith(tripoTier('enterprise', 14), 17);
		await fills(14);
		await allDone(ids, 14);
	});
});

describe('Limits hold per account', () => {
	it('so that tasks of another account’s key do not hold up jobs, when the user says that it is one', async () => {
		const harness = await EngineHarness.open();
		try {
			harness.accounts.separate = true;
			harness.accounts.tier = { concurrentTasks: 1, classes: {}, budgets: [] };
			await harness.sandbox.control('/clock', { speed: 0 });
			const { key } = harness.accounts;
			let run = await harness.start();
			const [old = '', next = '', third = ''] = await harness.make(
				run,
				text('old'),
				text('next'),
				text('third'),
			);
			await harness.until(run, old, 'running');
			harness.accounts.setKey('tsk_another_account');
			await harness.until(run, next, 'running');
			assert.equal(run.journal.get(third).state.kind, 'waiting', 'the new account has one slot, too');
			const { accounts } = await harness.sandbox.ledger();
			assert.deepEqual(
				accounts.map(({ active }) => active),
				[1, 1],
			);
			run = await harness.reload(run);
			await harness.sandbox.control('/clock', { speed: 400 });
			await harness.until(run, next, 'done');
			await harness.until(run, third, 'done');
			harness.accounts.setKey(key);
			if (run.journal.get(old).state.kind === 'blocked') await run.engine.call('retry', old, noLimits);
			await harness.until(run, old, 'done');
			assert.deepEqual(await harness.sandbox.bill(), { charged: 60, tasks: 3 });
		} finally {
			await harness.close();
		}
	});
});
