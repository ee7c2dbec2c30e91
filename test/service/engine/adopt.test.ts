import assert from 'node:assert/strict';
import { PropsmithError } from '../../../src/core/errors';
import { taskOf } from '../../../src/core/jobs/record';
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
		await run.engine.remove(id);
		return taskOf(job.state)?.id ?? '';
	}

	const adopt = (taskId: string) => run.engine.adopt({ provider: 'tripo', taskId, folder: harness.output });

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
		await run.engine.remove(first);
		const { id } = await adopt(taskId);
		await harness.until(run, id, 'failed');
		await assert.rejects(run.engine.retry(id), code('actionNotPossible'));
		assert.equal((await harness.sandbox.posts()).length, 1);
	});
});
