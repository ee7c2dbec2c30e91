import assert from 'node:assert/strict';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: cancelling', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const state = (id: string) => run.journal.get(id).state;
	const tasks = async (): Promise<number> => (await harness.sandbox.bill()).tasks;

	it('a waiting job sends nothing, and lets the next one in', async () => {
		harness.accounts.tier = { concurrentTasks: 1, classes: {}, budgets: [] };
		harness.accounts.setKey(harness.accounts.key);
		const [first = '', second = '', third = ''] = await harness.make(run, text('a'), text('b'), text('c'));
		await harness.until(run, first, 'running');
		await run.engine.call('cancel', second);
		assert.deepEqual(state(second), { kind: 'cancelled' });
		await harness.until(run, third, 'done');
		assert.equal(await tasks(), 2);
	});

	it('a job whose POST is out waits for the answer, and tells what became of the task', async () => {
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/generation/**', action: { type: 'delay', ms: 150 } },
		]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'submitting');
		await run.engine.call('cancel', id);
		const cancelled = state(id);
		assert.ok(cancelled.kind === 'cancelled' && cancelled.task);
		await eventually('the outcome', () => state(id).kind === 'cancelled' && 'outcome' in state(id));
		assert.deepEqual(state(id), { ...cancelled, outcome: 'charged', credits: 20 });
		assert.deepEqual(await harness.files(), []);
	});

	it('a running job keeps its slot until the task ends, and says what it cost', async () => {
		harness.accounts.tier = { concurrentTasks: 1, classes: {}, budgets: [] };
		harness.accounts.setKey(harness.accounts.key);
		const [first = '', second = ''] = await harness.make(run, text('a'), text('b'));
		await harness.until(run, first, 'running');
		await run.engine.call('cancel', first);
		assert.equal(state(second).kind, 'waiting', 'the task goes on at the service');
		await harness.until(run, second, 'done');
		const ended = state(first);
		assert.ok(ended.kind === 'cancelled');
		assert.deepEqual([ended.outcome, ended.credits], ['charged', 20]);
		assert.equal((await harness.sandbox.ledger()).accounts[0]?.peakConcurrent, 1);
	});

	it('a cancelled task that failed cost nothing', async () => {
		await harness.sandbox.control('/tasks/next', { status: 'failed', when: 'due' });
		const [id = ''] = await harness.make(run, text('a'));
		await harness.until(run, id, 'running');
		await run.engine.call('cancel', id);
		await eventually('the outcome', () => 'outcome' in state(id));
		const ended = state(id);
		assert.equal(ended.kind === 'cancelled' && ended.outcome, 'notCharged');
	});

	it('a cancelled task is watched to its end over a reload', async () => {
		const [id = ''] = await harness.make(run, text('a'));
		await harness.until(run, id, 'running');
		await run.engine.call('cancel', id);
		run = await harness.reload(run);
		await eventually('the outcome', () => 'outcome' in state(id));
	});

	it('what was cancelled can be had after all, for no second price', async () => {
		const [id = ''] = await harness.make(run, text('a'));
		await harness.until(run, id, 'running');
		await run.engine.call('cancel', id);
		await eventually('the outcome', () => 'outcome' in state(id));
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
	});

	it('a download stops at once and leaves no file', async () => {
		await harness.sandbox.control('/faults', [
			{ origin: 'files', action: { type: 'drip', bytesPerTick: 200, ms: 100 } },
		]);
		const [id = ''] = await harness.make(run, text('a'));
		await harness.until(run, id, 'downloading');
		await eventually('the part file', async () => (await harness.files()).length > 0);
		await run.engine.call('cancel', id);
		assert.deepEqual([state(id).kind, 'outcome' in state(id)], ['cancelled', true]);
		await eventually('the part file to go', async () => (await harness.files()).length === 0);
	});

	it('a blocked job sends nothing any more', async () => {
		const { key } = harness.accounts;
		harness.accounts.setKey(undefined);
		const [id = ''] = await harness.make(run, text('a'));
		await harness.until(run, id, 'blocked');
		await run.engine.call('cancel', id);
		harness.accounts.setKey(key);
		const [other = ''] = await harness.make(run, text('b'));
		await harness.until(run, other, 'done');
		assert.deepEqual(state(id), { kind: 'cancelled' });
		assert.equal(await tasks(), 1);
	});

	it('is refused for what is over, and removing for what is not', async () => {
		const [id = ''] = await harness.make(run, text('a'));
		await harness.until(run, id, 'running');
		await assert.rejects(run.engine.call('remove', id), { code: 'actionNotPossible' });
		await harness.until(run, id, 'done');
		await assert.rejects(run.engine.call('cancel', id), { code: 'actionNotPossible' });
		await assert.rejects(run.engine.call('retry', id, noLimits), { code: 'actionNotPossible' });
		await run.engine.call('remove', id);
		assert.equal(run.engine.find(id), undefined);
		assert.equal((await harness.files()).length, 2, 'its files stay');
	});
});
