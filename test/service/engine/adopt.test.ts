import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nextOperations } from '../../../src/core/jobs/drafts/sourceRules';
import { PropsmithError } from '../../../src/core/model/errors';
import { taskOf } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: adopting a task', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	/** A task at the service whose job this machine has forgotten. */
	async function foreignTask(): Promise<string> {
		const [id = ''] = await harness.make(run, text('stone well'));
		const job = await harness.until(run, id, 'done');
		await run.engine.call('remove', id);
		return taskOf(job.state)?.id ?? '';
	}

	const adopt = (taskId: string) =>
		run.engine.call('adopt', { provider: 'tripo', taskId, folder: harness.output });

	const code = (expected: string) => (error: unknown) =>
		error instanceof PropsmithError && error.jobError.code === expected;

	it('brings its file as if it had been made here, without a POST or a charge', async () => {
		const taskId = await foreignTask();
		const { id } = await adopt(taskId);
		const job = await harness.until(run, id, 'done', 'failed', 'blocked');
		await checkAsset(job);
		assert.deepEqual(await harness.files(), [
			'stone-well.glb',
			'stone-well.propsmith.json',
			'thing.glb',
			'thing.propsmith.json',
		]);
		assert.equal((await harness.sandbox.posts()).length, 1);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
	});

	it('lists the account’s tasks that no job has, with what they are', async () => {
		const taskId = await foreignTask();
		const [own = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, own, 'done');
		const listed = await run.engine.call('history', 'tripo');
		assert.deepEqual(
			listed.map(({ createdAt, ...task }) => ({ ...task, isRecent: Date.now() - (createdAt ?? 0) < 60_000 })),
			[{ taskId, operation: 'textToModel', prompt: 'stone well', status: 'success', isRecent: true }],
		);
	});

	it('keeps what made a task, which decides what may come next', async () => {
		const [model = ''] = await harness.make(run, text('knight'));
		await harness.until(run, model, 'done');
		const [rig = ''] = await harness.make(run, {
			operation: 'rig',
			source: { kind: 'job', id: model },
			options: {},
		});
		const taskId = taskOf((await harness.until(run, rig, 'done')).state)?.id ?? '';
		await run.engine.call('remove', rig);
		const { id } = await adopt(taskId);
		const job = await harness.until(run, id, 'done', 'failed', 'blocked');
		await checkAsset(job);
		assert.ok(job.request.operation === 'adoptTask');
		assert.equal(job.request.madeBy, 'rig');
		const next = nextOperations('tripo', { kind: 'job', id }, () => job);
		assert.ok(next.includes('retarget') && !next.includes('rig'), next.join());
	});

	it('watches one that still runs to its end', async () => {
		await harness.sandbox.control('/clock', { speed: 1 });
		const [first = ''] = await harness.make(run, text('barrel'));
		const taskId = taskOf((await harness.until(run, first, 'running')).state)?.id ?? '';
		await run.engine.call('cancel', first);
		run.kill();
		await rm(join(harness.records, `${first}.json`), { force: true });
		run = await harness.start();
		assert.deepEqual(run.journal.all(), []);
		const { id } = await adopt(taskId);
		assert.equal(run.journal.get(id).state.kind, 'running');
		await harness.sandbox.control('/clock', { speed: 400 });
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
	});

	it('refuses a task that a job of ours has', async () => {
		const taskId = await foreignTask();
		await adopt(taskId);
		await assert.rejects(adopt(taskId), code('actionNotPossible'));
	});

	it('says so when the service does not know the task under this key', async () => {
		await assert.rejects(adopt('0197b0de-51c2-7f6a-9d1e-3c5a7be0f412'), code('taskNotFound'));
		assert.deepEqual(run.journal.all(), []);
	});

	it('says of a task that failed what became of it, and offers no new try', async () => {
		await harness.sandbox.control('/tasks/next', { status: 'failed', code: 1001, when: 'due' });
		const [first = ''] = await harness.make(run, text('barrel'));
		const taskId = taskOf((await harness.until(run, first, 'failed')).state)?.id ?? '';
		await run.engine.call('remove', first);
		const { id } = await adopt(taskId);
		await harness.until(run, id, 'failed');
		await assert.rejects(run.engine.call('retry', id, noLimits), code('actionNotPossible'));
		assert.equal((await harness.sandbox.posts()).length, 1);
	});
});
