import assert from 'node:assert/strict';
import { describeError } from '../../../src/core/model/errors';
import { errorOf } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: what the service refuses', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	async function ends(prompt: string, kind: 'refused' | 'failed'): Promise<string> {
		const [id = ''] = await harness.make(run, text(prompt));
		const { state } = await harness.until(run, id, 'done', 'refused', 'failed', 'blocked');
		assert.equal(state.kind, kind);
		const error = errorOf(state);
		assert.ok(error);
		assert.equal((await harness.sandbox.bill()).charged, 0);
		assert.equal((await harness.sandbox.posts()).length, 1, 'never resent unchanged');
		return `${error.code}: ${describeError(error)}`;
	}

	it('a prompt, at once', async () => {
		assert.match(await ends('sandbox-refuse', 'refused'), /^contentRefused: .*No credits.*Change the input/s);
	});

	it('a prompt, later', async () => {
		assert.match(await ends('sandbox-ban', 'refused'), /^contentRefused: .*No credits.*Change the input/s);
	});

	it('a task that breaks down', async () => {
		assert.match(await ends('sandbox-fail', 'failed'), /^taskFailed: .*No credits were used/s);
	});

	it('a model that is retired', async () => {
		const [id = ''] = await harness.make(run, text('barrel', { model: 'v2.0-20240919' }));
		const { state } = await harness.until(run, id, 'failed', 'done', 'blocked');
		assert.equal(errorOf(state)?.code, 'modelRetired');
	});

	it('keeps the request id for support', async () => {
		const [id = ''] = await harness.make(run, text('sandbox-refuse'));
		const { state } = await harness.until(run, id, 'refused');
		assert.match(errorOf(state)?.requestId ?? '', /^[0-9a-f-]{36}$/);
	});

	for (const [status, code] of [
		['cancelled', 'taskCancelled'],
		['expired', 'taskExpired'],
		['banned', 'contentRefused'],
	] as const)
		it(`a task that is ${status} at the service`, async () => {
			await harness.sandbox.control('/tasks/next', { status });
			const [id = ''] = await harness.make(run, text('barrel'));
			const { state } = await harness.until(run, id, 'failed', 'refused', 'done');
			assert.equal(errorOf(state)?.code, code);
		});

	it('says so when a failed task was charged', async () => {
		await harness.sandbox.control('/tasks/next', { status: 'failed', keepCharge: true });
		const [id = ''] = await harness.make(run, text('barrel'));
		const { state } = await harness.until(run, id, 'failed');
		assert.ok(state.kind === 'failed');
		assert.equal(state.credits, 20);
		assert.match(describeError(state.error), /Credits may have been used.*refunds them later/s);
	});

	it('a state that nobody knows is asked about, then waits for the user, who may ask again', async () => {
		const [id = ''] = await harness.make(run, text('barrel'));
		const { state } = await harness.until(run, id, 'running');
		assert.ok(state.kind === 'running');
		await harness.sandbox.control(`/tasks/${state.task.id}`, { status: 'meditating' });
		const blocked = await harness.until(run, id, 'blocked', 'failed');
		assert.match(JSON.stringify(errorOf(blocked.state)), /taskStateUnknown.*meditating/);
		await harness.sandbox.control(`/tasks/${state.task.id}`, { status: null });
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
	});

	it('a retry of a failed job is a new task', async () => {
		await harness.sandbox.control('/tasks/next', { status: 'failed' });
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'failed');
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 2 });
	});
});
