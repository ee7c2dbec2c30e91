import assert from 'node:assert/strict';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, type StateKind } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

const refine = (id: string): JobRequest => ({
	operation: 'refine',
	source: { kind: 'task', id },
	options: {},
});
const paid = { method: 'POST', path: '/openapi/**' };

describe('Engine: what Meshy refuses', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		run = await harness.start();
	});
	afterEach(() => harness.close());

	/** How a request ends: its state, the code and the words. */
	async function ends(request: JobRequest): Promise<{ kind: StateKind; words: string }> {
		const [id = ''] = await harness.make(run, request);
		const { state } = await harness.until(run, id, 'done', 'refused', 'failed', 'blocked', 'uncertain');
		const error = errorOf(state);
		return { kind: state.kind, words: error ? `${error.code}: ${describeError(error)}` : '' };
	}

	async function endsUnpaid(request: JobRequest, kind: StateKind, words: RegExp): Promise<void> {
		const end = await ends(request);
		assert.equal(end.kind, kind, end.words);
		assert.match(end.words, words);
		assert.match(end.words, /No credits were used/);
		assert.equal((await harness.sandbox.posts()).length, 1, 'never resent unchanged');
	}

	it('a wrong key', async () => {
		const { key } = harness.accounts;
		harness.accounts.setKey('msy_invalid_key_00');
		const [id = ''] = await harness.make(run, text('barrel'));
		const { state } = await harness.until(run, id, 'blocked');
		assert.equal(errorOf(state)?.code, 'keyRejected');
		harness.accounts.setKey(key);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
	});

	it('an account without credits, until it has some', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, balance: 5 });
		const [id = ''] = await harness.make(run, text('barrel'));
		const { state } = await harness.until(run, id, 'blocked');
		assert.equal(errorOf(state)?.code, 'creditsExhausted');
		await harness.sandbox.control('/accounts', { key, balance: 25 });
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
	});

	it('a plan that creates no tasks', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, plan: 'no-api', requestsPerSecond: 1_000_000 });
		const [id = ''] = await harness.make(run, text('barrel'));
		const { state } = await harness.until(run, id, 'blocked');
		const error = errorOf(state);
		assert.equal(error?.code, 'planHasNoApi');
		assert.match(error ? describeError(error) : '', /plan cannot create tasks.*No credits/s);
	});

	it('a plan that lacks the operation', async () => {
		await harness.sandbox.control('/faults', [
			{ ...paid, action: { type: 'status', status: 403, message: 'upgrade your plan' } },
		]);
		await endsUnpaid(text('barrel'), 'blocked', /^planHasNoApi: .*upgrade your plan/);
	});

	it('a source that is gone', async () => {
		await endsUnpaid(refine('01a1f0c2-7b40-7d11-9c33-5e2a90bb1c07'), 'failed', /^sourceGone: .*no longer at/);
	});

	it('a source that is no task id', async () => {
		await endsUnpaid(refine('nonsense'), 'failed', /^requestInvalid: .*not a task id/);
	});

	it('a figure that cannot be rigged', async () => {
		await harness.sandbox.control('/faults', [
			{ ...paid, action: { type: 'status', status: 422, message: 'Pose estimation failed' } },
		]);
		const source = { kind: 'task', id: '01a1f0c2-7b40-7d11-9c33-5e2a90bb1c07' } as const;
		await endsUnpaid({ operation: 'rig', source, options: {} }, 'failed', /^figureUnclear: .*A- or T-pose/);
	});

	it('a redirection, and does not follow it with the key', async () => {
		const headers = { Location: `${harness.sandbox.meshy}/elsewhere` };
		await harness.sandbox.control('/faults', [{ ...paid, action: { type: 'status', status: 301, headers } }]);
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.equal(errorOf((await harness.until(run, id, 'blocked')).state)?.code, 'serviceDown');
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		assert.deepEqual(
			(await harness.sandbox.requests()).filter(({ path }) => path.includes('elsewhere')),
			[],
		);
	});

	for (const [what, prompt, kind, words] of [
		['a prompt, at once', 'sandbox-refuse', 'refused', /^contentRefused: .*Change the input/],
		['a prompt, later', 'sandbox-ban', 'refused', /^contentRefused: .*Change the input/],
		['a task that breaks down', 'sandbox-fail', 'failed', /^taskFailed: .*Retry/],
		['a task that takes too long', 'sandbox-fail-timeout', 'failed', /^taskFailed: .*too long.*Retry/],
		[
			'an input that cannot be used',
			'sandbox-fail-invalid-input',
			'failed',
			/^requestInvalid: .*Fix the problem/,
		],
		[
			'a picture that shows too much',
			'sandbox-fail-image-too-complex',
			'failed',
			/^requestInvalid: .*too much/,
		],
	] as const)
		it(`${what}, and gives the credits back`, async () => {
			await endsUnpaid(text(prompt), kind, words);
			const { accounts } = await harness.sandbox.ledger();
			assert.equal(accounts[0]?.balance, 10_000);
		});

	it('a task that is cancelled there', async () => {
		await harness.sandbox.control('/tasks/next', { status: 'CANCELED', service: 'meshy' });
		await endsUnpaid(text('barrel'), 'failed', /^taskCancelled/);
	});

	describe('for now', () => {
		for (const word of ['NoMoreConcurrentTasks', 'NoMorePendingTasks'])
			it(`a full queue, called ${word}: the job waits for its turn`, async () => {
				await harness.sandbox.control('/faults', [
					{ ...paid, action: { type: 'status', status: 429, message: word } },
				]);
				const [id = ''] = await harness.make(run, text('barrel'));
				await checkAsset(await harness.until(run, id, 'done', 'failed', 'refused'));
				assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
			});

		it('too many requests: it is sent again', async () => {
			await harness.sandbox.control('/faults', [
				{ ...paid, times: 2, action: { type: 'status', status: 429, message: 'RateLimitExceeded' } },
			]);
			const [id = ''] = await harness.make(run, text('barrel'));
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'refused'));
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});

		it('a service that stumbles while a task runs', async () => {
			const [id = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, id, 'running');
			const actions = [
				'reset',
				{ type: 'status', status: 500 },
				{ type: 'html', status: 502 },
				'badJson',
				'wrongTaskId',
			];
			await harness.sandbox.control(
				'/faults',
				actions.map((action) => ({ method: 'GET', path: '/openapi/**', times: 3, action })),
			);
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		});
	});

	it('keeps key and links out of records and log', async () => {
		const [id = ''] = await harness.make(run, text('barrel'));
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		const text_ = `${await harness.writtenText()}\n${harness.log.lines.join('\n')}`;
		assert.doesNotMatch(text_, new RegExp(harness.accounts.key));
		assert.doesNotMatch(text_, /Signature|Expires=|data:image/);
		const downloads = await harness.sandbox.downloads();
		assert.ok(downloads.length > 0);
		assert.ok(
			downloads.every(({ authorization }) => !authorization),
			'law 4: no key for a file host',
		);
	});
});
