import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, type JobRecord } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

const picture = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art', 'barrel.png');
const paid = { method: 'POST', path: '/openapi/**' };

describe('Law 2 at Meshy: one POST, whatever becomes of its answer', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const lose = (...actions: unknown[]): Promise<void> =>
		harness.sandbox.control(
			'/faults',
			actions.map((action) => ({ ...paid, action })),
		);
	async function ended(id: string): Promise<JobRecord> {
		return harness.until(run, id, 'done', 'failed', 'refused', 'blocked');
	}

	for (const [what, action] of [
		['500', { type: 'status', status: 500, taken: true }],
		['a page with 502', { type: 'html', status: 502, taken: true }],
		['a page with 503', { type: 'html', status: 503, taken: true }],
		['a page with 200', { type: 'html', status: 200, taken: true }],
		['half an answer', 'badJson'],
		['an empty answer', { type: 'status', status: 202, body: '', taken: true }],
		['a reset', 'resetAfterTaken'],
	] as const)
		it(`finds and adopts the task that was taken behind ${what}`, async () => {
			await lose(action);
			const [id = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, id, 'uncertain');
			await checkAsset(await ended(id));
			assert.equal((await harness.sandbox.posts()).length, 1);
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});

	for (const [what, action] of [
		['a page with 503', { type: 'html', status: 503 }],
		['a reset', 'reset'],
	] as const)
		it(`asks the user when the task was not taken behind ${what}`, async () => {
			await lose(action);
			const [id = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, id, 'uncertain');
			assert.equal(await run.engine.call('retry', id, noLimits), false, 'looking again does not send again');
			const error = errorOf(run.journal.get(id).state);
			assert.match(error ? describeError(error) : '', /may have been used.*look again/s);
			assert.equal((await harness.sandbox.posts()).length, 1);
			await run.engine.call('submitAgain', id, noLimits);
			await checkAsset(await ended(id));
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});

	it('sends again by itself when Meshy says in its own words that it is not there', async () => {
		await lose({ type: 'status', status: 503, message: 'maintenance' });
		const [id = ''] = await harness.make(run, text('barrel'));
		await checkAsset(await ended(id));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		assert.equal((await harness.sandbox.posts()).length, 2);
	});

	it('gives several lost jobs each its own task, by its prompt', async () => {
		await lose('resetAfterTaken', 'resetAfterTaken', 'resetAfterTaken');
		const prompts = ['barrel', 'crate', 'sword'];
		const ids = await harness.make(run, ...prompts.map((prompt) => text(prompt)));
		for (const id of ids) await checkAsset(await ended(id));
		const { tasks } = await harness.sandbox.ledger();
		const made = ids.map((id) => {
			const { state } = run.journal.get(id);
			return tasks.find(({ taskId }) => state.kind === 'done' && taskId === state.task.id)?.prompt;
		});
		assert.deepEqual(made, prompts);
		assert.equal((await harness.sandbox.posts()).length, 3);
	});

	it('tells a lost refine from the preview beside it, and from a refine with other words', async () => {
		const refine = (prompt: string, id: string): JobRequest => ({
			operation: 'refine',
			prompt,
			source: { kind: 'job', id },
			options: {},
		});
		const [preview = ''] = await harness.make(run, text('barrel'));
		await ended(preview);
		const [other = ''] = await harness.make(run, refine('mossy', preview));
		await ended(other);
		await run.engine.call('remove', other);
		await lose('resetAfterTaken');
		const [lost = ''] = await harness.make(run, refine('rusty', preview));
		await checkAsset(await ended(lost));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 40, tasks: 3 });
	});

	it('finds a lost task that has no prompt, by its time', async () => {
		await lose('resetAfterTaken');
		const [id = ''] = await harness.make(run, { operation: 'imageToModel', images: [picture], options: {} });
		await harness.until(run, id, 'uncertain');
		await checkAsset(await ended(id));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 30, tasks: 1 });
	});

	for (const skewSeconds of [86_400, -86_400])
		it(`finds it though Meshy’s clock is ${skewSeconds} s away from ours`, async () => {
			await harness.sandbox.control('/clock', { skewSeconds });
			await lose('resetAfterTaken');
			const [id = ''] = await harness.make(run, text('barrel'));
			const job = await ended(id);
			await checkAsset(job);
			const days =
				job.state.kind === 'done' ? ((job.state.task.expiresAt ?? 0) - Date.now()) / 86_400_000 : 0;
			assert.equal(Math.round(days), 3, 'what the task is kept for is by our clock, too');
		});

	it('adopts no task with another prompt, such as a colleague’s', async () => {
		await fetch(`${harness.sandbox.meshy}/openapi/v2/text-to-3d`, {
			method: 'POST',
			headers: { authorization: `Bearer ${harness.accounts.key}`, 'content-type': 'application/json' },
			body: JSON.stringify({ mode: 'preview', prompt: 'a colleague’s castle' }),
		});
		await lose('reset');
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'uncertain');
		assert.equal(await run.engine.call('retry', id, noLimits), false);
		assert.equal(run.journal.get(id).state.kind, 'uncertain');
	});
});
