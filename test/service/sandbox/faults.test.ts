import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { patternOf } from '../../../src/sandbox/control/faultBook';
import { eventually } from '../../harness/eventually';
import { freshBench, ledger } from './bench';

interface Recorded {
	status: number | null;
	faults: string[];
	path: string;
}

describe('sandbox: scripted faults', () => {
	const bench = freshBench();
	const faults = async (...steps: object[]) => {
		const answer = await bench().control('/faults', steps);
		assert.equal(answer.httpStatus, 200, JSON.stringify(answer));
	};
	const requests = async () => (await bench().control('/requests')).requests as Recorded[];
	const tasksMade = async () => (await ledger(bench())).tasks.length;
	const post = '/generation/text-to-model';

	it('strikes as often as it says, after as many as it says, and then no more', async () => {
		await faults({ path: post, times: 2, after: 2, action: { type: 'status', status: 503 } });
		const seen: number[] = [];
		for (let count = 0; count < 5; count += 1) {
			seen.push((await bench().generate()).status);
		}
		assert.deepEqual(seen, [200, 200, 503, 503, 200]);
		assert.equal(await tasksMade(), 3);
	});

	it('goes through the steps in order, and "always" is for ever', async () => {
		await faults(
			{ method: 'GET', action: { type: 'status', status: 500 } },
			{ method: 'get', times: 'always', action: { type: 'status', status: 502 } },
		);
		const seen: number[] = [];
		for (let count = 0; count < 3; count += 1) {
			seen.push((await bench().call('GET', '/account/balance')).status);
		}
		assert.deepEqual(seen, [500, 502, 502]);
		assert.equal((await bench().generate()).status, 200, 'another method');
		const steps = (await bench().control('/faults')).steps as { struck: number }[];
		assert.deepEqual(
			steps.map((step) => step.struck),
			[1, 2],
		);
		await bench().control('/faults', {}, 'DELETE');
		assert.equal((await bench().call('GET', '/account/balance')).status, 200);
	});

	it('finds its requests by host and path', async () => {
		const link = await bench().link();
		await faults({
			origin: 'files',
			path: '**.glb',
			times: 'always',
			action: { type: 'status', status: 500 },
		});
		assert.equal((await bench().call('GET', '/account/balance')).status, 200);
		assert.equal((await fetch(link)).status, 500);
	});

	it('reads globs and regular expressions', () => {
		assert.ok(patternOf('/tasks/*').test('/tasks/1'));
		assert.ok(!patternOf('/tasks/*').test('/tasks/1/2'));
		assert.ok(patternOf('/tasks/**').test('/tasks/1/2'));
		assert.ok(!patternOf('/a.b').test('/axb'));
		assert.ok(patternOf('^/(a|b)$').test('/b'));
	});

	it('status: code, headers and body as told', async () => {
		const headers = { 'Retry-After': '7' };
		await faults(
			{ action: { type: 'status', status: 429, code: 2000, headers } },
			{ action: { type: 'status', status: 500, body: '{"odd":1}' } },
			{ action: { type: 'status', status: 500, message: 'as told' } },
		);
		const one = await bench().generate();
		assert.deepEqual([one.status, one.body.code, one.headers.get('retry-after')], [429, 2000, '7']);
		assert.deepEqual((await bench().generate()).body, { odd: 1 });
		assert.equal((await bench().generate()).body.message, 'as told');
		assert.equal(await tasksMade(), 0);
	});

	it('status with taken: the task is made, and the answer does not say so', async () => {
		await faults({ path: post, action: { type: 'status', status: 502, taken: true } });
		assert.equal((await bench().generate()).status, 502);
		assert.equal(await tasksMade(), 1);
	});

	it('html, badJson and okWithErrorCode', async () => {
		await faults(
			{ action: { type: 'html', status: 502 } },
			{ action: 'badJson' },
			{ action: { type: 'okWithErrorCode', code: 1001 } },
		);
		const url = `${bench().sandbox.tripo}/account/balance`;
		const headers = { Authorization: 'Bearer tsk_bench-0001' };
		const page = await fetch(url, { headers });
		assert.equal(page.status, 502);
		assert.match(await page.text(), /^<html>/);
		const torn = await fetch(url, { headers });
		assert.equal(torn.status, 200);
		const text = await torn.text();
		assert.throws(() => JSON.parse(text), SyntaxError);
		assert.ok(text.startsWith('{"code":0'));
		const answer = await bench().call('GET', '/account/balance');
		assert.deepEqual([answer.status, answer.body.code, answer.body.status], [200, 1001, 'error']);
	});

	it('reset: nothing is taken; resetAfterTaken: it is', async () => {
		await faults({ path: post, action: 'reset' }, { path: post, action: 'resetAfterTaken' });
		await assert.rejects(bench().generate());
		assert.equal(await tasksMade(), 0);
		await assert.rejects(bench().generate());
		assert.equal(await tasksMade(), 1);
		const posts = (await requests()).filter((request) => request.path.endsWith(post));
		assert.deepEqual(
			posts.map(({ status, faults: applied }) => [status, applied]),
			[
				[null, ['reset']],
				[null, ['resetAfterTaken']],
			],
		);
	});

	it('hang: no answer until the client gives up', async () => {
		for (const taken of [false, true]) {
			await faults({ path: post, action: { type: 'hang', taken } });
			const stop = new AbortController();
			const earlier = (await requests()).length;
			const waiting = fetch(bench().sandbox.tripo + post, {
				method: 'POST',
				headers: { Authorization: 'Bearer tsk_bench-0001', 'Content-Type': 'application/json' },
				body: JSON.stringify({ prompt: 'x', model: 'v3.1-20260211' }),
				signal: stop.signal,
			});
			const refused = assert.rejects(waiting, { name: 'AbortError' });
			await eventually('the request to arrive', async () => (await requests()).length > earlier);
			if (taken) await eventually('its task', async () => (await tasksMade()) === 1);
			await delay(400);
			stop.abort();
			await refused;
			assert.equal(await tasksMade(), taken ? 1 : 0);
		}
	});

	it('delay: before the request is taken, or after', async () => {
		await faults({ path: post, action: { type: 'delay', ms: 120 } });
		let start = performance.now();
		assert.equal((await bench().generate()).status, 200);
		assert.ok(performance.now() - start >= 115);
		await faults({ path: post, action: { type: 'delay', ms: 1500, taken: true } });
		start = performance.now();
		let answered = false;
		const slow = bench()
			.generate()
			.then(() => {
				answered = true;
			});
		while ((await tasksMade()) < 2) {
			assert.ok(!answered, 'the task is there before the answer');
		}
		assert.ok(!answered);
		await slow;
		assert.ok(performance.now() - start >= 1495);
	});

	it('wrongTaskId: the answer names a task that is not there', async () => {
		await faults({ path: post, action: 'wrongTaskId' });
		const id = (await bench().generate()).data.task_id as string;
		assert.equal((await bench().call('GET', `/tasks/${id}`)).body.code, 2001);
		assert.equal(await tasksMade(), 1);
	});

	it('setField and dropField: one field of the answer is another one, or missing', async () => {
		const id = await bench().task();
		await faults(
			{ path: '/tasks/*', action: { type: 'setField', field: 'data.status', value: null } },
			{ path: '/tasks/*', action: { type: 'setField', field: 'data.input.prompt', value: { odd: [1] } } },
			{ path: '/tasks/*', action: { type: 'dropField', field: 'data.status' } },
			{ path: '/tasks/*', action: { type: 'dropField', field: 'data.nothing.here' } },
		);
		assert.equal((await bench().look(id)).status, null);
		assert.deepEqual(((await bench().look(id)).input as { prompt: unknown }).prompt, { odd: [1] });
		assert.ok(!('status' in (await bench().look(id))));
		assert.equal((await bench().look(id)).status, 'queued');
	});

	it('several actions strike together', async () => {
		await faults({
			path: post,
			action: [
				{ type: 'delay', ms: 60 },
				{ type: 'status', status: 500 },
			],
		});
		const start = performance.now();
		assert.equal((await bench().generate()).status, 500);
		assert.ok(performance.now() - start >= 55);
		assert.deepEqual((await requests()).at(-1)?.faults, ['delay', 'status']);
	});

	it('says what is wrong with a step, and takes none of the list', async () => {
		const good = { action: 'reset', times: 'always' };
		const cases: [unknown, RegExp][] = [
			[[good, { action: 'explode' }], /step 2.*explode/],
			[[good, {}], /step 2.*action/],
			[[{ ...good, tims: 3 }], /step 1: tims/],
			[[{ ...good, times: 0 }], /times/],
			[[{ ...good, path: '^(' }], /regular expression/],
			[[{ action: { type: 'status' } }], /status is missing/],
			[[{ action: { type: 'status', status: 500, headers: { a: 1 } } }], /headers/],
			[[{ action: { type: 'cutAfter', bytes: -1 } }], /bytes/],
			[{ step: [] }, /steps/],
		];
		for (const [body, complaint] of cases) {
			const answer = await bench().control('/faults', body);
			assert.equal(answer.httpStatus, 400, JSON.stringify(body));
			assert.match(answer.error as string, complaint);
		}
		assert.equal((await bench().generate()).status, 200);
	});
});
