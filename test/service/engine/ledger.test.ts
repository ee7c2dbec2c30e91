import assert from 'node:assert/strict';
import { type FileHandle, readdir } from 'node:fs/promises';
import { type Disk, systemDisk } from '../../../src/core/files/disk';
import { sumOf } from '../../../src/core/model/account';
import { taskOf } from '../../../src/core/model/jobRecord';
import { type LedgerEntry, netOf } from '../../../src/core/spending/entry';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { systemError } from '../../unit/core/support/faultyDisk';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: the ledger', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(async () => {
		await harness.close();
		// A dead process's files are closed for it.
		for (const handle of left.splice(0)) await handle.close().catch(() => {});
	});
	const left: FileHandle[] = [];

	const state = (id: string) => run.journal.get(id).state;
	const entryOf = (taskId: string | undefined): LedgerEntry | undefined =>
		run.engine.entries().find((entry) => entry.taskId === taskId);
	/** The next task fails, and is charged all the same. */
	const failCharged = (): Promise<void> =>
		harness.sandbox.control('/tasks/next', { status: 'failed', code: 1001, when: 'due', keepCharge: true });

	/** Every task of the service, with what it cost by now, beside ours. */
	async function agrees(): Promise<boolean> {
		const { tasks, accounts } = await harness.sandbox.ledger();
		const theirs = tasks.map(({ taskId, charged }) => `${taskId} ${charged}`).sort();
		const entries = run.engine.entries();
		const ours = entries.map((entry) => `${entry.taskId} ${netOf(entry)}`).sort();
		const sum = sumOf(accounts.flatMap(({ charged, refunded }) => [charged, -refunded]));
		return theirs.join() === ours.join() && sumOf(entries.map((entry) => netOf(entry) ?? -1)) === sum;
	}

	it('agrees with the service’s own after a run with everything in it', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, discount: 0.87 });
		harness.accounts.tier = { concurrentTasks: 3, classes: {}, budgets: [] };
		harness.accounts.setKey(key);
		const one = async (prompt: string): Promise<string> => (await harness.make(run, text(prompt)))[0] ?? '';

		const good = await harness.make(run, text('a'), text('b', { model: 'P1-20260311' }), text('c'));
		for (const id of good) await harness.until(run, id, 'done');
		// Failed for nothing, and paid for again.
		await harness.sandbox.control('/tasks/next', { status: 'failed', code: 1001, when: 'due' });
		const failing = await one('failing');
		await harness.until(run, failing, 'failed');
		await run.engine.call('retry', failing, noLimits);
		await harness.until(run, failing, 'done');
		// Failed and charged; its job is gone by the time that the credits come back.
		await failCharged();
		const refunded = await one('refunded');
		await harness.until(run, refunded, 'failed');
		const refundedTask = taskOf(state(refunded))?.id;
		await run.engine.call('remove', refunded);
		// Cancelled: one is made and charged there, one fails and is charged at first.
		const cancelled = await one('cancelled');
		await harness.until(run, cancelled, 'running');
		await run.engine.call('cancel', cancelled);
		await failCharged();
		const unlucky = await one('unlucky');
		await harness.until(run, unlucky, 'running');
		await run.engine.call('cancel', unlucky);
		for (const id of [cancelled, unlucky]) await eventually('the outcome', () => 'outcome' in state(id));
		// Its answer is lost, and it is found.
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/generation/**', action: { type: 'html', status: 502, taken: true } },
		]);
		const lost = await one('lost');
		await harness.until(run, lost, 'done');
		await harness.until(run, await one('sandbox-refuse'), 'refused');
		await harness.until(run, await one('sandbox-ban'), 'refused');
		run = await harness.reload(run);
		await harness.until(run, await one('last'), 'done');
		assert.equal(await agrees(), true, 'before the refunds');

		for (const taskId of [refundedTask, taskOf(state(unlucky))?.id])
			await harness.sandbox.control(`/tasks/${taskId}`, { refund: true });
		await eventually('the refunds', agrees);
		const { charge = 0, refunded: back } = entryOf(refundedTask) ?? {};
		assert.deepEqual([charge, back], [17.4, 17.4]);
		const ended = state(unlucky);
		assert.deepEqual(ended.kind === 'cancelled' && [ended.outcome, ended.credits], ['notCharged', 0]);
		run = await harness.reload(run);
		assert.equal(await agrees(), true, 'after a restart');
	});

	it('keeps what a job cost that is removed from the list', async () => {
		const [id = ''] = await harness.make(run, text('barrel'));
		const task = taskOf((await harness.until(run, id, 'done')).state)?.id;
		await run.engine.call('remove', id);
		run = await harness.reload(run);
		assert.deepEqual([run.engine.list(), run.engine.entries().map(({ taskId }) => taskId)], [[], [task]]);
	});

	/** The real disk, but for what `meet` does instead of appending to the ledger. */
	const beside = (
		meet: (write: (text: string) => Promise<unknown>, text: string) => Promise<unknown>,
	): Disk => ({
		...systemDisk,
		open: (async (path: string, flags: string) => {
			const handle = await systemDisk.open(path, flags);
			if (path !== harness.ledger || flags !== 'a') return handle;
			left.push(handle);
			const write = (text: string): Promise<unknown> => handle.writeFile(text);
			return new Proxy(handle, {
				get: (target, name) => {
					if (name === 'writeFile') return (all: string) => meet(write, all);
					const value: unknown = Reflect.get(target, name, target);
					return typeof value === 'function' ? value.bind(target) : value;
				},
			});
		}) as Disk['open'],
	});
	const never = (): Promise<never> => new Promise(() => {});

	const deaths: readonly [what: string, meet: Parameters<typeof beside>[0]][] = [
		['before the line', never],
		[
			'within the line',
			async (write, all) => {
				await write(all.slice(0, all.length / 2));
				return never();
			},
		],
		[
			'behind the line',
			async (write, all) => {
				await write(all);
				return never();
			},
		],
	];
	for (const [what, meet] of deaths)
		it(`neither loses nor doubles a task when the process dies between record and ledger, ${what}`, async () => {
			run.kill();
			run = await harness.start({ disk: beside(meet) });
			const ids = await harness.make(run, text('a'), text('b'));
			for (const id of ids) await harness.until(run, id, 'done');
			run = await harness.reload(run);
			assert.equal(await agrees(), true);
			run = await harness.reload(run);
			assert.equal(await agrees(), true);
		});

	it('lets no record go that it could not write down', async () => {
		run.kill();
		const full = beside(() => Promise.reject(systemError('ENOSPC')));
		run = await harness.start({ disk: full });
		const [id = ''] = await harness.make(run, text('sandbox-fail'));
		await harness.until(run, id, 'failed');
		await assert.rejects(run.engine.call('remove', id), { code: 'recordUnwritable' });
		await assert.rejects(run.engine.call('retry', id, noLimits), { code: 'recordUnwritable' });
		assert.deepEqual(await readdir(harness.records), [`${id}.json`]);
		run = await harness.reload(run);
		await run.engine.call('remove', id);
		assert.equal(await agrees(), true);
	});

	it('says in the log, once, that a price is not the one of the table', async () => {
		await harness.sandbox.control('/accounts', { key: harness.accounts.key, discount: 0.5 });
		for (const id of await harness.make(run, text('a'), text('b'))) await harness.until(run, id, 'done');
		run = await harness.reload(run);
		const told = harness.log.lines.filter((line) => line.includes('Price of'));
		assert.deepEqual(told, [
			'warn: Price of tripo textToModel with v3.1-20260211: it costs 10 credits where the estimate says 20 (-10).',
		]);
	});
});
