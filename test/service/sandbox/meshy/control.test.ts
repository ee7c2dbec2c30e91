import assert from 'node:assert/strict';
import { failureNames } from '../../../../src/sandbox/meshy/meshyTaskError';
import { bytesOf, crate, dataUri, freshBench, key, pathOf, png } from './bench';

describe('sandbox, Meshy: control of tasks', () => {
	const bench = freshBench();

	/** The type of every failure, written down once more. */
	const types: Record<string, string> = {
		image_too_complex: 'invalid_input',
		model_missing_uv: 'invalid_input',
		model_insufficient_uv: 'invalid_input',
		invalid_input: 'invalid_input',
		moderation_blocked: 'invalid_input',
		timeout: 'timeout',
		format_conversion_failed: 'server_error',
		service_unavailable: 'service_unavailable',
		server_error: 'server_error',
	};

	it('knows every failure', () => {
		assert.deepEqual([...failureNames].sort(), Object.keys(types).sort());
	});

	for (const code of failureNames) {
		const hasCode = code !== 'service_unavailable' && code !== 'server_error';

		it(`fails a task with ${code}, at once and with its credits back`, async () => {
			const id = await bench().makePreview();
			await bench().control(`/tasks/${id}`, { code, message: 'as told' });
			const task = await bench().look('text-to-3d', id);
			assert.deepEqual([task.status, task.consumed_credits], ['FAILED', 0]);
			assert.deepEqual([task.task_error?.type, task.task_error?.message], [types[code], 'as told']);
			assert.equal(task.task_error?.code, hasCode ? code : undefined);
			assert.equal('doc_url' in (task.task_error ?? {}), hasCode);
			assert.equal(await bench().balance(), 10_000);
		});

		it(`fails a task with ${code} in the end, by a word in the prompt`, async () => {
			const prompt = `a crate sandbox-fail-${code.replaceAll('_', '-')}`;
			const id = await bench().makePreview({ prompt });
			await bench().advance(10);
			assert.equal((await bench().look('text-to-3d', id)).status, 'IN_PROGRESS');
			await bench().advance(1000);
			const task = await bench().look('text-to-3d', id);
			assert.deepEqual([task.status, task.task_error?.type], ['FAILED', types[code]]);
			assert.notEqual(task.task_error?.message, '');
			assert.ok(!('model_urls' in task));
		});
	}

	it('has words for an objection, at once or in the end', async () => {
		const refused = await bench().makePreview({ prompt: 'sandbox-refuse' });
		const banned = await bench().makePreview({ prompt: 'sandbox-ban' });
		await bench().advance(5);
		const early = await bench().look('text-to-3d', refused);
		assert.deepEqual([early.status, early.task_error?.code], ['FAILED', 'moderation_blocked']);
		assert.equal((await bench().look('text-to-3d', banned)).status, 'IN_PROGRESS');
		await bench().advance(1000);
		assert.equal((await bench().look('text-to-3d', banned)).task_error?.code, 'moderation_blocked');
	});

	it('looks for the words in every prompt', async () => {
		const preview_task_id = (await bench().done('text-to-3d', crate)).id;
		const texture_prompt = 'SANDBOX-FAIL';
		const fails = async (resource: string, body: object) =>
			(await bench().done(resource, { target_formats: ['glb'], ...body })).status;
		assert.equal(await fails('text-to-3d', { mode: 'refine', preview_task_id, texture_prompt }), 'FAILED');
		assert.equal(await fails('image-to-3d', { image_url: dataUri(png()), texture_prompt }), 'FAILED');
		const retexture = { input_task_id: preview_task_id, text_style_prompt: texture_prompt };
		assert.equal(await fails('retexture', retexture), 'FAILED');
		const picture = { ai_model: 'nano-banana', prompt: texture_prompt };
		assert.equal(await fails('text-to-image', picture), 'FAILED');
	});

	it('ends a task as told when it is due, or at once', async () => {
		const [one, two] = [await bench().makePreview(), await bench().makePreview()];
		await bench().control(`/tasks/${one}`, { status: 'FAILED', when: 'due' });
		await bench().control(`/tasks/${two}`, { status: 'SUCCEEDED' });
		assert.equal((await bench().look('text-to-3d', one)).status, 'PENDING');
		const done = await bench().look('text-to-3d', two);
		assert.equal(done.status, 'SUCCEEDED');
		assert.ok(done.started_at >= done.created_at && done.finished_at >= done.started_at);
		assert.equal((await bytesOf(done.model_urls.glb)).toString('latin1', 0, 4), 'glTF');
		await bench().advance(1000);
		assert.equal((await bench().look('text-to-3d', one)).task_error?.type, 'server_error');
	});

	it('shows any status until it is lifted; slot and credits stay taken', async () => {
		const id = await bench().makePreview();
		await bench().control(`/tasks/${id}`, { status: 'ON_HOLIDAY' });
		await bench().advance(1000);
		const task = await bench().look('text-to-3d', id);
		assert.equal(task.status, 'ON_HOLIDAY');
		assert.ok(!('model_urls' in task));
		assert.equal((await bench().ledger()).accounts[0]?.active, 1);
		assert.equal((await bench().call('DELETE', `${pathOf('text-to-3d')}/${id}`)).status, 409);
		await bench().control(`/tasks/${id}`, { status: null });
		assert.equal((await bench().look('text-to-3d', id)).status, 'SUCCEEDED');
	});

	it('decides about tasks that are not made yet, and tells the services apart', async () => {
		await bench().control('/tasks/next', { service: 'meshy', code: 'timeout' });
		await bench().control('/tasks/next', { service: 'meshy', durationSeconds: 1 });
		await bench().control('/tasks/next', { status: 'failed', code: 1001 });
		const [one, two, three] = [
			await bench().makePreview(),
			await bench().makePreview(),
			await bench().makePreview(),
		];
		await bench().advance(1);
		assert.equal((await bench().look('text-to-3d', two)).status, 'SUCCEEDED');
		await bench().advance(1000);
		assert.equal((await bench().look('text-to-3d', one)).task_error?.code, 'timeout');
		assert.equal((await bench().look('text-to-3d', three)).status, 'SUCCEEDED');
	});

	it('does not change what is final, and knows what it cannot do', async () => {
		const { id } = await bench().done('text-to-3d', crate);
		const cases: [string, object, RegExp][] = [
			[id, { status: 'FAILED' }, /final/],
			[id, { code: 'timeout' }, /final/],
			[id, { durationSeconds: 5 }, /final/],
			[id, { code: 'bad_luck' }, /code must be one of/],
			[id, { state: 'FAILED' }, /state is not known/],
			['next', { service: 'meshy', refund: true }, /refunded/],
			['next', { service: 'other' }, /service/],
		];
		for (const [task, body, complaint] of cases) {
			const answer = await bench().control(`/tasks/${task}`, body);
			assert.equal(answer.httpStatus, 400, JSON.stringify(body));
			assert.match(String(answer.error), complaint);
		}
	});
});

