import assert from 'node:assert/strict';
import type { TaskKey, TaskSnapshot } from '../../../src/core/model/task';
import { nodeHttp } from '../../../src/core/network/nodeHttp';
import { MeshyClient } from '../../../src/core/providers/meshy/client';
import { eventually } from '../../harness/eventually';
import { InstantClock } from '../../unit/core/support/instantClock';
import { RecordingLog } from '../../unit/core/support/recordingLog';
import { SandboxUnderTest } from '../sandboxUnderTest';

const key = 'msy_watch_00001';
const stream = '/openapi/v2/text-to-3d/*/stream';

describe('Watching a task at Meshy by its event stream', () => {
	const http = nodeHttp();
	let sandbox: SandboxUnderTest;
	let client: MeshyClient;
	let task: TaskKey;

	beforeEach(async () => {
		sandbox = await SandboxUnderTest.start({ speed: 0 });
		const parts = { http, clock: new InstantClock(), random: Math.random, log: new RecordingLog() };
		client = new MeshyClient({ ...parts, userAgent: 'propsmith-test', baseUrl: sandbox.meshy, key });
		const request = {
			operation: 'textToModel',
			prompt: 'crate',
			options: { target_formats: ['glb'] },
		} as const;
		const id = await client.submit({ request, tokens: new Map() }, new AbortController().signal);
		task = { id, operation: 'textToModel' };
	});
	afterEach(() => sandbox.close());
	after(() => http.close());

	/** Watches until the end; what was seen, as `status progress`, without repetitions. */
	function watch(signal = new AbortController().signal): {
		seen: string[];
		end: Promise<TaskSnapshot | undefined>;
	} {
		const seen: string[] = [];
		const end = (async () => {
			let last: TaskSnapshot | undefined;
			for await (const snapshot of client.watch(task, signal)) {
				last = snapshot;
				const line = 'progress' in snapshot ? `${snapshot.status} ${snapshot.progress}` : snapshot.status;
				if (line !== seen.at(-1)) seen.push(line);
			}
			return last;
		})();
		end.catch(() => {});
		return { seen, end };
	}

	async function advance(seconds: number): Promise<void> {
		await sandbox.control('/clock', { advanceSeconds: seconds });
	}

	/** Streams that were asked for. */
	async function streams(): Promise<number> {
		return (await sandbox.requests()).filter(({ path }) => path.endsWith('/stream')).length;
	}

	it('tells of progress as it comes, and ends with the result', async () => {
		const { seen, end } = watch();
		await eventually('the first snapshot', () => seen.length === 1);
		await advance(10);
		await eventually('progress', () => seen.length === 2);
		await advance(1000);
		const last = await end;
		assert.equal(seen[0], 'queued 0');
		assert.match(seen[1] ?? '', /^running [1-9]/);
		assert.ok(last?.status === 'success');
		assert.deepEqual(
			last.artifacts.filter(({ kind }) => kind === 'model').map(({ part }) => part),
			['glb'],
		);
		assert.equal(last.credits, 20);
		assert.equal(await streams(), 1);
	});

	it('tells of a task that has ended at once', async () => {
		await advance(1000);
		const { seen, end } = watch();
		assert.equal((await end)?.status, 'success');
		assert.deepEqual(seen, ['success']);
	});

	for (const [what, action] of [
		['is reset before it begins', 'reset'],
		['is a page of a gateway', { type: 'html', status: 502 }],
		['is a page with 200', { type: 'html', status: 200 }],
		['is refused for now', { type: 'status', status: 429, message: 'RateLimitExceeded' }],
		['tells of an error of the service', { type: 'errorEvent', status: 500, afterEvents: 1 }],
		['breaks off in the middle of an event', { type: 'cutAfter', bytes: 20 }],
	] as const)
		it(`opens another stream when one ${what}`, async () => {
			await sandbox.control('/faults', [{ path: stream, times: 2, action }]);
			const { seen, end } = watch();
			await eventually('the third stream', async () => (await streams()) === 3 && seen.length > 0);
			await advance(1000);
			assert.equal((await end)?.status, 'success');
			assert.equal(seen.at(-1), 'success');
		});

	for (const [what, action, code] of [
		[
			'a task that is not there',
			{ type: 'errorEvent', status: 404, message: 'Task not found' },
			'taskNotFound',
		],
		['a key that is refused', { type: 'status', status: 401 }, 'keyRejected'],
	] as const)
		it(`says so of ${what}, and does not ask again`, async () => {
			await sandbox.control('/faults', [{ path: stream, times: 'always', action }]);
			await assert.rejects(watch().end, { code });
			assert.equal(await streams(), 1);
		});

	it('gives up on a service that has no streams to tell anything by', async () => {
		await sandbox.control('/faults', [
			{ path: stream, times: 'always', action: { type: 'html', status: 200 } },
		]);
		await assert.rejects(watch().end, { kind: 'unclear' });
		assert.equal(await streams(), 4);
	});

	it('says nothing of another task', async () => {
		await sandbox.control('/faults', [{ path: stream, action: 'wrongTaskId' }]);
		const { seen, end } = watch();
		await advance(1000);
		assert.equal((await end)?.taskId, task.id);
		assert.equal(seen.at(-1), 'success');
	});

	it('ends at once when nobody wants to know any more', async () => {
		const control = new AbortController();
		const { seen, end } = watch(control.signal);
		await eventually('a snapshot', () => seen.length > 0);
		const why = new Error('nobody is left');
		control.abort(why);
		await assert.rejects(end, why);
	});

	it('hangs up when its reader stops, and opens no other stream', async () => {
		for await (const snapshot of client.watch(task, new AbortController().signal)) {
			assert.equal(snapshot.status, 'queued');
			break;
		}
		await advance(1000);
		assert.equal(await streams(), 1);
	});
});

