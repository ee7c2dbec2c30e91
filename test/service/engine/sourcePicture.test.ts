import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { draftJobs } from '../../../src/core/jobs/drafts/draft';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, type JobRecord, type StateKind, taskOf } from '../../../src/core/model/jobRecord';
import type { JobRequest, Source } from '../../../src/core/model/request';
import type { Http, HttpRequest } from '../../../src/core/network/http';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { EngineHarness, type Run } from '../engineHarness';

const concept: JobRequest = { operation: 'textToImage', prompt: 'robot', options: {} };
const settled: readonly StateKind[] = ['done', 'failed', 'blocked', 'refused', 'uncertain'];

describe('A picture that goes up again, because the service takes no task there', () => {
	let harness: EngineHarness;
	let run: Run;
	let source: JobRecord;
	let drawn: string;

	/** A concept picture that is done; like the views, it stays at the service. */
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
		source = await harness.until(run, await make(run, concept), 'done');
		drawn = taskOf(source.state)?.id ?? '';
	});
	afterEach(() => harness.close());

	async function make({ engine, journal }: Run, request: JobRequest): Promise<string> {
		const wanted = { provider: 'tripo', ...request, folder: harness.output, name: 'robot' } as const;
		const drafts = draftJobs([wanted], (id) => journal.find(id)).map(
			(draft) => ({ ...draft, deliver: false }) as const,
		);
		const [made] = await engine.call('add', drafts, noLimits);
		return made?.id ?? '';
	}

	const ask = (from: Source): Promise<string> =>
		make(run, { operation: 'imageToMultiview', source: from, options: {} });

	const askViews = (): Promise<string> => ask({ kind: 'job', id: source.id });

	const ended = (id: string): Promise<JobRecord> => harness.until(run, id, ...settled);

	const faults = (steps: unknown): Promise<void> => harness.sandbox.control('/faults', steps);

	/** Its paid POSTs, and what the account was charged for them. */
	async function bought(): Promise<{ posts: number; charged: number }> {
		const posts = (await harness.sandbox.posts()).filter(({ path }) => path.endsWith('/image-to-multiview'));
		const { charged } = await harness.sandbox.bill();
		return { posts: posts.length, charged: charged - 5 };
	}

	async function uploads(): Promise<number> {
		return (await harness.sandbox.requests()).filter(({ path }) => path === '/v3/files').length;
	}

	/** Done, bought once, and nothing left in the folder. */
	async function assertWell(id: string): Promise<void> {
		const { state } = await ended(id);
		assert.equal(state.kind, 'done', JSON.stringify(errorOf(state)));
		assert.deepEqual(await bought(), { posts: 1, charged: 10 });
		assert.deepEqual(await harness.files(), []);
	}

	async function assertUnbought(id: string, kind: StateKind, words: RegExp): Promise<void> {
		const { state } = await ended(id);
		const error = errorOf(state);
		assert.equal(state.kind, kind);
		assert.match(error ? `${error.code}: ${describeError(error)}` : 'no error', words);
		assert.deepEqual(await bought(), { posts: 0, charged: 0 });
		assert.deepEqual(await harness.files(), []);
	}

	const isLink = ({ method, url }: HttpRequest): boolean =>
		method === 'GET' && url.endsWith(`/tasks/${drawn}`);
	const isFile = ({ method, url }: HttpRequest): boolean => method === 'GET' && url.includes('Signature=');
	const isUpload = ({ method, url }: HttpRequest): boolean => method === 'POST' && url.endsWith('/files');

	describe('Law 2: one POST, when the process dies', () => {
		const moments: readonly [what: string, when: (request: HttpRequest) => boolean, answered: boolean][] = [
			['with the link in hand', isLink, true],
			['as the picture begins to come', isFile, true],
			['with the picture here, before it goes up', isUpload, false],
			['after it went up, before the POST', isUpload, true],
		];
		for (const [what, when, answered] of moments)
			it(what, async () => {
				let die = (): void => assert.fail('it is not known yet who dies');
				const deadly = (next: Http): Http => {
					return async (request) => {
						if (!when(request)) return next(request);
						const response = answered ? await next(request) : undefined;
						die();
						return response ?? new Promise(() => {});
					};
				};
				run = await harness.reload(run, { between: deadly });
				const died = new Promise<void>((resolve) => {
					die = () => {
						run.kill();
						resolve();
					};
				});
				const id = await askViews();
				await died;
				assert.deepEqual(await bought(), { posts: 0, charged: 0 });
				run = await harness.start();
				await assertWell(id);
			});

		it('and it is cancelled before it is taken up again: nothing stays in the folder', async () => {
			await faults([{ origin: 'files', action: { type: 'drip', bytesPerTick: 200, ms: 50 } }]);
			const id = await askViews();
			await eventually('a beginning of the picture', async () => (await harness.files()).length > 0);
			await run.engine.call('setPaused', 'tripo', true);
			run = await harness.reload(run);
			assert.equal(run.journal.get(id).state.kind, 'waiting');
			await run.engine.call('cancel', id);
			assert.deepEqual(await harness.files(), []);
			assert.deepEqual(await bought(), { posts: 0, charged: 0 });
		});
	});

	describe('Law 4: links', () => {
		it('that die are asked for again, for nothing', async () => {
			await faults([{ origin: 'files', times: 2, action: 'expireLink' }]);
			await assertWell(await askViews());
			assert.equal((await harness.sandbox.downloads()).length, 2 + 1);
			assert.equal(await uploads(), 1);
		});

		it('that are all dead hold it up without a slot, and it goes on by itself', async () => {
			await faults([{ origin: 'files', times: 10, action: 'expireLink' }]);
			const id = await askViews();
			await assertUnbought(
				id,
				'blocked',
				/^linkDead: .*the picture of task .*No credits were used.*by itself/,
			);
			await harness.until(run, id, 'done');
			await assertWell(id);
		});

		it('are never written down, logged or sent to the service, and the key goes to no file host', async () => {
			await assertWell(await askViews());
			const written = (await harness.writtenText()) + harness.log.text;
			assert.match(written, /GET \S+\.png → 200/, 'there is something to scan');
			assert.doesNotMatch(written, /Policy=|Signature=|Key-Pair-Id=/);
			assert.ok(!written.includes(harness.accounts.key.slice(4)));
			const [body] = await harness.sandbox.bodies('POST', /image-to-multiview/);
			assert.match(String(body?.input), /^file_/);
			assert.ok((await harness.sandbox.downloads()).every(({ authorization }) => !authorization));
		});
	});

	describe('is not bought for nothing when', () => {
		const look = { method: 'GET', times: 'always' } as const;
		const at = (action: unknown) => [{ ...look, path: `/tasks/${drawn}`, action }];
		const shown = (status: string) => at({ type: 'setField', field: 'data.status', value: status });
		const troubles: readonly [what: string, steps: () => unknown, kind: StateKind, words: RegExp][] = [
			[
				'the service has forgotten the task',
				() => at({ type: 'status', status: 404, code: 2001 }),
				'failed',
				/^sourceGone: .*no longer at the service.*No credits were used.*Generate the first step again/,
			],
			['the task has expired', () => shown('expired'), 'failed', /^sourceGone: .*No credits were used/],
			['the task has no result', () => shown('running'), 'failed', /^requestInvalid: .*running.*No credits/],
			[
				'the picture is larger than may go up',
				() => [{ origin: 'files', action: { type: 'wrongLength', by: 21 * 1024 * 1024 } }],
				'failed',
				/^imageTooLarge: .*the picture of task .*No credits were used/,
			],
			[
				'a page comes instead of the picture',
				() => [{ origin: 'files', action: { type: 'html', status: 200 } }],
				'blocked',
				/^fileInvalid: .*the picture of task .*No credits were used/,
			],
		];
		for (const [what, steps, kind, words] of troubles)
			it(what, async () => {
				await faults(steps());
				await assertUnbought(await askViews(), kind, words);
				assert.equal(await uploads(), 0);
			});

		it('it is cancelled while the picture comes', async () => {
			await faults([{ origin: 'files', action: { type: 'drip', bytesPerTick: 200, ms: 50 } }]);
			const id = await askViews();
			await eventually('the part file', async () => (await harness.files()).length > 0);
			await run.engine.call('cancel', id);
			await eventually('it to go', async () => (await harness.files()).length === 0);
			await delay(50);
			assert.deepEqual(await bought(), { posts: 0, charged: 0 });
			assert.equal(await uploads(), 0);
		});
	});

	it('goes up for a task that no job of ours has', async () => {
		await assertWell(await ask({ kind: 'task', id: drawn }));
	});

	it('goes up once, also where the service has no room at first', async () => {
		await faults([
			{
				method: 'POST',
				path: '/generation/image-to-multiview',
				times: 2,
				action: { type: 'status', status: 429, code: 2000 },
			},
		]);
		const { state } = await ended(await askViews());
		assert.equal(state.kind, 'done');
		assert.equal(await uploads(), 1);
		assert.deepEqual(await bought(), { posts: 3, charged: 10 });
	});
});
