import assert from 'node:assert/strict';
import { freshBench, ledger } from './bench';

const p1 = { model: 'P1-20260311' };

describe('sandbox: slots and request rate', () => {
	const bench = freshBench();

	it('lets an account have ten tasks queued or running, and an eleventh when one has ended', async () => {
		const first = await bench().task();
		for (let count = 1; count < 10; count += 1) {
			await bench().task();
		}
		const refused = await bench().generate();
		assert.deepEqual([refused.status, refused.body.code], [429, 2000]);
		const wait = Number(refused.headers.get('retry-after'));
		assert.ok(Number.isInteger(wait) && wait >= 1 && wait <= 20, String(wait));
		assert.equal((await bench().generate({}, 'tsk_somebody-else')).status, 200);
		await bench().control(`/tasks/${first}`, { status: 'cancelled' });
		assert.equal((await bench().generate()).status, 200);
		assert.equal((await bench().generate()).body.code, 2000);
		assert.equal((await ledger(bench())).accounts[0]?.peakConcurrent, 10);
	});

	it('frees a slot by the clock alone, without anybody asking for the task', async () => {
		await bench().control('/accounts', { slots: 1 });
		await bench().task();
		assert.equal((await bench().generate()).body.code, 2000);
		await bench().advance(1000);
		assert.equal((await bench().generate()).status, 200);
		const { accounts } = await ledger(bench());
		assert.deepEqual([accounts[0]?.peakConcurrent, accounts[0]?.tasksMade, accounts[0]?.active], [1, 2, 1]);
	});

	it('never goes over the slots when requests come all at once', async () => {
		const answers = await Promise.all(Array.from({ length: 25 }, () => bench().generate()));
		assert.equal(answers.filter((answer) => answer.status === 200).length, 10);
		assert.equal(answers.filter((answer) => answer.body.code === 2000).length, 15);
		assert.equal((await ledger(bench())).accounts[0]?.peakConcurrent, 10);
	});

	it('has five slots for low-poly models, beside those for the others', async () => {
		for (let count = 0; count < 5; count += 1) {
			await bench().task(p1);
		}
		assert.equal((await bench().generate(p1)).body.code, 2000);
		for (let count = 0; count < 5; count += 1) {
			await bench().task();
		}
		assert.equal((await bench().generate()).body.code, 2000, 'ten over all');
	});

	it('can be given other slots, of one account or of all', async () => {
		await bench().control('/accounts', { slots: { p: 1 } });
		await bench().control('/accounts', { key: 'tsk_enterprise', slots: { overall: 20, p: 12 } });
		await bench().task(p1);
		assert.equal((await bench().generate(p1)).body.code, 2000);
		for (let count = 0; count < 12; count += 1) {
			await bench().task(p1, 'tsk_enterprise');
		}
		assert.equal((await bench().generate(p1, 'tsk_enterprise')).body.code, 2000);
	});

	it('counts generations per minute and key, and not the polling', async () => {
		await bench().control('/accounts', { rates: { generation: 3 } });
		const id = await bench().task();
		for (let count = 0; count < 10; count += 1) {
			await bench().look(id);
			await bench().call('POST', '/tasks/list', { body: { task_ids: [id] } });
		}
		const second = await bench().generate();
		assert.deepEqual(
			['limit', 'remaining'].map((name) => second.headers.get(`x-ratelimit-${name}`)),
			['3', '1'],
		);
		await bench().generate({ prompt: '' });
		const refused = await bench().generate();
		assert.deepEqual([refused.status, refused.body.code], [429, 1007]);
		assert.ok(Number(refused.headers.get('retry-after')) >= 1);
		assert.equal((await bench().generate({}, 'tsk_somebody-else')).status, 200);
		await bench().advance(60);
		assert.equal((await bench().generate()).status, 200);
	});

	it('says how long to wait in real seconds when the clock is sped up', async () => {
		await bench().control('/accounts', { rates: { generation: 0 } });
		await bench().control('/clock', { speed: 20 });
		const refused = await bench().generate();
		const wait = Number(refused.headers.get('retry-after'));
		assert.ok(wait >= 1 && wait <= 3, String(wait));
		const until = Number(refused.headers.get('x-ratelimit-reset')) - Date.now() / 1000;
		assert.ok(until > 0 && until <= 4, String(until));
	});
});

describe('sandbox: slots chosen at the start', () => {
	const bench = freshBench({ tripoSlots: 2 });

	it('holds for every account', async () => {
		await bench().task();
		await bench().task();
		assert.equal((await bench().generate()).body.code, 2000);
	});
});
