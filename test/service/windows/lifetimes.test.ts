import { strict as assert } from 'node:assert';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import path from 'node:path';
import { systemDisk } from '../../../src/core/files/disk';
import type { ProviderId } from '../../../src/core/model/account';
import { endpointFor } from '../../../src/core/windows/endpoint';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { eventually } from '../../harness/eventually';
import { CountedEvent, leavesNothing } from '../../harness/leaks';
import { barrel, makeWindow, sharedFolder, type Window } from './window';

describe('A hundred windows that open and close', () => {
	let sandbox: Sandbox;
	let folder: string;
	/** As in VS Code, the settings and keys of the user outlive all of them. */
	let accounts: CountedEvent<ProviderId>;
	const make = (): Window => makeWindow(folder, sandbox, {}, systemDisk, accounts.event);
	const open = async (): Promise<Window> => {
		const window = make();
		await window.queue.start();
		return window;
	};

	/** Both ends of each connection of this process. */
	const connected: object[] = [];
	const note = (message: unknown): void => void connected.push((message as { socket: object }).socket);
	const channels = ['net.client.socket', 'net.server.socket'];
	before(() => {
		for (const name of channels) subscribe(name, note);
	});
	after(() => {
		for (const name of channels) unsubscribe(name, note);
	});

	beforeEach(async () => {
		sandbox = await startSandbox({ speed: 100 });
		folder = await sharedFolder();
		accounts = new CountedEvent();
		connected.length = 0;
	});
	afterEach(async () => {
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	});

	/** A job that stays at the service, so that whoever leads has work at hand: a slot, looks at the task, timers. */
	async function startJob({ queue }: Window): Promise<void> {
		await fetch(`${sandbox.control}/clock`, { method: 'POST', body: JSON.stringify({ speed: 0 }) });
		const [job] = await queue.generate([barrel(path.join(folder, 'out'))]);
		await eventually('the task', () => queue.find(job?.id ?? '')?.state.kind === 'running');
	}

	it('leave nothing behind where each of them leads, with a job under way', async () => {
		const first = await open();
		await startJob(first);
		await first.close();
		await leavesNothing(async () => {
			const window = await open();
			assert.ok(window.leads());
			await window.close();
			return [window.queue, ...connected.splice(0)];
		});
		assert.equal(accounts.count, 0);
	});

	it('leave nothing behind, here and in the window that leads, where each of them follows', async () => {
		const leader = await open();
		await startJob(leader);
		const listening = accounts.count;
		await leavesNothing(async () => {
			const window = await open();
			assert.equal(window.queue.list().length, 1);
			await window.queue.call('prioritise', 'no-such-job', 1).catch(() => {});
			await window.close();
			return [window.queue, ...connected.splice(0)];
		});
		assert.equal(accounts.count, listening);
		await leader.close();
	});

	it('leave nothing behind where each of them takes over from the one before', async () => {
		let last = await open();
		await startJob(last);
		const listening = accounts.count;
		await leavesNothing(async () => {
			const next = await open();
			const before = last;
			last = next;
			await before.close();
			await eventually('the next to lead', () => next.leads());
			return [before.queue, ...connected.splice(0)];
		});
		assert.equal(accounts.count, listening);
		await last.close();
		assert.equal(accounts.count, 0);
	});

	it('leave nothing behind where they are closed before anybody leads or follows', async () => {
		const leader = await open();
		const listening = accounts.count;
		const hasty = async (): Promise<object[]> => {
			const window = make();
			const refused = assert.rejects(window.queue.start(), { code: 'leaderLost' });
			await window.close();
			await refused;
			return [window.queue, ...connected.splice(0)];
		};
		await leavesNothing(hasty);
		assert.equal(accounts.count, listening);
		await leader.close();
		await leavesNothing(hasty);
		assert.equal(accounts.count, 0);
	});

	it('leave nothing behind where the window that leads says nothing', async () => {
		const place = await endpointFor(folder).claim();
		assert.ok(place);
		await leavesNothing(async () => {
			const window = make();
			const refused = assert.rejects(window.queue.start(), { code: 'leaderLost' });
			const [socket] = (await once(place.server, 'connection')) as [Socket];
			socket.on('error', () => {});
			await window.close();
			await refused;
			socket.destroy();
			return [window.queue, ...connected.splice(0)];
		});
		await place.release();
	});
});
