import assert from 'node:assert/strict';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, taskOf } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

/** A fault for the next paid POST. */
const lost = (action: unknown, times = 1): unknown => [
	{ method: 'POST', path: '/generation/**', times, action },
];

describe('Law 2: one POST, whatever becomes of its answer', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	for (const [what, action] of [
		['500', { type: 'status', status: 500, code: 1001, taken: true }],
		['502 with a page', { type: 'html', status: 502, taken: true }],
		['504', { type: 'status', status: 504, taken: true }],
		['408', { type: 'status', status: 408, taken: true }],
		['a page with 200', { type: 'html', status: 200, taken: true }],
		['half an answer', 'badJson'],
		['a reset', 'resetAfterTaken'],
	] as const)
		it(`finds and adopts the task that was taken behind ${what}`, async () => {
			await harness.sandbox.control('/faults', lost(action));
			const [id = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, id, 'uncertain');
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
			assert.equal((await harness.sandbox.posts()).length, 1);
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});

	for (const [what, action] of [
		['500', { type: 'status', status: 500, code: 1001 }],
		['a reset', 'reset'],
		['200 with an unknown code', { type: 'okWithErrorCode', code: 4242 }],
	] as const)
		it(`asks the user when the task was not taken behind ${what}`, async () => {
			await harness.sandbox.control('/faults', lost(action));
			const [id = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, id, 'uncertain');
			assert.equal(await run.engine.call('retry', id, noLimits), false, 'looking again does not send again');
			const error = errorOf(run.journal.get(id).state);
			assert.ok(error);
			assert.match(describeError(error), /no such task.*may have been used.*look again/s);
			assert.equal((await harness.sandbox.posts()).length, 1);
			await run.engine.call('submitAgain', id, noLimits);
			await checkAsset(await harness.until(run, id, 'done', 'failed'));
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});

	it('does not need the user while the task is looked up, nor right after a restart', async () => {
		await harness.sandbox.control('/faults', [
			...(lost('reset') as object[]),
			{ method: 'GET', path: '/account/usage', action: 'hang' },
		]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'uncertain');
		let isSettled = false;
		const settled = run.engine.settled(id).then(() => {
			isSettled = true;
		});
		settled.catch(() => {});
		await eventually('the look', async () =>
			(await harness.sandbox.requests()).some(({ path }) => path.endsWith('/account/usage')),
		);
		assert.equal(isSettled, false);
		await assert.rejects(run.engine.call('submitAgain', id, noLimits), /isn’t available/);
		run = await harness.reload(run);
		const { state } = run.journal.get(id);
		assert.equal(state.kind === 'uncertain' && state.looking, true, 'a restart looks, too');
		const job = await run.engine.settled(id);
		assert.match(errorOf(job.state)?.detail ?? '', /no such task/);
		assert.equal((await harness.sandbox.posts()).length, 1);
	});

	it('adopts no task that another job of ours owns', async () => {
		const [first = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, first, 'running');
		await harness.sandbox.control('/faults', lost('reset'));
		const [second = ''] = await harness.make(run, text('crate'));
		await harness.until(run, second, 'uncertain');
		assert.equal(await run.engine.call('retry', second, noLimits), false);
		assert.equal(run.journal.get(second).state.kind, 'uncertain');
	});

	it('never lets two jobs adopt one task', async () => {
		// The first POST is taken, the second is not; nobody is told which.
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/generation/**', action: 'resetAfterTaken' },
			{ method: 'POST', path: '/generation/**', action: 'reset' },
		]);
		const ids = await harness.make(run, text('barrel'), text('crate'));
		await Promise.race(ids.map((id) => harness.until(run, id, 'done', 'failed')));
		const [taken, other] = ids.sort((id) => (run.journal.get(id).state.kind === 'done' ? -1 : 1));
		const { request } = run.journal.get(taken ?? '');
		const [task] = (await harness.sandbox.ledger()).tasks;
		assert.equal(request.operation === 'textToModel' && request.prompt, task?.prompt);
		assert.equal(await run.engine.call('retry', other ?? '', noLimits), false);
		assert.equal(run.journal.get(other ?? '').state.kind, 'uncertain');
	});

	it('gives several lost jobs each its own task', async () => {
		await harness.sandbox.control('/faults', lost('resetAfterTaken', 3));
		const ids = await harness.make(run, text('barrel'), text('crate'), text('sword'));
		const { tasks } = await (async () => {
			for (const id of ids) await checkAsset(await harness.until(run, id, 'done', 'failed'));
			return harness.sandbox.ledger();
		})();
		for (const id of ids) {
			const { state, request } = run.journal.get(id);
			const task = tasks.find(({ taskId }) => state.kind === 'done' && taskId === state.task.id);
			assert.equal(task?.prompt, request.operation === 'textToModel' && request.prompt);
		}
		assert.equal((await harness.sandbox.posts()).length, 3);
	});

	it('adopts no task with another prompt, such as a colleague’s', async () => {
		await fetch(`${harness.sandbox.tripo}/generation/text-to-model`, {
			method: 'POST',
			headers: { authorization: `Bearer ${harness.accounts.key}`, 'content-type': 'application/json' },
			body: JSON.stringify({ prompt: 'a colleague’s castle', model: 'v3.1-20260211' }),
		});
		await harness.sandbox.control('/faults', lost('reset'));
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'uncertain');
		assert.equal(await run.engine.call('retry', id, noLimits), false);
		assert.equal(run.journal.get(id).state.kind, 'uncertain');
	});

	it('finds its task beside another one that is listed and cannot be asked for', async () => {
		const [gone = ''] = await harness.make(run, text('crate'));
		const taskId = taskOf((await harness.until(run, gone, 'done')).state)?.id;
		await run.engine.call('remove', gone);
		await harness.sandbox.control('/faults', [
			{ path: `/tasks/${taskId}`, times: 'always', action: { type: 'status', status: 404, code: 2001 } },
			{ method: 'POST', path: '/generation/**', action: 'resetAfterTaken' },
		]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 40, tasks: 2 });
	});

	it('does not say that there is no such task when nobody could look', async () => {
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/generation/**', action: 'resetAfterTaken' },
			{ path: '/account/usage', times: 'always', action: { type: 'html', status: 502 } },
		]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'uncertain');
		assert.equal(await run.engine.call('retry', id, noLimits), false);
		const error = errorOf(run.journal.get(id).state);
		assert.match((error && describeError(error)) ?? '', /usage could not be read.*may have been used/);
	});

	it('looks again after a reload, and finds what was not listed before', async () => {
		await harness.sandbox.control('/variants', { usage: 'endedOnly' });
		await harness.sandbox.control('/faults', lost('resetAfterTaken'));
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'uncertain');
		run = await harness.reload(run);
		await harness.sandbox.control('/clock', { advanceSeconds: 1000 });
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
	});
});