describe('Taking a task back at Meshy', () => {
	const http = nodeHttp();
	let sandbox: SandboxUnderTest;
	let client: MeshyClient;
	const { signal } = new AbortController();
	beforeEach(async () => {
		sandbox = await SandboxUnderTest.start({ speed: 0 });
		const parts = { http, clock: new InstantClock(), random: Math.random, log: new RecordingLog() };
		client = new MeshyClient({ ...parts, userAgent: 'propsmith-test', baseUrl: sandbox.meshy, key });
	});
	afterEach(() => sandbox.close());
	after(() => http.close());

	async function made(): Promise<TaskKey> {
		const request = { operation: 'textToModel', prompt: 'crate', options: {} } as const;
		return { id: await client.submit({ request, tokens: new Map() }, signal), operation: 'textToModel' };
	}

	it('brings the credits of one that waits', async () => {
		const before = (await client.balance(signal)).available;
		const task = await made();
		assert.equal((await client.balance(signal)).available, before - 20);
		assert.equal(await client.takeBack(task, signal), true);
		assert.equal((await client.balance(signal)).available, before);
		await assert.rejects(client.task(task, signal), { code: 'taskNotFound' });
	});

	it('is too late for one that has begun', async () => {
		const task = await made();
		await sandbox.control('/clock', { advanceSeconds: 10 });
		assert.equal(await client.takeBack(task, signal), false);
		assert.equal((await client.task(task, signal)).status, 'running');
	});

	it('is too late for one that begins in the meantime', async () => {
		await sandbox.control('/faults', [
			{ method: 'DELETE', path: '/openapi/**', action: { type: 'status', status: 409 } },
		]);
		const task = await made();
		assert.equal(await client.takeBack(task, signal), false);
		assert.equal((await client.task(task, signal)).status, 'queued');
	});

	it('never loses a result', async () => {
		const task = await made();
		await sandbox.control('/clock', { advanceSeconds: 1000 });
		assert.equal(await client.takeBack(task, signal), false);
		assert.equal((await client.task(task, signal)).status, 'success');
	});
});
