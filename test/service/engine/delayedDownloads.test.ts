import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../../src/core/base/clock';
import type { DownloadWait, JobRecord } from '../../../src/core/model/jobRecord';
import type { Http } from '../../../src/core/network/http';
import { noLimits } from '../../../src/core/spending/limits';
import { hastyClock } from '../../harness/hastyClock';
import { within } from '../../harness/within';
import { checkAsset } from '../checkAsset';
import { EngineHarness, hasteClock, type Run, text } from '../engineHarness';

/** Asked for by name, so that these waits are told from all others. */
const namedSeconds = 500;
const away = { type: 'status', status: 503, headers: { 'Retry-After': String(namedSeconds) } };

/** Ten times in as much haste as elsewhere: what is waited for here takes minutes. */
const hastierClock = hastyClock(4000);

/** A clock on which waits that the test named never end by themselves. */
const patientClock: Clock = {
	...hasteClock,
	sleep: (ms, signal) =>
		ms > namedSeconds * 900
			? new Promise((_, reject) => {
					if (signal?.aborted) reject(signal.reason);
					signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
				})
			: hasteClock.sleep(ms, signal),
};

describe('Law 9: a paid file is fetched for as long as it takes', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		await harness.sandbox.control('/tasks/next', { durationSeconds: 0 });
	});
	afterEach(() => harness.close());

	const faults = (...steps: unknown[]): Promise<void> => harness.sandbox.control('/faults', steps);
	const lift = (): Promise<void> => harness.sandbox.control('/faults', {}, 'DELETE');
	const waitOf = ({ state }: JobRecord): DownloadWait | undefined =>
		state.kind === 'downloading' ? state.wait : undefined;
	const untilDelayed = ({ journal }: Run, id: string): Promise<JobRecord> =>
		within(
			120_000,
			'the download to wait',
			journal.until(id, (state) => state.kind === 'downloading' && state.wait !== undefined),
		);
	/** It is never the user's turn before the file is here. */
	async function arrives(run: Run, id: string): Promise<void> {
		await checkAsset(await harness.until(run, id, 'done', 'blocked', 'failed'));
		assert.deepEqual(await harness.sandbox.bill(), {
			charged: 20 * run.journal.all().length,
			tasks: run.journal.all().length,
		});
	}

	for (const [what, action] of [
		['resets every connection', 'reset'],
		['answers 500', { type: 'status', status: 500 }],
		['answers 429', { type: 'status', status: 429 }],
		['answers 408', { type: 'status', status: 408 }],
		['refuses every link', 'expireLink'],
		['cuts every answer', { type: 'cutAfter', bytes: 0 }],
		['sends empty files', { type: 'truncate', bytes: 0 }],
		['redirects nowhere', { type: 'redirect', status: 302 }],
		['redirects in a circle', { type: 'redirect', status: 307, to: '{link}' }],
	] as const)
		it(`waits for a file host that ${what} thirty times, and says so`, async () => {
			await faults({ origin: 'files', times: 30, action });
			const run = await harness.start({ clock: hastierClock });
			const [id = ''] = await harness.make(run, text('crate'));
			const job = await untilDelayed(run, id);
			const wait = waitOf(job);
			assert.equal(wait?.waitsFor, 'fileHost');
			assert.ok(wait && wait.until > job.changedAt, 'the next try is still to come');
			await arrives(run, id);
			assert.match(harness.log.text, /waits for the fileHost/);
		});

	it('keeps to a Retry-After that comes eight times, in seconds', async () => {
		await faults({ origin: 'files', times: 8, action: away });
		const run = await harness.start({ clock: hastierClock });
		const [id = ''] = await harness.make(run, text('crate'));
		const job = await untilDelayed(run, id);
		const seconds = ((waitOf(job)?.until ?? 0) - job.changedAt) / 1000;
		assert.ok(Math.abs(seconds - namedSeconds) < 2, `${seconds} s`);
		await arrives(run, id);
		assert.equal((await harness.sandbox.downloads()).length, 9, 'one request for each time that was named');
	});

	it('waits for the network over a restart, and for the service where no link can be had', async () => {
		let gone = true;
		const between = (next: Http): Http => {
			return (request) => {
				const isOfDownload = run?.journal.all()[0]?.state.kind === 'downloading';
				return next(gone && isOfDownload ? { ...request, url: 'http://127.0.0.1:1/' } : request);
			};
		};
		let run: Run | undefined;
		run = await harness.start({ between });
		const [id = ''] = await harness.make(run, text('crate'));
		assert.equal(waitOf(await untilDelayed(run, id))?.waitsFor, 'service');
		run = await harness.reload(run, { between });
		assert.equal(waitOf(await untilDelayed(run, id))?.waitsFor, 'service');
		gone = false;
		await arrives(run, id);
	});

	for (const code of ['downloadBroken', 'linkDead', 'serviceDown'])
		it(`goes on by itself with what an older version had left blocked (${code})`, async () => {
			await faults({ origin: 'files', times: 'always', action: 'reset' });
			let run = await harness.start();
			const [id = ''] = await harness.make(run, text('crate'));
			await untilDelayed(run, id);
			run.kill();
			const path = join(harness.records, `${id}.json`);
			const record = JSON.parse(await readFile(path, 'utf8'));
			const { wait: _, fruitless: __, ...resume } = record.state;
			const state = { kind: 'blocked', error: { code }, resume };
			await writeFile(path, JSON.stringify({ ...record, state }));
			await lift();
			run = await harness.start();
			await arrives(run, id);
		});

	describe('taken up at once', () => {
		/** A job whose download waits until it is woken. */
		async function delayed(
			step: Record<string, unknown> = { origin: 'files' },
		): Promise<{ run: Run; id: string }> {
			await faults({ ...step, times: 1, action: away });
			const run = await harness.start({ clock: patientClock });
			const [id = ''] = await harness.make(run, text('crate'));
			await untilDelayed(run, id);
			return { run, id };
		}

		it('when another download of the account is through', async () => {
			const { run, id } = await delayed();
			const [other = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, other, 'done');
			await arrives(run, id);
		});

		it('when the service answers again', async () => {
			const { run, id } = await delayed({ origin: 'api', method: 'GET', path: '/tasks/*', after: 1 });
			assert.equal(waitOf(run.journal.get(id))?.waitsFor, 'service');
			const [other = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, other, 'done');
			await arrives(run, id);
		});

		it('when the key changes', async () => {
			const { run, id } = await delayed();
			harness.accounts.setKey(harness.accounts.key);
			await arrives(run, id);
		});

		it('when the user retries', async () => {
			const { run, id } = await delayed();
			assert.equal(await run.engine.call('retry', id, noLimits), true);
			await arrives(run, id);
		});

		it('when a process starts anew', async () => {
			const { run, id } = await delayed();
			await arrives(await harness.reload(run, { clock: patientClock }), id);
		});

		it('not because a call is answered that would have been answered all the time', async () => {
			await faults({ origin: 'files', times: 'always', action: away });
			const run = await harness.start({ clock: patientClock });
			const [id = ''] = await harness.make(run, text('crate'));
			await untilDelayed(run, id);
			const [other = ''] = await harness.make(run, text('barrel'));
			await untilDelayed(run, other);
			assert.equal((await harness.sandbox.downloads()).length, 2);
		});
	});

	it('gives its place up: more downloads that wait than places hold up no other', async () => {
		await faults({ origin: 'files', times: 6, action: away });
		const run = await harness.start({ clock: patientClock });
		const stuck = await harness.make(run, ...Array.from({ length: 6 }, () => text('crate')));
		for (const id of stuck) await untilDelayed(run, id);
		const [other = ''] = await harness.make(run, text('barrel'));
		await checkAsset(await harness.until(run, other, 'done', 'blocked', 'failed'));
		for (const id of stuck) await checkAsset(await harness.until(run, id, 'done', 'blocked', 'failed'));
	});

	it('can be cancelled while it waits, and leaves nothing', async () => {
		await faults({ origin: 'files', times: 'always', action: away });
		const run = await harness.start({ clock: patientClock });
		const [id = ''] = await harness.make(run, text('crate'));
		await untilDelayed(run, id);
		await run.engine.call('cancel', id);
		assert.equal(run.journal.get(id).state.kind, 'cancelled');
		assert.deepEqual(await harness.files(), []);
	});

	it('asks the user when the task is gone', async () => {
		await faults(
			{ origin: 'api', method: 'GET', path: '/tasks/*', times: 1, action: { type: 'delay', ms: 0 } },
			{
				origin: 'api',
				path: '/tasks/*',
				times: 'always',
				action: { type: 'status', status: 404, code: 2001 },
			},
		);
		const run = await harness.start();
		const [id = ''] = await harness.make(run, text('crate'));
		const { state } = await harness.until(run, id, 'done', 'blocked', 'failed');
		assert.equal(state.kind === 'blocked' && state.error.code, 'taskNotFound');
	});
});
