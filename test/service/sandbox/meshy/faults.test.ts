import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../../../harness/eventually';
import { crate, freshBench, key, pathOf, type TaskJson } from './bench';

const post = '/openapi/v2/text-to-3d';
const get = '/openapi/v2/text-to-3d/*';

/** Everything that a client has to be tried against, each by the means that bring it about. */
describe('sandbox, Meshy: what can be made to go wrong', () => {
	const bench = freshBench();
	const tasksMade = async () => (await bench().ledger()).tasks.length;

	for (const [status, message] of [
		[401, 'Invalid API key'],
		[402, 'Insufficient credits'],
		[403, 'Your plan does not include this endpoint.'],
		[404, 'Task not found'],
		[409, 'The task is in progress'],
		[422, 'Pose estimation failed'],
		[429, 'RateLimitExceeded'],
		[429, 'NoMoreConcurrentTasks'],
		[429, 'NoMorePendingTasks'],
		[500, 'Internal server error'],
		[503, 'Service unavailable'],
	] as const) {
		it(`${status} ${message}, in Meshy’s words, before anything is made`, async () => {
			const headers = { 'Retry-After': '3' };
			await bench().faults({ path: post, action: { type: 'status', status, message, headers } });
			const answer = await bench().preview();
			assert.deepEqual(
				[answer.status, answer.body, answer.headers.get('retry-after')],
				[status, { message }, '3'],
			);
			assert.equal(await tasksMade(), 0);
			assert.equal((await bench().preview()).status, 202);
		});
	}

	for (const status of [500, 502, 503]) {
		it(`${status} on a look, and the task is none the worse`, async () => {
			const id = await bench().makePreview();
			await bench().faults({ method: 'GET', path: get, action: { type: 'status', status } });
			assert.equal((await bench().call('GET', `${post}/${id}`)).status, status);
			assert.equal((await bench().look('text-to-3d', id)).status, 'PENDING');
		});
	}

	it('500, a page of a gateway, a reset and silence after the task was made', async () => {
		await bench().faults(
			{ path: post, action: { type: 'status', status: 500, taken: true } },
			{ path: post, action: { type: 'html', status: 502, taken: true } },
			{ path: post, action: 'resetAfterTaken' },
			{ path: post, action: { type: 'hang', taken: true } },
		);
		assert.equal((await bench().preview()).status, 500);
		assert.equal((await bench().call<string>('POST', post, crate)).body.slice(0, 6), '<html>');
		await assert.rejects(bench().preview());
		const stop = new AbortController();
		const silent = fetch(bench().sandbox.meshy + post, {
			method: 'POST',
			headers: { Authorization: `Bearer ${key}` },
			body: JSON.stringify(crate),
			signal: stop.signal,
		});
		const refused = assert.rejects(silent, { name: 'AbortError' });
		await eventually('the silent task', async () => (await tasksMade()) === 4);
		await delay(400);
		stop.abort();
		await refused;
		assert.equal(await tasksMade(), 4);
		assert.equal(await bench().balance(), 9920);
		const list = (await bench().call<TaskJson[]>('GET', post)).body;
		assert.deepEqual(
			list.map(({ prompt }) => prompt),
			Array.from({ length: 4 }, () => crate.prompt),
		);
	});

	it('a reset before anything was made, and an answer that is late', async () => {
		await bench().faults({ path: post, action: 'reset' });
		await assert.rejects(bench().preview());
		assert.equal(await tasksMade(), 0);
		await bench().faults({ path: post, action: { type: 'delay', ms: 300, taken: true } });
		let answered = false;
		const late = bench()
			.preview()
			.then(() => {
				answered = true;
			});
		while ((await tasksMade()) === 0) {
			assert.ok(!answered, 'the task is there before the answer');
		}
		await late;
	});

	it('JSON that breaks off, and ids that are others', async () => {
		const id = await bench().makePreview();
		await bench().faults(
			{ path: get, action: 'badJson' },
			{ path: get, action: 'wrongTaskId' },
			{ path: post, action: 'wrongTaskId' },
		);
		assert.equal(typeof (await bench().call<unknown>('GET', `${post}/${id}`)).body, 'string');
		const other = await bench().look('text-to-3d', id);
		assert.equal(other.status, 'PENDING');
		assert.notEqual(other.id, id);
		const made = (await bench().preview()).body.result;
		assert.equal((await bench().call('GET', `${post}/${made}`)).status, 404);
		assert.equal(await tasksMade(), 2);
	});

	it('tasks without a status, with null times, without a GLB, without textures', async () => {
		const { id } = await bench().done('text-to-3d', crate);
		const change = (action: object) => ({ path: get, action });
		await bench().faults(
			change({ type: 'dropField', field: 'status' }),
			change([
				{ type: 'setField', field: 'started_at', value: null },
				{ type: 'setField', field: 'expires_at', value: null },
			]),
			change({ type: 'dropField', field: 'model_urls.glb' }),
			change({ type: 'setField', field: 'texture_urls', value: null }),
			change({ type: 'setField', field: 'progress', value: 99 }),
		);
		const looks: TaskJson[] = [];
		for (let count = 0; count < 6; count += 1) {
			looks.push(await bench().look('text-to-3d', id));
		}
		assert.ok(looks[0] && !('status' in looks[0]));
		assert.deepEqual([looks[1]?.started_at, looks[1]?.expires_at], [null, null]);
		assert.deepEqual(looks[2]?.model_urls, {});
		assert.equal(looks[3]?.texture_urls, null);
		assert.equal(looks[4]?.progress, 99);
		assert.deepEqual([looks[5]?.status, looks[5]?.progress], ['SUCCEEDED', 100]);
	});

	it('progress that is stuck at 99, for as long as one likes', async () => {
		const id = await bench().makePreview();
		await bench().control(`/tasks/${id}`, { durationSeconds: 1_000_000 });
		await bench().advance(900_000);
		const stuck = await bench().look('text-to-3d', id);
		assert.deepEqual([stuck.status, stuck.progress], ['IN_PROGRESS', 99]);
		await bench().advance(90_000);
		assert.equal((await bench().look('text-to-3d', id)).progress, 99);
	});

	it('files that are cut, replaced by a web page, or slow', async () => {
		const { id } = await bench().done('text-to-3d', crate);
		const link = async () => (await bench().look('text-to-3d', id)).model_urls.glb ?? '';
		const whole = await (await fetch(await link())).arrayBuffer();
		await bench().faults(
			{ origin: 'files', path: '**/output/model.glb', action: { type: 'truncate', bytes: 100 } },
			{ origin: 'files', action: { type: 'html', status: 200 } },
			{ origin: 'files', action: { type: 'drip', bytesPerTick: 4096, ms: 5 } },
		);
		assert.equal((await (await fetch(await link())).arrayBuffer()).byteLength, 100);
		assert.match(await (await fetch(await link())).text(), /^<html>/);
		assert.ok(Buffer.from(await (await fetch(await link())).arrayBuffer()).equals(Buffer.from(whole)));
	});

	it('does not mistake Tripo’s paths for Meshy’s', async () => {
		await bench().faults({ path: '/v3/**', action: { type: 'status', status: 500 } });
		assert.equal((await bench().call('GET', pathOf('remesh'))).status, 200);
	});
});
