import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { patternOf } from '../../../src/sandbox/control/faultBook';
import { eventually } from '../../harness/eventually';
import { freshBench, ledger } from './bench';

interface Recorded {
	status: number | null;
	sentBytes: number;
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

	it('truncate and cutAfter: too few bytes, with and without a length that shows it', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		await faults(
			{ origin: 'files', action: { type: 'truncate', bytes: 100 } },
			{ origin: 'files', action: { type: 'cutAfter', bytes: 100 } },
			{ origin: 'files', action: { type: 'cutAfter', bytes: 0 } },
		);
		const short = await fetch(link);
		assert.equal(short.headers.get('content-length'), '100');
		assert.ok(Buffer.from(await short.arrayBuffer()).equals(whole.subarray(0, 100)));
		for (const bytes of [100, 0]) {
			const cut = await fetch(link);
			assert.equal(Number(cut.headers.get('content-length')), whole.length);
			assert.equal(await bytesBeforeTheEnd(cut), bytes);
		}
		assert.deepEqual(
			(await requests()).slice(-3).map((request) => request.sentBytes),
			[100, 100, 0],
		);
	});

	it('drip: the bytes come slowly, and all of them', async () => {
		await faults({ action: { type: 'drip', bytesPerTick: 20, ms: 30 } });
		const start = performance.now();
		const answer = await bench().call('GET', '/account/balance');
		assert.equal(answer.data.balance, 10_000);
		assert.ok(performance.now() - start >= 60);
	});

	it('wrongLength: more or fewer bytes are declared than come', async () => {
		const link = await bench().link();
		const length = (await (await fetch(link)).arrayBuffer()).byteLength;
		await faults(
			{ origin: 'files', action: 'wrongLength' },
			{ origin: 'files', action: { type: 'wrongLength', by: -10 } },
		);
		const more = await fetch(link);
		assert.equal(Number(more.headers.get('content-length')), length + 1);
		assert.equal(await bytesBeforeTheEnd(more), length);
		const fewer = await fetch(link);
		assert.equal(Number(fewer.headers.get('content-length')), length - 10);
		await fewer.body?.cancel();
	});

	it('noRange: the whole file, and nothing that promises more', async () => {
		const link = await bench().link();
		await faults({ origin: 'files', action: 'noRange' });
		const response = await fetch(link, { headers: { Range: 'bytes=5-' } });
		assert.equal(response.status, 200);
		assert.equal(response.headers.get('accept-ranges'), null);
		assert.equal((await fetch(link, { headers: { Range: 'bytes=5-' } })).status, 206);
	});

	it('partial: all of it as a part, where none was asked for', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		await faults({ origin: 'files', action: 'partial' });
		const answer = await fetch(link);
		assert.equal(answer.status, 206);
		assert.equal(answer.headers.get('content-range'), `bytes 0-${whole.length - 1}/${whole.length}`);
		assert.ok(Buffer.from(await answer.arrayBuffer()).equals(whole));
	});

	it('noLength: neither length nor chunks, and the end may come early', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		await faults(
			{ origin: 'files', action: 'noLength' },
			{ origin: 'files', action: { type: 'noLength', bytes: 100 } },
		);
		for (const bytes of [whole.length, 100]) {
			const answer = await fetch(link);
			assert.equal(answer.headers.get('content-length'), null);
			assert.equal(answer.headers.get('transfer-encoding'), null);
			assert.ok(Buffer.from(await answer.arrayBuffer()).equals(whole.subarray(0, bytes)));
		}
	});

	it('encode: the body is compressed, and the same once it is decoded', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		for (const coding of ['gzip', 'deflate', 'br']) {
			await faults({ origin: 'files', action: { type: 'encode', coding } });
			const answer = await fetch(link);
			assert.equal(answer.headers.get('content-encoding'), coding);
			assert.notEqual(Number(answer.headers.get('content-length')), whole.length);
			assert.ok(Buffer.from(await answer.arrayBuffer()).equals(whole));
		}
	});

	it('corrupt: the same other byte each time, or each time another one', async () => {
		const link = await bench().link();
		const bytes = async () => Buffer.from(await (await fetch(link)).arrayBuffer());
		const whole = await bytes();
		await faults({ origin: 'files', times: 2, action: { type: 'corrupt', at: 8 } });
		const [first, second] = [await bytes(), await bytes()];
		assert.ok(first.equals(second) && !first.equals(whole));
		await faults({ origin: 'files', times: 2, action: { type: 'corrupt', at: 8, vary: true } });
		const [third, fourth] = [await bytes(), await bytes()];
		assert.ok(!third.equals(fourth) && !third.equals(whole) && !fourth.equals(whole));
	});

	it('redirect: to where it says, to the link itself, or without a place', async () => {
		const link = await bench().link();
		await faults(
			{ origin: 'files', action: { type: 'redirect', status: 307, to: 'https://example.com/m.glb' } },
			{ origin: 'files', action: { type: 'redirect', status: 301, to: '{link}&hop=1' } },
			{ origin: 'files', action: { type: 'redirect', status: 308 } },
		);
		const seen: unknown[] = [];
		for (let count = 0; count < 3; count += 1) {
			const { status, headers } = await fetch(link, { redirect: 'manual' });
			seen.push([status, headers.get('location')]);
		}
		assert.deepEqual(seen, [
			[307, 'https://example.com/m.glb'],
			[301, `${link}&hop=1`],
			[308, null],
		]);
		assert.equal((await fetch(`${link}&hop=1`)).status, 200);
	});

	it('otherETag: a part is not given for the file that was', async () => {
		const link = await bench().link();
		const etag = (await fetch(link)).headers.get('etag') ?? '';
		await faults({ origin: 'files', action: 'otherETag' });
		const response = await fetch(link, { headers: { Range: 'bytes=5-', 'If-Range': etag } });
		assert.equal(response.status, 200);
		assert.notEqual(response.headers.get('etag'), etag);
	});

	it('expireLink: the link is dead for good, a fresh one is not', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const link = await bench().modelLink(id);
		await faults({ origin: 'files', action: 'expireLink' });
		assert.equal((await fetch(link)).status, 403);
		assert.equal((await fetch(link)).status, 403);
		assert.equal((await fetch(await bench().modelLink(id))).status, 200);
	});

	it('expireLink in mid-download: some bytes, then the end, then 403, and the rest from a fresh link', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const whole = Buffer.from(await (await fetch(await bench().modelLink(id))).arrayBuffer());
		const link = await bench().modelLink(id);
		await faults({ origin: 'files', action: { type: 'expireLink', afterBytes: 1000 } });
		assert.equal(await bytesBeforeTheEnd(await fetch(link)), 1000);
		assert.equal((await fetch(link, { headers: { Range: 'bytes=1000-' } })).status, 403);
		const rest = await fetch(await bench().modelLink(id), { headers: { Range: 'bytes=1000-' } });
		assert.ok(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(1000)));
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

/** Reads a body that breaks off; gives how much of it came. */
async function bytesBeforeTheEnd(response: Response): Promise<number> {
	let bytes = 0;
	await assert.rejects(async () => {
		for await (const part of response.body ?? []) {
			bytes += (part as Uint8Array).length;
		}
	});
	return bytes;
}
