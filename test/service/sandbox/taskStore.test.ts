import assert from 'node:assert/strict';
import { AccountStore } from '../../../src/sandbox/accounts/accountStore';
import { Ledger } from '../../../src/sandbox/accounts/ledger';
import { Clock } from '../../../src/sandbox/clock';
import { openTripoAccount, slotsOf } from '../../../src/sandbox/tripo/tripoAccount';
import type { TripoTask } from '../../../src/sandbox/tripo/tripoTask';
import { TripoTaskStore } from '../../../src/sandbox/tripo/tripoTask';

/** A store with one task whose model is finished when the test says so. */
function storeWithSlowModel() {
	const clock = new Clock(0);
	const ledger = new Ledger(() => clock.wallMs());
	const terms = {
		balance: 100,
		discount: 1,
		slots: slotsOf(10),
		rates: { generation: 200, upload: 10 },
	};
	const accounts = new AccountStore({ service: 'tripo', terms, open: openTripoAccount }, ledger);
	const account = accounts.open('tsk_desk-0001');
	const waiting: (() => void)[] = [];
	const make = () => new Promise<undefined>((resolve) => waiting.push(() => resolve(undefined)));
	const store = new TripoTaskStore(clock, accounts, make, () => undefined);
	const task: TripoTask = {
		id: 'one',
		account: account.id,
		type: 'text_to_model',
		category: 'h',
		result: { kind: 'rigCheck', model: { from: 'upload', token: 'x', name: 'x.glb' } },
		echo: {},
		price: 20,
		createdAt: clock.wallMs(),
		bornAt: 0,
		queueMs: 10,
		runMs: 10,
		planned: { status: 'success' },
		shownProgress: 0,
	};
	accounts.move('freeze', account.id, task.id, task.price);
	store.add(account, task);
	const finishModels = async () => {
		while (waiting.length > 0) {
			waiting.shift()?.();
			await new Promise(setImmediate);
		}
	};
	return { clock, accounts, ledger, account, store, task, finishModels };
}

describe('sandbox: the moment a task ends', () => {
	it('charges once when two ends are on their way at the same time', async () => {
		const { ledger, account, store, task, finishModels } = storeWithSlowModel();
		const end = () => store.apply(task, { outcome: { status: 'success' }, atOnce: true });
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
		const { clock, ledger, store, task, finishModels } = storeWithSlowModel();
		clock.advance(1000);
		const settled = store.settle();
		await new Promise(setImmediate);
		store.forgetAll();
		await finishModels();
		await settled;
		assert.equal(task.ended, undefined);
		assert.deepEqual(
			ledger.entries().map((entry) => entry.kind),
			['freeze'],
		);
	});

	it('lets all who ask at that moment see the same end', async () => {
		const { clock, ledger, store, task, finishModels } = storeWithSlowModel();
		clock.advance(1000);
		const asked = [store.settle(), store.settle(), store.settle()];
		await new Promise(setImmediate);
		await finishModels();
		await Promise.all(asked);
		assert.equal(task.ended?.charged, 20);
		assert.equal(ledger.entries().length, 2);
	});
});
