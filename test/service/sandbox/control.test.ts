import assert from 'node:assert/strict';
import { freshBench, key, ledger, model, png } from './bench';

describe('sandbox: control of tasks', () => {
	const bench = freshBench();

	for (const status of ['failed', 'banned', 'expired', 'cancelled'] as const) {
		it(`ends a task as ${status}, at once and free of charge`, async () => {
			const id = await bench().task();
			await bench().control(`/tasks/${id}`, { status, code: 2018, message: 'as told' });
			const task = await bench().look(id);
			assert.deepEqual(
				[task.status, task.error_code, task.error_message, task.credits_consumed],
				[status, 2018, 'as told', 0],
			);
			const { accounts } = await ledger(bench());
			assert.deepEqual([accounts[0]?.balance, accounts[0]?.active], [10_000, 0]);
		});
	}

	it('ends a task as told when it is due', async () => {
		const id = await bench().task();
		await bench().control(`/tasks/${id}`, { status: 'failed', code: 1001, when: 'due' });
		assert.equal((await bench().look(id)).status, 'queued');
		await bench().advance(1000);
		assert.equal((await bench().look(id)).error_code, 1001);
	});

	for (const status of ['unknown', 'on_holiday']) {
		it(`shows the status ${status} until it is lifted; slot and credits stay taken`, async () => {
			const id = await bench().task();
			await bench().control(`/tasks/${id}`, { status });
			await bench().advance(1000);
			assert.equal((await bench().look(id)).status, status);
			const { accounts } = await ledger(bench());
			assert.deepEqual([accounts[0]?.frozen, accounts[0]?.active], [20, 1]);
			await bench().control(`/tasks/${id}`, { status: null });
			assert.equal((await bench().look(id)).status, 'success');
		});
	}

	it('hides the result behind a status that is shown', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		await bench().control(`/tasks/${id}`, { status: 'unknown' });
		const task = await bench().look(id);
		assert.ok(!('output' in task) && !('credits_consumed' in task));
	});

	it('sets how long a task takes', async () => {
		const id = await bench().task();
		await bench().control(`/tasks/${id}`, { durationSeconds: 500 });
		await bench().advance(499);
		assert.equal((await bench().look(id)).status, 'running');
		await bench().advance(1);
		assert.equal((await bench().look(id)).status, 'success');
	});

	it('does not let progress fall when a task is made to take longer', async () => {
		const id = await bench().task();
		await bench().advance(50);
		const { progress } = await bench().look(id);
		await bench().control(`/tasks/${id}`, { durationSeconds: 5000 });
		assert.equal((await bench().look(id)).progress, progress);
	});

	it('ends a task once, whoever is quicker', async () => {
		const id = await bench().task();
		const end = () => bench().control(`/tasks/${id}`, { status: 'success' });
		await Promise.all([end(), end(), bench().advance(1000), bench().look(id), end()]);
		const { entries } = await ledger(bench());
		assert.deepEqual(
			entries.map((entry) => entry.kind),
			['freeze', 'charge'],
		);
	});

	it('decides about tasks that are not made yet, one after the other', async () => {
		await bench().control('/tasks/next', { status: 'banned', when: 'now' });
		await bench().control('/tasks/next', { durationSeconds: 1 });
		const [one, two, three] = [await bench().task(), await bench().task(), await bench().task()];
		await bench().advance(1);
		assert.equal((await bench().look(two)).status, 'success');
		await bench().advance(1000);
		assert.equal((await bench().look(one)).status, 'banned');
		assert.equal((await bench().look(three)).status, 'success');
	});

	it('does not change what is final, and knows what it cannot do', async () => {
		const id = await bench().task();
		await bench().control(`/tasks/${id}`, { status: 'success' });
		const cases: [string, object, RegExp][] = [
			[id, { status: 'failed' }, /final/],
			[id, { durationSeconds: 5 }, /final/],
			['x', { status: 'failed' }, /no task x/],
			['next', { refund: true }, /refunded/],
			[id, { state: 'failed' }, /state is not known/],
			[id, { when: 'later' }, /now, due/],
			[id, { status: 5 }, /status/],
		];
		for (const [task, body, complaint] of cases) {
			const answer = await bench().control(`/tasks/${task}`, body);
			assert.equal(answer.httpStatus, 400, JSON.stringify(body));
			assert.match(answer.error as string, complaint);
		}
		assert.equal((await bench().look(id)).status, 'success');
	});
});

