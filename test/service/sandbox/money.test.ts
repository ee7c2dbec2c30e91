import assert from 'node:assert/strict';
import { freshBench, ledger } from './bench';

const bare = { texture: false, pbr: false };
const [h, p1, p2] = ['v3.1-20260211', 'P1-20260311', 'P2-20260801'];

describe('sandbox: credits', () => {
	const bench = freshBench();
	const balance = async () => (await bench().call('GET', '/account/balance')).data;

	const prices: [Record<string, unknown>, number, number][] = [
		[{ model: h, ...bare }, 10, 20],
		[{ model: h }, 20, 30],
		[{ model: h, texture_quality: 'detailed' }, 30, 40],
		[{ model: h, texture_quality: 'extreme' }, 40, 50],
		[{ model: h, texture_quality: 'fast', texture_version: 'v3.5-20260815' }, 20, 30],
		[{ model: h, texture: false }, 20, 30],
		[{ model: h, ...bare, texture_quality: 'extreme' }, 10, 20],
		[{ model: h, geometry_quality: 'detailed' }, 40, 50],
		[{ model: h, smart_low_poly: true }, 30, 40],
		[{ model: h, ...bare, generate_parts: true, geometry_quality: 'detailed' }, 50, 60],
		[{ model: p1, ...bare }, 30, 40],
		[{ model: p1, texture_quality: 'extreme' }, 60, 70],
		[{ model: p2, ...bare }, 100, 100],
		[{ model: p2, texture_quality: 'detailed' }, 120, 120],
	];
	for (const [parameters, words, picture] of prices) {
		it(`costs ${words} from words and ${picture} from a picture: ${JSON.stringify(parameters)}`, async () => {
			await bench().task(parameters);
			const input = await bench().token();
			await bench().call('POST', '/generation/image-to-model', { body: { input, ...parameters } });
			const { tasks } = await ledger(bench());
			assert.deepEqual(
				tasks.map((task) => task.price),
				[words, picture],
			);
		});
	}

	it('are frozen for a task, and charged once when it succeeds', async () => {
		const id = await bench().task();
		assert.deepEqual(await balance(), { balance: 9980, frozen: 20 });
		await bench().advance(1000);
		await Promise.all([balance(), bench().look(id), balance(), bench().look(id), ledger(bench())]);
		assert.deepEqual(await balance(), { balance: 9980, frozen: 0 });
		const { entries, accounts } = await ledger(bench());
		assert.deepEqual(
			entries.map(({ kind, credits, taskId }) => [kind, credits, taskId]),
			[
				['freeze', 20, id],
				['charge', 20, id],
			],
		);
		assert.deepEqual([accounts[0]?.charged, accounts[0]?.balance, accounts[0]?.frozen], [20, 9980, 0]);
	});

	it('come back when a task fails', async () => {
		await bench().task({ prompt: 'sandbox-fail' });
		await bench().advance(1000);
		assert.deepEqual(await balance(), { balance: 10_000, frozen: 0 });
		assert.deepEqual(
			(await ledger(bench())).entries.map((entry) => entry.kind),
			['freeze', 'release'],
		);
	});

	it('are missing: 403 and code 2010, and nothing is frozen', async () => {
		await bench().control('/accounts', { balance: 19.99 });
		const answer = await bench().generate();
		assert.deepEqual([answer.status, answer.body.code], [403, 2010]);
		assert.deepEqual(await balance(), { balance: 19.99, frozen: 0 });
		await bench().control('/accounts', { balance: 20 });
		assert.equal((await bench().generate()).status, 200);
	});

	it('are fractions with a discount', async () => {
		await bench().control('/accounts', { discount: 0.85 });
		const id = await bench().task({ texture_quality: 'detailed' });
		assert.deepEqual(await balance(), { balance: 9974.5, frozen: 25.5 });
		await bench().advance(1000);
		assert.equal((await bench().look(id)).credits_consumed, 25.5);
	});

	it('do not gather binary dust', async () => {
		await bench().control('/accounts', { discount: 0.07 });
		for (let count = 0; count < 3; count += 1) {
			await bench().task({ texture: false, pbr: false });
		}
		assert.deepEqual(await balance(), { balance: 9997.9, frozen: 2.1 });
	});

	it('are shown in the usage, newest first, unfinished tasks too, page by page', async () => {
		const [one, two, three] = [await bench().task(), await bench().task(), await bench().task()];
		await bench().control(`/tasks/${two}`, { status: 'success' });
		const usage = async (query = '') =>
			(await bench().call('GET', `/account/usage${query}`)).data as unknown as Record<string, unknown>[];
		const rows = await usage();
		assert.deepEqual(
			rows.map((row) => [row.task_id, row.type, row.status, row.credits_consumed]),
			[
				[three, 'text_to_model', 'queued', 0],
				[two, 'text_to_model', 'success', 20],
				[one, 'text_to_model', 'queued', 0],
			],
		);
		assert.deepEqual(
			(await usage('?limit=1&offset=2')).map((row) => row.task_id),
			[one],
		);
		for (const query of ['?limit=0', '?limit=201', '?offset=-1', '?limit=', '?limit=x']) {
			assert.equal((await bench().call('GET', `/account/usage${query}`)).body.code, 1004, query);
		}
		await bench().control('/variants', { usage: 'endedOnly' });
		assert.deepEqual(
			(await usage()).map((row) => row.task_id),
			[two],
		);
	});

	it('of a failure may be kept at first and refunded later, once', async () => {
		const id = await bench().task();
		await bench().control(`/tasks/${id}`, { status: 'failed', code: 1001, keepCharge: true });
		assert.equal((await bench().look(id)).credits_consumed, 20);
		assert.equal((await balance()).balance, 9980);
		await bench().control(`/tasks/${id}`, { refund: true });
		assert.equal((await bench().look(id)).credits_consumed, 0);
		assert.equal((await balance()).balance, 10_000);
		assert.equal((await bench().control(`/tasks/${id}`, { refund: true })).httpStatus, 400);
		const { entries, accounts } = await ledger(bench());
		assert.deepEqual(
			entries.map((entry) => entry.kind),
			['freeze', 'charge', 'refund'],
		);
		assert.equal(accounts[0]?.refunded, 20);
	});
});
