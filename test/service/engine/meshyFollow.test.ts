import assert from 'node:assert/strict';
import { creditsOf } from '../../../src/core/model/jobRecord';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: how a task at Meshy is followed', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		// Slow enough for a task to show that it is under way.
		harness = await EngineHarness.open({ speed: 30 }, 'meshy');
		run = await harness.start();
	});
	afterEach(() => harness.close());

	async function looks(): Promise<{ streams: number; asked: number }> {
		const seen = (await harness.sandbox.requests()).filter(({ method }) => method === 'GET');
		const streams = seen.filter(({ path }) => path.endsWith('/stream')).length;
		const asked = seen.filter(({ path }) => /text-to-3d\/[0-9a-f-]+$/.test(path)).length;
		return { streams, asked };
	}

	it('by its event stream, which tells of the progress without being asked', async () => {
		const shown: number[] = [];
		run.engine.onDidChange(({ job }) => {
			if (job.state.kind === 'running') shown.push(job.state.progress);
		});
		const [id = ''] = await harness.make(run, text('oak barrel'));
		await harness.until(run, id, 'done');
		const { streams, asked } = await looks();
		assert.equal(streams, 1);
		// The result, its link, and what the safety net asked meanwhile at the test's hasty clock.
		assert.ok(
			shown.some((progress) => progress > 0 && progress < 100),
			shown.join(),
		);
		assert.ok(asked > 0);
	});

	it('by asking, where the stream does not work', async () => {
		await harness.sandbox.control('/faults', [
			{ method: 'GET', path: '/openapi/**/stream', times: 'always', action: { type: 'status', status: 404 } },
		]);
		const [id = ''] = await harness.make(run, text('oak barrel'));
		await harness.until(run, id, 'done');
		assert.ok((await looks()).asked > 1);
	});

	it('on, when its stream breaks off', async () => {
		await harness.sandbox.control('/faults', [
			{ method: 'GET', path: '/openapi/**/stream', action: { type: 'cutAfter', bytes: 200 } },
		]);
		const [id = ''] = await harness.make(run, text('oak barrel'));
		const job = await harness.until(run, id, 'done');
		assert.equal(creditsOf(job.state), 20);
	});

	it('no further when it was taken back: cancelled before Meshy began it, it costs nothing', async () => {
		await harness.sandbox.control('/clock', { speed: 0 });
		const [id = ''] = await harness.make(run, text('oak barrel'));
		await harness.until(run, id, 'running');
		await run.engine.call('cancel', id);
		const { state } = await run.journal.until(
			id,
			(now) => now.kind === 'cancelled' && now.outcome !== undefined,
		);
		assert.deepEqual(state.kind === 'cancelled' && [state.outcome, state.credits], ['notCharged', 0]);
		const { accounts } = await harness.sandbox.ledger();
		assert.equal(accounts[0]?.balance, 10_000);
	});

	it('to its end when it is cancelled too late, and says what it cost', async () => {
		const [id = ''] = await harness.make(run, text('oak barrel'));
		await run.journal.until(id, (state) => state.kind === 'running' && state.progress > 0);
		await run.engine.call('cancel', id);
		const { state } = await run.journal.until(
			id,
			(now) => now.kind === 'cancelled' && now.outcome !== undefined,
		);
		assert.deepEqual(state.kind === 'cancelled' && [state.outcome, state.credits], ['charged', 20]);
	});
});