describe('sandbox: control of the rest', () => {
	const bench = freshBench();

	it('says what is wrong with a body', async () => {
		const cases: [string, unknown, RegExp][] = [
			['/clock', { speed: -1 }, /speed/],
			['/clock', { advance: 5 }, /advance is not known/],
			['/accounts', { key: 'tcli_x' }, /key/],
			['/accounts', { balance: 'much' }, /balance/],
			['/accounts', { slots: { q: 1 } }, /slots: q/],
			['/variants', { taskList: 'set' }, /taskList/],
			['/clock', [], /JSON object/],
		];
		for (const [path, body, complaint] of cases) {
			const answer = await bench().control(path, body);
			assert.equal(answer.httpStatus, 400, path);
			assert.match(answer.error as string, complaint);
		}
		const torn = await fetch(`${bench().sandbox.control}/clock`, { method: 'POST', body: '{' });
		assert.equal(torn.status, 400);
		assert.equal((await bench().control('/nothing')).httpStatus, 404);
		assert.equal((await bench().control('/ledger', {})).httpStatus, 405);
	});

	it('does not listen to web pages', async () => {
		const attempt = (headers: Record<string, string>) =>
			fetch(`${bench().sandbox.control}/reset`, { method: 'POST', headers });
		assert.equal((await attempt({ Origin: 'https://example.com' })).status, 403);
		assert.equal((await attempt({ Origin: 'http://localhost:3000' })).status, 200);
	});

	it('speeds the clock up and stops it', async () => {
		const id = await bench().task();
		await bench().control('/clock', { speed: 100_000 });
		const deadline = performance.now() + 60_000;
		while ((await bench().look(id)).status !== 'success') {
			assert.ok(performance.now() < deadline, 'the clock does not run');
		}
		const stopped = await bench().control('/clock', { speed: 0, linkLifetimeSeconds: 5 });
		assert.equal(stopped.speed, 0);
		const later = await bench().control('/clock');
		assert.deepEqual([later.workSeconds, later.linkLifetimeSeconds], [stopped.workSeconds, 5]);
	});

	it('records every request in order, with no secret in it', async () => {
		const file = await bench().token('front.png', png());
		const link = await bench().link();
		await fetch(link, { headers: { Range: 'bytes=0-9' } });
		await fetch(link, { headers: { Authorization: `Bearer ${key}` } });
		await bench().call('GET', '/account/balance', { key: 'tcli_pasted-by-mistake' });
		const answer = await bench().control('/requests');
		const requests = answer.requests as Record<string, unknown>[];
		assert.deepEqual(
			requests.map((request) => [request.number, request.origin, request.method, request.status]),
			[
				[1, 'api', 'POST', 200],
				[2, 'api', 'POST', 200],
				[3, 'api', 'GET', 200],
				[4, 'files', 'GET', 206],
				[5, 'files', 'GET', 200],
				[6, 'api', 'GET', 401],
			],
		);
		const [, post, look, part, leak, wrong] = requests;
		const taskId = (await ledger(bench())).tasks[0]?.taskId;
		assert.deepEqual([post?.taskId, look?.taskId, part?.taskId], [taskId, taskId, taskId]);
		assert.equal(look?.path, `/v3/tasks/${taskId}`);
		assert.equal(part?.path, new URL(link).pathname);
		assert.deepEqual([part?.authorization, leak?.authorization], [false, true]);
		assert.deepEqual([part?.range, part?.sentBytes], ['bytes=0-9', 10]);
		assert.deepEqual([post?.account, wrong?.account, wrong?.code], ['tsk_…0001', null, 2]);
		const text = JSON.stringify([answer, await bench().control('/ledger')]);
		const signature = new URL(link).searchParams.get('Signature') ?? '';
		for (const secret of [key, key.slice(0, 12), 'pasted-by-mistake', signature, 'Policy=', file]) {
			assert.ok(!text.includes(secret), secret);
		}
	});

	it('goes back to the start, but gives no id twice', async () => {
		const before = await bench().task();
		const file = await bench().token();
		await bench().control('/accounts', { closed: true, discount: 0.5, slots: 1 });
		await bench().control('/variants', { badKeyCode: 1002 });
		await bench().control('/clock', { linkLifetimeSeconds: 1 });
		await bench().control('/faults', [{ action: 'reset', times: 'always' }]);
		await bench().control('/reset', {});
		assert.deepEqual(await ledger(bench()), { httpStatus: 200, accounts: [], entries: [], tasks: [] });
		assert.deepEqual((await bench().control('/requests')).requests, []);
		assert.deepEqual((await bench().control('/faults')).steps, []);
		assert.equal((await bench().control('/clock')).linkLifetimeSeconds, 60);
		assert.equal((await bench().call('GET', '/account/balance', { key: 'x' })).body.code, 2);
		const [one, two] = [await bench().task(), await bench().task()];
		assert.ok(one !== before && two !== before);
		assert.equal((await ledger(bench())).accounts[0]?.frozen, 40);
		const gone = await bench().call('POST', '/generation/image-to-model', { body: { input: file, model } });
		assert.equal(gone.body.code, 1004);
	});
});
