import assert from 'node:assert/strict';
import { creditsOf, taskOf } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: what turns out later', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	it('sees the refund of a failed task that was charged at first', async () => {
		await harness.sandbox.control('/tasks/next', {
			status: 'failed',
			code: 1001,
			when: 'due',
			keepCharge: true,
		});
		const [id = ''] = await harness.make(run, text('barrel'));
		const { state } = await harness.until(run, id, 'failed');
		assert.equal(creditsOf(state), 20);
		await harness.sandbox.control(`/tasks/${taskOf(state)?.id}`, { refund: true });
		await eventually('the refund', () => creditsOf(run.journal.get(id).state) === 0);
		assert.equal(run.journal.get(id).state.kind, 'failed');
	});

	it('sees the refund of a cancelled job’s task that failed', async () => {
		await harness.sandbox.control('/tasks/next', {
			status: 'failed',
			code: 1001,
			when: 'due',
			keepCharge: true,
		});
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'running');
		await run.engine.call('cancel', id);
		const state = () => run.journal.get(id).state;
		await eventually('the outcome', () => 'outcome' in state());
		assert.equal(creditsOf(state()), 20);
		await harness.sandbox.control(`/tasks/${taskOf(state())?.id}`, { refund: true });
		await eventually('the refund', () => creditsOf(state()) === 0);
		const cancelled = state();
		assert.equal(cancelled.kind === 'cancelled' && cancelled.outcome, 'notCharged');
	});

	it('sees it after a restart as well', async () => {
		await harness.sandbox.control('/tasks/next', {
			status: 'failed',
			code: 1001,
			when: 'due',
			keepCharge: true,
		});
		const [id = ''] = await harness.make(run, text('barrel'));
		const { state } = await harness.until(run, id, 'failed');
		run.kill();
		await harness.sandbox.control(`/tasks/${taskOf(state)?.id}`, { refund: true });
		run = await harness.start();
		await eventually('the refund', () => creditsOf(run.journal.get(id).state) === 0);
	});

	it('lets a job in doubt be given up, says that it may be charged, and never sends it again unseen', async () => {
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/generation/**', action: { type: 'html', status: 502, taken: true } },
			{ path: '/account/usage**', times: 'always', action: { type: 'status', status: 500 } },
		]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'uncertain');
		await run.engine.call('cancel', id);
		const { state } = run.journal.get(id);
		assert.ok(state.kind === 'cancelled' && state.doubt);
		// The account can be read again: what was given up is found, not bought a second time.
		await fetch(`${harness.sandbox.tripo.replace('/v3', '')}/__sandbox/faults`, { method: 'DELETE' });
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.equal((await harness.sandbox.posts()).length, 1);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
	});
});
