import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { systemClock } from '../../../src/core/base/clock';
import { Emitter } from '../../../src/core/base/events';
import { type Disk, systemDisk } from '../../../src/core/files/disk';
import { PropsmithError } from '../../../src/core/model/errors';
import type { SpendingPolicy } from '../../../src/core/spending/guard';
import { noLimits } from '../../../src/core/spending/limits';
import { endpointFor } from '../../../src/core/windows/endpoint';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { eventually } from '../../harness/eventually';
import { jpeg, lfsPointer, png } from '../../unit/core/support/sampleFiles';
import { barrel, openWindow, sharedFolder, type Window } from './window';

describe('several windows, one queue', () => {
	let sandbox: Sandbox;
	let folder: string;
	const windows: Window[] = [];

	const open = async (policy?: Partial<SpendingPolicy>, disk?: Disk): Promise<Window> => {
		const window = await openWindow(folder, sandbox, policy, disk);
		windows.push(window);
		return window;
	};

	beforeEach(async () => {
		sandbox = await startSandbox({ speed: 100, fileAuthorization: 'refused' });
		folder = await sharedFolder();
	});
	afterEach(async () => {
		for (const window of windows.splice(0)) await window.close();
		await sandbox.close();
	});

	const ledger = async (): Promise<{ tasks: unknown[]; entries: { kind: string }[] }> =>
		(await fetch(`${sandbox.control}/ledger`)).json() as Promise<{
			tasks: unknown[];
			entries: { kind: string }[];
		}>;

	it('has one window lead, and the others carry their wishes to it', async () => {
		const [first, second] = [await open(), await open()];
		assert.deepEqual([first.leads(), second.leads()], [true, false]);
		const [job] = await second.queue.generate([barrel(path.join(folder, 'out'))]);
		const done = await second.queue.settled(job?.id ?? '');
		assert.equal(done.state.kind, 'done');
		assert.deepEqual(first.queue.list(), second.queue.list());
		assert.equal((await ledger()).tasks.length, 1);
	});

	it('lets a window that follows keep a file that the check refuses, and shows the wait of a download', async () => {
		const [first, second] = [await open(), await open()];
		const steps = [
			{
				origin: 'files',
				times: 1,
				action: { type: 'status', status: 503, headers: { 'Retry-After': '100' } },
			},
			{ origin: 'files', times: 2, action: { type: 'corrupt', at: 8 } },
		];
		await fetch(`${sandbox.control}/faults`, { method: 'POST', body: JSON.stringify(steps) });
		const [job] = await second.queue.generate([barrel(path.join(folder, 'out'))]);
		const id = job?.id ?? '';
		const stateNow = () => second.queue.find(id)?.state;
		const wait = await eventually('the wait', () => {
			const state = stateNow();
			return state?.kind === 'downloading' && state.wait;
		});
		assert.equal(wait.waitsFor, 'fileHost');
		await second.queue.retry(id);
		assert.equal((await second.queue.settled(id)).state.kind, 'blocked');
		await second.queue.call('keep', id);
		const done = (await second.queue.settled(id)).state;
		assert.match((done.kind === 'done' && done.files[0]?.path) || '', /\.unchecked\.glb$/);
		assert.deepEqual(first.queue.list(), second.queue.list());
	});

	it('shows a window that opens later what was there before', async () => {
		const first = await open();
		const [job] = await first.queue.generate([barrel(path.join(folder, 'out'))]);
		await first.queue.settled(job?.id ?? '');
		const second = await open();
		assert.deepEqual(second.queue.list(), first.queue.list());
	});

	it('counts the same in each of them, also in one that opens later', async () => {
		const [first, second] = [await open(), await open()];
		await fetch(`${sandbox.control}/clock`, { method: 'POST', body: JSON.stringify({ speed: 0 }) });
		await second.queue.generate([barrel(path.join(folder, 'out'))]);
		const inUse = (window: Window): unknown => window.queue.accounts().map((account) => account.inUse);
		await eventually('the slot to be counted everywhere', () => String(inUse(second)) === '1');
		const third = await open();
		await eventually('the newcomer to hear of it', () => String(inUse(third)) === '1');
		assert.deepEqual(second.queue.accounts(), first.queue.accounts());
		assert.deepEqual(third.queue.accounts(), first.queue.accounts());
	});

	it('goes on in another window when the leading one closes, with one task and one charge', async () => {
		const [first, second] = [await open(), await open()];
		const [job] = await second.queue.generate([barrel(path.join(folder, 'out'))]);
		const id = job?.id ?? '';
		await new Promise<void>((resolve) => {
			const subscription = second.queue.onDidChange((change) => {
				if (change.job.state.kind !== 'running') return;
				subscription.dispose();
				resolve();
			});
		});
		await first.close();
		const done = await second.queue.settled(id);
		assert.equal(done.state.kind, 'done');
		assert.equal(second.leads(), true);
		const { tasks, entries } = await ledger();
		assert.equal(tasks.length, 1);
		assert.deepEqual(
			entries.map(({ kind }) => kind),
			['freeze', 'charge'],
		);
	});

	it('leads no second time before the first window has written what it was writing', async () => {
		let held = false;
		let begun = false;
		let letGo = (): void => {};
		const free = new Promise<void>((resolve) => {
			letGo = resolve;
		});
		const first = await open(undefined, {
			...systemDisk,
			rename: async (from, to) => {
				if (held) {
					begun = true;
					await free;
				}
				return systemDisk.rename(from, to);
			},
		});
		const second = await open();
		await fetch(`${sandbox.control}/clock`, { method: 'POST', body: JSON.stringify({ speed: 0 }) });
		const [job] = await second.queue.generate([barrel(path.join(folder, 'out'))]);
		const id = job?.id ?? '';
		await eventually('the task', () => first.queue.find(id)?.state.kind === 'running');
		held = true;
		const cancelled = first.queue.call('cancel', id);
		await eventually('the record to be written', () => begun);
		const closed = first.close();
		await systemClock.sleep(500);
		assert.equal(second.leads(), false, 'a record is still being written');
		letGo();
		await closed;
		await cancelled;
		await eventually('the other window to lead', () => second.leads());
		await eventually('the record', () => second.queue.find(id)?.state.kind === 'cancelled');
	});

	it('tells the other window of a refusal in the same words', async () => {
		await open();
		const second = await open();
		await assert.rejects(second.queue.call('cancel', 'no-such-job'), (error) => {
			assert.ok(error instanceof PropsmithError);
			assert.equal(error.jobError.code, 'jobUnknown');
			return true;
		});
	});

	it('Law 8: refuses files that would not go up before anybody is asked to pay, in any window', async () => {
		const asked: unknown[] = [];
		const confirm: SpendingPolicy['confirm'] = async (question) => {
			asked.push(question);
			return true;
		};
		const [first, second] = [await open({ confirm }), await open({ confirm })];
		const pointer = path.join(folder, 'front.png');
		await writeFile(pointer, lfsPointer);
		const destination = { folder: path.join(folder, 'out'), name: 'robot' };
		const request = { operation: 'imageToModel', images: [pointer], options: {} } as const;
		for (const { queue } of [first, second])
			await assert.rejects(
				queue.generate([{ provider: 'tripo', ...request, ...destination }], { alwaysConfirm: true }),
				{
					code: 'inputIsPointer',
				},
			);
		assert.deepEqual([asked, first.queue.list()], [[], []]);
		await writeFile(pointer, png);
		await second.queue.generate([{ provider: 'tripo', ...request, ...destination }], { alwaysConfirm: true });
		assert.equal(asked.length, 1);
	});

	it('Law 10: takes a picture for what its bytes are, whatever it is called', async () => {
		const { queue } = await open();
		const picture = path.join(folder, 'robot.webp');
		await writeFile(picture, jpeg);
		const request = { operation: 'imageToModel', images: [picture], options: {} } as const;
		const place = { folder: path.join(folder, 'out'), name: 'robot' };
		const [job] = await queue.generate([{ provider: 'meshy', ...request, ...place }]);
		const { state } = await queue.settled(job?.id ?? '');
		assert.equal(state.kind, 'done', JSON.stringify(state));
	});

	it('shows the same ledger in all windows, and to those that open later', async () => {
		const [first, second] = [await open(), await open()];
		const [job] = await second.queue.generate([barrel(path.join(folder, 'out'))]);
		await second.queue.settled(job?.id ?? '');
		const third = await open();
		await second.queue.call('remove', job?.id ?? '');
		const [entry, ...others] = first.queue.entries();
		assert.deepEqual([entry?.jobId, entry?.charge, entry?.status, others], [job?.id, 40, 'made', []]);
		for (const { queue } of [second, third]) assert.deepEqual(queue.entries(), first.queue.entries());
		await first.close();
		await eventually('another window to lead', () => [second, third].some((window) => window.leads()));
		for (const { queue } of [second, third]) assert.deepEqual(queue.entries(), [entry]);
	});

	it('lets one of two windows have the last credits of the day, and tells the other', async () => {
		let asking = 0;
		// Each window has looked at the limit, and found room, before the other one wrote anything down.
		const both = new Emitter<void>();
		const policy: Partial<SpendingPolicy> = {
			confirmAbove: () => 0,
			limits: () => ({ ...noLimits, perDay: 70 }),
			confirm: () =>
				new Promise((resolve) => {
					both.event(() => resolve(true));
					if (++asking === 2) both.fire();
				}),
		};
		const [first, second] = [await open(policy), await open(policy)];
		const answers = await Promise.allSettled(
			[first, second].map(({ queue }) => queue.generate([barrel(path.join(folder, 'out'))])),
		);
		const codes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'passed'));
		assert.deepEqual(codes.sort(), ['dailyLimitReached', 'passed']);
		const [job] = first.queue.list();
		await first.queue.settled(job?.id ?? '');
		assert.equal((await ledger()).tasks.length, 1);
		// A third one is told before anybody is asked.
		await assert.rejects(second.queue.generate([barrel(path.join(folder, 'out'))]), {
			code: 'dailyLimitReached',
		});
		assert.equal(asking, 2);
	});

	it('has the leading window ask for what another one wants to know of its account', async () => {
		await open();
		const second = await open();
		const motions = await second.queue.call('motions', 'meshy');
		assert.equal(second.leads(), false);
		assert.ok(motions.some(({ id, name }) => id === 92 && name === 'Victory_Cheer'));
		await assert.rejects(second.queue.call('motions', 'tripo'), { code: 'requestInvalid' });
		assert.deepEqual(await second.queue.call('balance', 'meshy'), {
			available: 10_000,
			frozen: 0,
			account: 'test',
		});
		assert.deepEqual(await second.queue.call('history', 'meshy'), []);
		await second.queue.call('turn', 'meshy');
	});

	it('turns away whoever does not know the token', async () => {
		await open();
		const answer = await new Promise<string>((resolve) => {
			let heard = '';
			const socket = connect(endpointFor(folder).address, () => {
				socket.write(`${JSON.stringify({ type: 'hello', protocol: 1, token: 'wrong' })}\n`);
			});
			socket.on('data', (piece) => {
				heard += piece;
			});
			socket.on('close', () => resolve(heard));
		});
		assert.equal(answer, '');
	});

	it('tries several again after one question about their sum, or none of them', async () => {
		const asked: number[] = [];
		let agrees = true;
		const window = await open({
			confirmAbove: () => 50,
			confirm: async ({ credits }) => {
				asked.push(credits);
				return agrees;
			},
		});
		const { queue } = window;
		const job = barrel(path.join(folder, 'out'));
		const failing = { ...job, prompt: 'sandbox-fail barrel' };
		const jobs = await queue.generate([failing, failing]);
		const ids = jobs.map(({ id }) => id);
		await Promise.all(ids.map((id) => queue.settled(id)));
		assert.deepEqual(asked, [80]);

		agrees = false;
		await assert.rejects(queue.retryAll(ids), (error: PropsmithError) => error.code === 'spendingDeclined');
		assert.equal((await ledger()).tasks.length, 2);

		agrees = true;
		await queue.retryAll(ids);
		await Promise.all(ids.map((id) => queue.settled(id)));
		assert.deepEqual(asked, [80, 80, 80]);
		assert.equal((await ledger()).tasks.length, 4);
	});
});
