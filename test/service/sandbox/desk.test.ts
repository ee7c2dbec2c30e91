import assert from 'node:assert/strict';
import { openAccount, slotsOf } from '../../../src/sandbox/accounts/account';
import { Bank } from '../../../src/sandbox/accounts/bank';
import { Ledger } from '../../../src/sandbox/accounts/ledger';
import { Clock } from '../../../src/sandbox/clock';
import { TaskDesk } from '../../../src/sandbox/tripo/desk';
import type { Task } from '../../../src/sandbox/tripo/task';

/** A desk with one task whose model is finished when the test says so. */
function deskWithSlowModel() {
	const clock = new Clock(0);
	const ledger = new Ledger(() => clock.wallMs());
	const terms = {
		balance: 100,
		discount: 1,
		slots: slotsOf(10),
		rates: { generation: 200, upload: 10 },
	};
	const bank = new Bank({ service: 'tripo', terms, open: openAccount }, ledger);
	const account = bank.open('tsk_desk-0001');
	const waiting: (() => void)[] = [];
	const make = () => new Promise<undefined>((resolve) => waiting.push(() => resolve(undefined)));
	const desk = new TaskDesk(clock, bank, make, () => undefined);
	const task: Task = {
		id: 'one',
		account: account.id,
		type: 'text_to_model',
		category: 'h',
		result: { kind: 'rigCheck', model: { from: 'upload', token: 'x', kind: 'glb' } },
		input: {},
		price: 20,
		createdAt: clock.wallMs(),
		bornAt: 0,
		queueMs: 10,
		runMs: 10,
		plan: { status: 'success' },
		shownProgress: 0,
	};
	bank.freeze(account.id, task.id, task.price);
	desk.add(account, task);
	const finishModels = async () => {
		while (waiting.length > 0) {
			waiting.shift()?.();
			await new Promise(setImmediate);
		}
	};
	return { clock, bank, ledger, account, desk, task, finishModels };
}

describe('sandbox: the moment a task ends', () => {
	it('charges once when two ends are on their way at the same time', async () => {
		const { ledger, account, desk, task, finishModels } = deskWithSlowModel();
		const end = () => desk.intervene(task, { ending: { status: 'success' }, atOnce: true });
		const both = [end(), end()];
		await new Promise(setImmediate);
		await finishModels();
		await Promise.all(both);
		assert.deepEqual(
			ledger.entries().map((entry) => entry.kind),
			['freeze', 'charge'],
		);
		assert.deepEqual([account.balance, account.frozen, account.charged], [80, 0, 20]);
	});

	it('leaves a task alone that was forgotten while its model was made', async () => {
		const { clock, ledger, desk, task, finishModels } = deskWithSlowModel();
		clock.advance(1000);
		const settled = desk.settle();
		await new Promise(setImmediate);
		desk.forgetAll();
		await finishModels();
		await settled;
		assert.equal(task.ended, undefined);
		assert.deepEqual(
			ledger.entries().map((entry) => entry.kind),
			['freeze'],
		);
	});

	it('lets all who ask at that moment see the same end', async () => {
		const { clock, ledger, desk, task, finishModels } = deskWithSlowModel();
		clock.advance(1000);
		const asked = [desk.settle(), desk.settle(), desk.settle()];
		await new Promise(setImmediate);
		await finishModels();
		await Promise.all(asked);
		assert.equal(task.ended?.charged, 20);
		assert.equal(ledger.entries().length, 2);
	});
});
