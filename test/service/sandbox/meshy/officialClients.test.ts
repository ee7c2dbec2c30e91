import assert from 'node:assert/strict';
import { bytesOf, crate, dataUri, freshBench, key, png } from './bench';
import { glb } from './counter';

describe('sandbox, Meshy: as official clients ask', () => {
	const bench = freshBench();
	const variants = (meshy: object) => bench().control('/variants', { meshy });
	const picture = dataUri(png());

	it('remesh: a size of 0 asks for no size, and does not exclude another', async () => {
		const input_task_id = (await bench().done('text-to-3d', crate)).id;
		// What the tool server sends beside everything that it is asked for.
		const always = { input_task_id, ...glb, resize_height: 0, convert_format_only: false };
		const plain = await bench().done('remesh', { input_task_id, ...glb });
		const asked = await bench().done('remesh', always);
		assert.ok((await bytesOf(asked.model_urls.glb)).equals(await bytesOf(plain.model_urls.glb)));
		for (const size of [{ resize_longest_side: 2 }, { auto_size: true }, { resize_longest_side: 0 }])
			assert.equal((await bench().post('remesh', { ...always, ...size })).status, 202, JSON.stringify(size));
	});

	it('multi-image: a `model_type`, which this call does not know, changes nothing', async () => {
		for (const model_type of ['standard', 'lowpoly', 'smart-topology']) {
			const body = { image_urls: [picture], should_texture: false, ...glb, model_type };
			const task = await bench().done('multi-image-to-3d', body);
			assert.deepEqual([task.status, task.consumed_credits, task.ai_model], ['SUCCEEDED', 20, 'latest']);
		}
		const { requests } = await bench().control('/requests');
		const posts = (requests as { method: string; ignored: string[] }[]).filter(
			({ method }) => method === 'POST',
		);
		assert.deepEqual(
			posts.map(({ ignored }) => ignored),
			Array(3).fill(['model_type']),
		);
	});

	it('several views with an aspect ratio: refused, or the ratio is ignored', async () => {
		const body = { ai_model: 'nano-banana', prompt: 'x', aspect_ratio: '1:1', generate_multi_view: true };
		assert.equal((await bench().post('text-to-image', body)).status, 400);
		await variants({ ratioOfViews: 'ignored' });
		assert.equal((await bench().done('text-to-image', body)).image_urls.length, 3);
		const unfit = await bench().post('text-to-image', { ...body, aspect_ratio: '3:2' });
		assert.equal(unfit.status, 400, 'a ratio that the model does not know stays refused');
	});

	it('a refine by `latest` of another generation’s preview: refused, or taken', async () => {
		const preview_task_id = (await bench().done('text-to-3d', { ...crate, ai_model: 'meshy-6' })).id;
		const body = { mode: 'refine', preview_task_id, ...glb, ai_model: 'latest' };
		assert.equal((await bench().post('text-to-3d', body)).status, 400);
		await variants({ latestRefines: 'all' });
		assert.equal((await bench().done('text-to-3d', body)).status, 'SUCCEEDED');
		const other = await bench().post('text-to-3d', { ...body, ai_model: 'meshy-7.1' });
		assert.equal(other.status, 400, 'other pairs stay refused');
	});

	it('a texture after views: by one model alone, or by all of its generation', async () => {
		const input_task_id = (await bench().done('text-to-3d', crate)).id;
		const body = { input_task_id, ...glb, multiview_image_urls: [picture] };
		const models = ['latest', undefined, 'meshy-7.1', 'meshy-7', 'meshy-6'];
		const statuses = async () => {
			const answers = models.map((ai_model) => bench().post('retexture', { ...body, ai_model }));
			return (await Promise.all(answers)).map(({ status }) => status);
		};
		assert.deepEqual(await statuses(), [400, 400, 400, 202, 400]);
		await variants({ viewsModels: 'generation' });
		assert.deepEqual(await statuses(), [202, 202, 202, 202, 400]);
	});

	it('says which variants there are, and goes back to the likely ones', async () => {
		const { meshy, http } = await variants({ ratioOfViews: 'ignored' });
		assert.equal((meshy as Record<string, unknown>).ratioOfViews, 'ignored');
		assert.deepEqual(http, { fileAuthorization: 'ignored', encoding: 'identity', headerNames: 'usual' });
		await bench().control('/reset', {});
		const after = (await bench().control('/variants', {})).meshy as Record<string, unknown>;
		assert.deepEqual(
			[after.ratioOfViews, after.latestRefines, after.viewsModels],
			['refused', 'matching', 'named'],
		);
		assert.equal((await variants({ ratioOfViews: 'often' })).httpStatus, 400);
	});

	it('paths from before the prefix lead where they always did', async () => {
		const answer = await bench().call('POST', '/v2/text-to-3d', crate);
		assert.equal(answer.status, 202);
		const look = await bench().call<{ id: string }>('GET', `/v2/text-to-3d/${answer.body.result}`);
		assert.equal(look.body.id, answer.body.result);
		assert.equal((await bench().call('GET', '/v1/balance')).status, 200);
	});

	for (const path of ['/', '/nothing', '/openapi', '/openapi/', '/v1/nothing', '/v3x', '/web/public/nothing'])
		it(`answers GET ${path} as Meshy, for it is the host of no other`, async () => {
			const answer = await fetch(bench().sandbox.meshy + path, {
				headers: { Authorization: `Bearer ${key}` },
			});
			assert.equal(answer.status, 404);
			assert.match(answer.headers.get('x-api-version') ?? '', /^\d{4}-/);
			assert.deepEqual(Object.keys((await answer.json()) as object), ['message']);
		});

	it('answers wrong methods as Meshy, with those that would do', async () => {
		for (const [method, path, allowed] of [
			['PATCH', '/openapi/v1/remesh', 'POST, GET'],
			['POST', '/v1/balance', 'GET'],
		] as const) {
			const answer = await bench().call(method, path, {});
			assert.deepEqual([answer.status, Object.keys(answer.body)], [405, ['message']]);
			assert.equal(answer.headers.get('allow'), allowed);
		}
	});
});
