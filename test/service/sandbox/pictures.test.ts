import assert from 'node:assert/strict';
import { type Answer, type Bench, freshBench, model, png } from './bench';

const fromImage = (bench: Bench, input: unknown, extra: object = {}): Promise<Answer> =>
	bench.call('POST', '/generation/image-to-model', { body: { input, model, ...extra } });
const fromViews = (bench: Bench, body: object): Promise<Answer> =>
	bench.call('POST', '/generation/multiview-to-model', { body: { model, ...body } });

async function glbOf(bench: Bench, answer: Answer): Promise<Buffer> {
	assert.equal(answer.status, 200, JSON.stringify(answer.body));
	await bench.advance(1000);
	const response = await fetch(await bench.modelLink(answer.data.task_id as string));
	const glb = Buffer.from(await response.arrayBuffer());
	assert.equal(glb.toString('latin1', 0, 4), 'glTF');
	assert.equal(glb.readUInt32LE(8), glb.length);
	return glb;
}

describe('sandbox: models from pictures', () => {
	const bench = freshBench();

	it('makes a model of an uploaded picture, and of a v2-shaped reference', async () => {
		const token = await bench().token();
		const one = await glbOf(bench(), await fromImage(bench(), token, { model_seed: 1 }));
		const two = await glbOf(bench(), await fromImage(bench(), { file_token: token }, { model_seed: 1 }));
		assert.ok(one.equals(two));
	});

	it('refuses what is not a picture it has', async () => {
		const made = await bench().task();
		const glb = await bench().token('a.glb', Buffer.from('glTF....'));
		const others = await bench().token('front.png', png(), 'tsk_somebody-else');
		const cases: [unknown, number, number][] = [
			[undefined, 400, 1004],
			['', 400, 1004],
			['data:image/png;base64,AAAA', 400, 1004],
			['https://example.com/a.png', 400, 1004],
			['file_00000000-0000-4000-8000-000000000000', 400, 1004],
			[others, 400, 1004],
			[glb, 400, 1004],
			[{ url: 'https://example.com/a.png' }, 400, 1004],
			['00000000-0000-4000-8000-000000000000', 404, 2001],
			[made, 400, 2007],
		];
		for (const [input, status, code] of cases) {
			const answer = await fromImage(bench(), input);
			assert.deepEqual([answer.status, answer.body.code], [status, code], String(input));
		}
		await bench().advance(1000);
		assert.equal((await fromImage(bench(), made)).body.code, 2006);
	});

	it('refuses pictures of less than 20 or more than 6000 pixels', async () => {
		for (const [width, height] of [
			[19, 64],
			[64, 6001],
		] as const) {
			const answer = await fromImage(bench(), await bench().token('a.png', png(width, height)));
			assert.equal(answer.body.code, 1004);
			assert.match(answer.body.message ?? '', new RegExp(`${width}×${height}`));
		}
		assert.equal((await fromImage(bench(), await bench().token('a.png', png(20, 20)))).status, 200);
	});

	it('checks what only pictures know', async () => {
		const answer = await fromImage(bench(), await bench().token(), { texture_alignment: 'nonsense' });
		assert.equal(answer.body.code, 1004);
	});

	it('lets a task fail, free of charge, when its picture cannot be read', async () => {
		const torn = png(256, 256).slice(0, 60);
		const answer = await fromImage(bench(), await bench().token('a.png', torn));
		assert.equal(answer.status, 200);
		await bench().advance(1000);
		const task = await bench().look(answer.data.task_id as string);
		assert.deepEqual([task.status, task.error_code, task.credits_consumed], ['failed', 1004, 0]);
		const balance = (await bench().call('GET', '/account/balance')).data;
		assert.deepEqual(balance, { balance: 10_000, frozen: 0 });
	});

	it('forgets a token after a day', async () => {
		const token = await bench().token();
		await bench().control('/clock', { advanceLinkSeconds: 23 * 3600 });
		assert.equal((await fromImage(bench(), token)).status, 200);
		await bench().control('/clock', { advanceLinkSeconds: 3601 });
		assert.equal((await fromImage(bench(), token)).body.code, 1004);
	});
});

describe('sandbox: models from views', () => {
	const bench = freshBench();

	it('takes keyed views in any order, views by position, and the older shape, to the same end', async () => {
		const [front, back] = [
			await bench().token('f.png', png(64, 64)),
			await bench().token('b.png', png(32, 48)),
		];
		const v2 = (token: string) => ({ type: 'png', file_token: token });
		const shapes = [
			{ inputs: [{ back }, { front }] },
			{ inputs: [{ front, back }] },
			{ inputs: [front, '', back, ''] },
			{ files: [v2(front), {}, v2(back), {}] },
		];
		const made: Buffer[] = [];
		for (const shape of shapes) {
			made.push(await glbOf(bench(), await fromViews(bench(), { ...shape, model_seed: 5 })));
		}
		for (const glb of made) {
			assert.ok(glb.equals(made[0] as Buffer));
		}
	});

	it('refuses views that do not add up', async () => {
		const token = await bench().token();
		const cases: object[] = [
			{},
			{ inputs: [] },
			{ inputs: [{ front: token }] },
			{ inputs: [{ left: token }, { back: token }] },
			{ inputs: [{ front: token }, { front: token }] },
			{ inputs: [{ front: token }, { top: token }] },
			{ inputs: [{ front: token }, token] },
			{ inputs: [token, token] },
			{ inputs: ['', token, token, ''] },
			{ inputs: [{ front: token }, { back: 'file_00000000-0000-4000-8000-000000000000' }] },
		];
		for (const body of cases) {
			const answer = await fromViews(bench(), body);
			assert.deepEqual([answer.status, answer.body.code], [400, 1004], JSON.stringify(body));
		}
	});

	it('knows no task that made views', async () => {
		const answer = await fromViews(bench(), { inputs: [{ task_id: await bench().task() }] });
		assert.equal(answer.body.code, 2007);
		const missing = await fromViews(bench(), { inputs: [{ task_id: 'x' }] });
		assert.equal(missing.body.code, 2001);
	});
});
