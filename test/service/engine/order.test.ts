import assert from 'node:assert/strict';
import { draftJob } from '../../../src/core/jobs/drafts/draft';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Who goes first', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		harness.accounts.tier = { concurrentTasks: 1, classes: {}, budgets: [] };
		// No task ends by itself: the test says when there is a slot.
		await harness.sandbox.control('/clock', { speed: 0 });
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const prompts = async (): Promise<(string | undefined)[]> =>
		(await harness.sandbox.ledger()).tasks.map(({ prompt }) => prompt);

	/** Ends the task that runs, and answers the prompt of the one that comes next. */
	async function nextAfterThis(): Promise<string | undefined> {
		const { tasks } = await harness.sandbox.ledger();
		await harness.sandbox.control(`/tasks/${tasks.at(-1)?.taskId}`, { status: 'success' });
		await eventually('the next task', async () => (await prompts()).length > tasks.length);
		return (await prompts()).at(-1);
	}

	it('order, priority and pause survive a restart', async () => {
		const [, , , d = '', e = ''] = await harness.make(
			run,
			...['a', 'b', 'c', 'd', 'e'].map((name) => text(name)),
		);
		await eventually('the first task', async () => (await prompts()).length === 1);
		await run.engine.call('prioritise', d, 1);
		await run.engine.call('setPaused', 'tripo', true);
		run = await harness.reload(run);
		await run.engine.call('prioritise', e, -1);
		await harness.make(run, text('f'));
		const [first] = (await harness.sandbox.ledger()).tasks;
		await harness.sandbox.control(`/tasks/${first?.taskId}`, { status: 'success' });
		await eventually('the first job', () => run.journal.all()[0]?.state.kind === 'done');
		assert.deepEqual(await prompts(), ['a'], 'a paused queue sends nothing');
		assert.equal(run.engine.accounts()[0]?.hindrance, 'paused');

		run = await harness.reload(run);
		assert.equal(run.engine.accounts()[0]?.paused, true);
		await run.engine.call('setPaused', 'tripo', false);
		await eventually('the second task', async () => (await prompts()).length === 2);
		for (let count = 0; count < 4; count++) await nextAfterThis();
		assert.deepEqual(await prompts(), ['a', 'd', 'b', 'c', 'f', 'e']);
	});

	it('a single job goes ahead of the waiting part of a batch of 300', async () => {
		const destination = { folder: harness.output, name: 'thing' };
		const draft = (prompt: string) => draftJob({ provider: 'tripo', request: text(prompt), destination });
		const group = { id: 'evening', kind: 'batch', title: 'an evening’s work' } as const;
		await run.engine.call(
			'add',
			Array.from({ length: 300 }, (_, index) => ({ ...draft(`batch ${index}`), group })),
			noLimits,
		);
		await eventually('the first task', async () => (await prompts()).length === 1);
		await run.engine.call('add', [draft('single')], noLimits);
		assert.equal(await nextAfterThis(), 'single');
		assert.equal(await nextAfterThis(), 'batch 1');
	});
});
