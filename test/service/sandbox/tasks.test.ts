import assert from 'node:assert/strict';
import { Clock } from '../../../src/sandbox/clock';
import { startSandbox } from '../../../src/sandbox/sandbox';
import { Bench, freshBench, model } from './bench';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('sandbox: a task and its life', () => {
	const bench = freshBench();

	it('is queued, then runs, then succeeds, and its progress never falls', async () => {
		const answer = await bench().generate();
		assert.equal(answer.data.status, 'queued');
		assert.equal(answer.data.type, 'text_to_model');
		const id = answer.data.task_id as string;
		assert.match(id, uuid);
		const seen: string[] = [];
		let progress = 0;
		for (let second = 0; second < 110; second += 1) {
			const task = await bench().look(id);
			assert.ok((task.progress as number) >= progress, `${task.progress} after ${progress}`);
			progress = task.progress as number;
			assert.equal(task.status === 'success', progress === 100);
			if (seen.at(-1) !== task.status) {
				seen.push(task.status as string);
			}
			await bench().advance(1);
		}
		assert.deepEqual(seen, ['queued', 'running', 'success']);
	});

	it('takes about as long as the real ones: 80 s textured, 40 s bare, 10 s bare and low-poly', async () => {
		const cases = [
			[{}, 80],
			[{ texture: false, pbr: false }, 40],
			[{ model: 'P1-20260311' }, 60],
			[{ model: 'P1-20260311', texture: false, pbr: false }, 10],
		] as const;
		for (const [extra, seconds] of cases) {
			const id = await bench().task(extra);
			await bench().advance(seconds * 0.8);
			assert.equal((await bench().look(id)).status, 'running', `${seconds} s: too early`);
			await bench().advance(seconds * 0.4 + 4);
			assert.equal((await bench().look(id)).status, 'success', `${seconds} s: too late`);
		}
	});

	it('shows what it was asked for, when, and what came of it', async () => {
		const before = Math.floor(Date.now() / 1000) * 1000;
		const id = await bench().task({ prompt: 'a red barrel', face_limit: 900, texture_quality: 'detailed' });
		const running = await bench().look(id);
		const input = running.input as Record<string, unknown>;
		assert.equal(input.prompt, 'a red barrel');
		assert.equal(input.model_version, model);
		assert.equal(input.face_limit, 900);
		assert.equal(input.texture, true);
		assert.equal(typeof input.model_seed, 'number');
		for (const early of ['output', 'completed_at', 'credits_consumed']) {
			assert.ok(!(early in running), early);
		}
		await bench().advance(1000);
		const done = await bench().look(id);
		for (const name of ['created_at', 'completed_at']) {
			assert.match(done[name] as string, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
			assert.ok(Date.parse(done[name] as string) >= before && Date.parse(done[name] as string) <= Date.now());
		}
		assert.equal(done.credits_consumed, 30);
		assert.deepEqual(Object.keys(done.output as object), ['model_url', 'rendered_image_url']);
	});

	it('is there only for the key that made it', async () => {
		const id = await bench().task();
		const answer = await bench().call('GET', `/tasks/${id}`, { key: 'tsk_somebody-else' });
		assert.deepEqual([answer.status, answer.body.code], [404, 2001]);
	});

	it('can be listed with others, in each of the shapes that are known', async () => {
		const [one, two] = [await bench().task(), await bench().task()];
		const list = async () =>
			(await bench().call('POST', '/tasks/list', { body: { task_ids: [two, 'x', one] } })).data;
		const map = (await list()) as { tasks: Record<string, { task_id: string }>; missed: string[] };
		assert.deepEqual(Object.keys(map.tasks), [two, one]);
		assert.equal(map.tasks[one]?.task_id, one);
		assert.deepEqual(map.missed, ['x']);
		await bench().control('/variants', { taskList: 'list' });
		const listed = (await list()) as { tasks: { task_id: string }[]; missed: string[] };
		assert.deepEqual([listed.tasks.map((task) => task.task_id), listed.missed], [[two, one], ['x']]);
		await bench().control('/variants', { taskList: 'bareList' });
		const bare = (await list()) as unknown as { task_id: string }[];
		assert.deepEqual(
			bare.map((task) => task.task_id),
			[two, one],
		);
	});

	it('lists 1 to 100 ids', async () => {
		for (const ids of [[], Array(101).fill('x'), 'x', [1]]) {
			const answer = await bench().call('POST', '/tasks/list', { body: { task_ids: ids } });
			assert.equal(answer.body.code, 1004);
		}
		const most = await bench().call('POST', '/tasks/list', { body: { task_ids: Array(100).fill('x') } });
		assert.equal(most.status, 200);
	});

	for (const [word, code] of [
		['sandbox-ban', 2008],
		['sandbox-fail', 1001],
	] as const) {
		it(`fails in the end with code ${code} when the prompt has the word ${word}`, async () => {
			const id = await bench().task({ prompt: `a chair, ${word}` });
			assert.equal((await bench().look(id)).status, 'queued');
			await bench().advance(1000);
			const task = await bench().look(id);
			assert.deepEqual([task.status, task.error_code, task.credits_consumed], ['failed', code, 0]);
			assert.equal(typeof task.error_message, 'string');
			assert.ok(!('output' in task));
		});
	}

	it('is not made at all, code 2008, when a prompt or file name has the word sandbox-refuse', async () => {
		const answer = await bench().generate({ prompt: 'a Sandbox-Refuse chair' });
		assert.deepEqual([answer.status, answer.body.code], [400, 2008]);
		const input = await bench().token('sandbox-refuse.png');
		const picture = await bench().call('POST', '/generation/image-to-model', { body: { input, model } });
		assert.equal(picture.body.code, 2008);
		assert.deepEqual((await bench().call('GET', '/account/usage')).data, []);
	});
});

describe('sandbox: the same seed', () => {
	const made: Bench[] = [];
	const start = async (seed: number): Promise<Bench> => {
		const bench = new Bench(await startSandbox({ speed: 0, seed }));
		made.push(bench);
		return bench;
	};
	afterEach(async () => {
		await Promise.all(made.splice(0).map((bench) => bench.sandbox.close()));
	});

	it('gives the same ids and the same files, another seed others', async () => {
		const facts = async (bench: Bench) => {
			const id = await bench.task();
			await bench.advance(1000);
			const bytes = Buffer.from(await (await fetch(await bench.modelLink(id))).arrayBuffer());
			return { id, bytes: bytes.toString('base64') };
		};
		const [one, same, other] = [
			await facts(await start(3)),
			await facts(await start(3)),
			await facts(await start(4)),
		];
		assert.deepEqual(one, same);
		assert.notEqual(one.id, other.id);
	});
});

describe('sandbox: the clock', () => {
	it('runs as fast as it is told, and tells real time for past work', () => {
		let now = 1_000_000;
		const clock = new Clock(10, undefined, () => now);
		now += 2000;
		assert.equal(clock.workMs(), 20_000);
		assert.equal(clock.wallOf(5000), 1_000_500);
		assert.equal(clock.realMsUntil(30_000), 1000);
		clock.setSpeed(0);
		now += 5000;
		assert.equal(clock.workMs(), 20_000);
		assert.equal(clock.realMsUntil(30_000), Number.POSITIVE_INFINITY);
		clock.advance(500);
		assert.equal(clock.workMs(), 20_500);
	});

	it('goes on over a restart as if it had never stopped', () => {
		let now = 1_000_000;
		const first = new Clock(10, undefined, () => now);
		now += 1000;
		const reading = first.reading();
		now += 3000;
		const second = new Clock(2, reading, () => now);
		assert.equal(second.workMs(), 40_000);
		now += 1000;
		assert.equal(second.workMs(), 42_000);
	});
});
