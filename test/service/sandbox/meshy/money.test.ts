import assert from 'node:assert/strict';
import { crate, freshBench } from './bench';

describe('sandbox, Meshy: credits', () => {
	const bench = freshBench();
	const kinds = async () => (await bench().ledger()).entries.map(({ kind, credits }) => [kind, credits]);

	it('go when a task is made, and nothing happens to them when it succeeds', async () => {
		const id = await bench().makePreview();
		assert.equal(await bench().balance(), 9980);
		assert.equal((await bench().look('text-to-3d', id)).consumed_credits, 20);
		await bench().advance(1000);
		assert.equal((await bench().look('text-to-3d', id)).consumed_credits, 20);
		assert.equal(await bench().balance(), 9980);
		assert.deepEqual(await kinds(), [['charge', 20]]);
		const { accounts, tasks } = await bench().ledger();
		assert.deepEqual([accounts[0]?.charged, accounts[0]?.refunded], [20, 0]);
		assert.deepEqual([tasks[0]?.service, tasks[0]?.price, tasks[0]?.charged], ['meshy', 20, 20]);
	});

	it('come back once when it fails, whoever asks, and however often', async () => {
		const id = await bench().makePreview({ prompt: 'sandbox-fail' });
		assert.equal(await bench().balance(), 9980);
		await bench().advance(1000);
		await Promise.all([
			bench().balance(),
			bench().look('text-to-3d', id),
			bench().ledger(),
			bench().balance(),
		]);
		assert.equal(await bench().balance(), 10_000);
		const task = await bench().look('text-to-3d', id);
		assert.deepEqual([task.status, task.consumed_credits], ['FAILED', 0]);
		assert.deepEqual(await kinds(), [
			['charge', 20],
			['refund', 20],
		]);
		const { accounts } = await bench().ledger();
		assert.deepEqual([accounts[0]?.charged, accounts[0]?.refunded], [20, 20]);
	});

	it('come back when it is cancelled', async () => {
		const id = await bench().makePreview();
		await bench().control(`/tasks/${id}`, { status: 'CANCELED' });
		const task = await bench().look('text-to-3d', id);
		assert.deepEqual([task.status, task.consumed_credits, task.started_at], ['CANCELED', 0, 0]);
		assert.deepEqual(task.task_error, { message: '' });
		assert.equal(await bench().balance(), 10_000);
	});

	it('are missing: 402, and nothing is taken or made', async () => {
		await bench().control('/accounts', { balance: 19.9 });
		assert.equal(await bench().balance(), 19, 'credits are whole');
		const answer = await bench().preview();
		assert.equal(answer.status, 402);
		assert.deepEqual(Object.keys(answer.body), ['message']);
		assert.equal(await bench().balance(), 19);
		assert.deepEqual((await bench().ledger()).tasks, []);
		await bench().control('/accounts', { balance: 20 });
		assert.equal((await bench().preview()).status, 202);
		assert.equal(await bench().balance(), 0);
	});

	it('are not taken for a request that is refused', async () => {
		for (const wrong of [{ prompt: '' }, { ai_model: 'meshy-4' }, { mode: 'refine' }]) {
			assert.equal((await bench().preview(wrong)).status, 400);
		}
		assert.deepEqual(await kinds(), []);
	});

	it('show late in the balance of some accounts, and at once in the task', async () => {
		await bench().control('/variants', { meshy: { balance: 'late' } });
		const id = await bench().makePreview();
		assert.equal(await bench().balance(), 10_000);
		assert.equal((await bench().look('text-to-3d', id)).consumed_credits, 20);
		await bench().advance(1000);
		assert.equal(await bench().balance(), 9980);
	});

	it('of a failure may be kept at first and given back later, once', async () => {
		const id = await bench().makePreview();
		await bench().control(`/tasks/${id}`, { code: 'timeout', keepCharge: true });
		assert.equal((await bench().look('text-to-3d', id)).consumed_credits, 20);
		assert.equal(await bench().balance(), 9980);
		await bench().control(`/tasks/${id}`, { refund: true });
		assert.equal((await bench().look('text-to-3d', id)).consumed_credits, 0);
		assert.equal(await bench().balance(), 10_000);
		assert.equal((await bench().control(`/tasks/${id}`, { refund: true })).httpStatus, 400);
	});

	it('stand in the same ledger as Tripo’s, each with its service', async () => {
		const { tripo } = bench().sandbox;
		await fetch(`${tripo}/generation/text-to-model`, {
			method: 'POST',
			headers: { Authorization: 'Bearer tsk_bench-0001', 'Content-Type': 'application/json' },
			body: JSON.stringify({ prompt: 'a crate', model: 'v3.1-20260211' }),
		});
		await bench().makePreview({ prompt: crate.prompt });
		const { accounts, entries, tasks } = await bench().ledger();
		assert.deepEqual(
			accounts.map(({ service, key }) => [service, key]),
			[
				['tripo', 'tsk_…0001'],
				['meshy', 'msy_…0001'],
			],
		);
		assert.deepEqual(
			entries.map(({ service, kind }) => [service, kind]),
			[
				['tripo', 'freeze'],
				['meshy', 'charge'],
			],
		);
		assert.deepEqual(
			tasks.map(({ service, type, prompt }) => [service, type, prompt]),
			[
				['tripo', 'text_to_model', 'a crate'],
				['meshy', 'text-to-3d-preview', 'a wooden crate'],
			],
		);
	});
});