describe('sandbox, Meshy: control of the rest', () => {
	const bench = freshBench();

	it('says what is wrong with a body', async () => {
		const cases: [string, unknown, RegExp][] = [
			['/accounts', { key: 'msy_x' }, /key/],
			['/accounts', { key, plan: 'gold' }, /plan/],
			['/accounts', { key, slots: { overall: 1 } }, /slots/],
			['/accounts', { key, discount: 0.5 }, /discount is not known/],
			['/accounts', { key: 'tsk_bench-0001', plan: 'pro' }, /plan is not known/],
			['/variants', { meshy: { queueWord: 'Full' } }, /queueWord/],
			['/variants', { meshy: { mood: 'good' } }, /mood is not known/],
			['/variants', { meshy: [] }, /JSON object/],
		];
		for (const [path, body, complaint] of cases) {
			const answer = await bench().control(path, body);
			assert.equal(answer.httpStatus, 400, JSON.stringify(body));
			assert.match(String(answer.error), complaint);
		}
	});

	it('records every request with its service, and no secret', async () => {
		const { model_urls } = await bench().done('text-to-3d', crate);
		await bytesOf(model_urls.glb);
		await bench().call('GET', '/openapi/v1/balance', undefined, 'msy_x');
		await fetch(`${bench().sandbox.tripo}/account/balance`);
		const answer = await bench().control('/requests');
		const requests = answer.requests as Record<string, unknown>[];
		assert.deepEqual(
			requests.map(({ service, origin, method, status, refusal }) => [
				service,
				origin,
				method,
				status,
				refusal,
			]),
			[
				['meshy', 'api', 'POST', 202, null],
				['meshy', 'api', 'GET', 200, null],
				[null, 'files', 'GET', 200, null],
				['meshy', 'api', 'GET', 401, 'Invalid API key'],
				['tripo', 'api', 'GET', 401, null],
			],
		);
		const { taskId } = (await bench().ledger()).tasks[0] ?? {};
		assert.deepEqual(
			requests.slice(0, 3).map((request) => [request.taskId, request.account]),
			[
				[taskId, 'msy_…0001'],
				[taskId, 'msy_…0001'],
				[taskId, null],
			],
		);
		const text = JSON.stringify([answer, await bench().ledger()]);
		const signature = new URL(model_urls.glb ?? '').searchParams.get('Signature') ?? '';
		for (const secret of [key, key.slice(0, 12), signature, 'Signature=']) {
			assert.ok(!text.includes(secret), secret);
		}
	});

	it('goes back to the start, but gives no id twice', async () => {
		const before = await bench().makePreview();
		await bench().control('/accounts', { closed: true, plan: 'free', balance: 1 });
		await bench().control('/variants', { meshy: { accepted: 200, balance: 'late' } });
		await bench().control('/reset', {});
		assert.deepEqual(await bench().ledger(), { httpStatus: 200, accounts: [], entries: [], tasks: [] });
		const answer = await bench().preview();
		assert.deepEqual([answer.status, await bench().balance()], [202, 9980]);
		assert.notEqual(answer.body.result, before);
		assert.equal((await bench().preview()).status, 202, 'the plan of the start');
	});

	it('has a clock that is wrong in Meshy’s times too', async () => {
		await bench().control('/clock', { skewSeconds: -3600 });
		const { created_at } = await bench().look('text-to-3d', await bench().makePreview());
		const ago = (Date.now() - created_at) / 1000;
		assert.ok(ago >= 3600 && ago < 3660, String(ago));
	});
});
