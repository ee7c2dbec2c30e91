import assert from 'node:assert/strict';
import type { JobRecord } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: reloading the window in the middle of a job', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	/** One asset, one POST, one charge, whatever happened in between. */
	async function endsWell(id: string): Promise<void> {
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked', 'refused'));
		assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
		assert.equal((await harness.sandbox.posts()).filter(({ status }) => status !== 429).length, 1);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
	}

	it('ends in one asset when it waited for a slot', async () => {
		await harness.sandbox.control('/accounts', { key: harness.accounts.key, slots: 0 });
		const [id = ''] = await harness.make(run, text('barrel'));
		await eventually('a first refusal', async () => (await harness.sandbox.posts()).length > 0);
		// Killed before the refusal is written down, it would be in doubt: that is another test.
		await harness.until(run, id, 'waiting');
		run = await harness.reload(run);
		await harness.sandbox.control('/accounts', { key: harness.accounts.key, slots: 10 });
		await endsWell(id);
	});

	it('ends in one asset while the task is queued or running', async () => {
		const [id = ''] = await harness.make(run, text('barrel'));
		for (const progress of [0, 20, 60]) {
			await eventually(`progress of ${progress}`, () => {
				const { state } = run.journal.get(id);
				return (state.kind === 'running' && state.progress >= progress) || state.kind === 'downloading';
			});
			run = await harness.reload(run);
		}
		await endsWell(id);
	});

	it('Law 2: ends in one asset when it died with the POST on its way', async () => {
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/generation/**', action: { type: 'delay', ms: 300, taken: true } },
		]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await eventually('the task to be there', async () => (await harness.sandbox.bill()).tasks === 1);
		assert.equal(run.journal.get(id).state.kind, 'submitting');
		run = await harness.reload(run);
		assert.equal(run.journal.get(id).state.kind, 'uncertain');
		await endsWell(id);
	});

	it('ends in one asset in the middle of the download', async () => {
		await harness.sandbox.control('/faults', [
			{ origin: 'files', action: { type: 'drip', bytesPerTick: 500, ms: 50 } },
		]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await eventually('the download to begin', async () => (await harness.sandbox.downloads()).length > 0);
		await eventually('the part file', async () => (await harness.files()).length > 0);
		run = await harness.reload(run);
		await endsWell(id);
	});

	/**
	 * A process may die after it wrote that it sends and before it sent: no look at the service can tell that from a
	 * task that is still to appear. Such a job is the user's to decide, who is played here.
	 */
	async function endOf(id: string): Promise<JobRecord> {
		const job = await eventually('an end or a question', () => {
			const now = run.journal.get(id);
			const asked = now.state.kind === 'uncertain' && now.state.error.detail?.startsWith('no such task');
			return (asked || ['done', 'failed', 'blocked', 'refused'].includes(now.state.kind)) && now;
		});
		if (job.state.kind !== 'uncertain') return job;
		if (!(await run.engine.call('retry', id, noLimits))) await run.engine.call('submitAgain', id, noLimits);
		return harness.until(run, id, 'done', 'failed', 'blocked', 'refused');
	}

	it('leaves a job alone that was done', async () => {
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'done');
		const before = (await harness.sandbox.requests()).length;
		run = await harness.reload(run);
		await endsWell(id);
		assert.equal((await harness.sandbox.requests()).length, before);
	});

	it('carries 12 jobs through three reloads, and never holds more slots than there are', async () => {
		const prompts = Array.from({ length: 12 }, (_, index) => text(`crate ${index}`));
		const ids = await harness.make(run, ...prompts);
		for (const done of [1, 4, 8]) {
			await eventually(`${done} tasks`, async () => (await harness.sandbox.bill()).tasks >= done);
			run = await harness.reload(run);
		}
		for (const id of ids) await checkAsset(await endOf(id));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 240, tasks: 12 });
		assert.ok(((await harness.sandbox.ledger()).accounts[0]?.peakConcurrent ?? 99) <= 10);
	});
});
