import assert from 'node:assert/strict';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Law 3: no job fails for a 429', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	async function allDone(count: number, meanwhile = async (): Promise<void> => {}): Promise<void> {
		const ids = await harness.make(
			run,
			...Array.from({ length: count }, (_, index) => text(`crate ${index}`)),
		);
		await meanwhile();
		for (const id of ids)
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'refused', 'blocked'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20 * count, tasks: count });
	}
	const refused = async (): Promise<number> =>
		(await harness.sandbox.posts()).filter(({ status }) => status === 429).length;

	it('adapts when the account has fewer slots than we think (2000)', async () => {
		await harness.sandbox.control('/accounts', { key: harness.accounts.key, slots: 2 });
		// No task ends before the service has refused one.
		await harness.sandbox.control('/clock', { speed: 0 });
		await allDone(5, async () => {
			await eventually('the service to refuse some', async () => (await refused()) > 0);
			await harness.sandbox.control('/clock', { speed: 400 });
		});
	});

	it('waits out too many requests (1007)', async () => {
		await harness.sandbox.control('/faults', [
			{ path: '/generation/**', times: 3, action: { type: 'status', status: 429, code: 1007 } },
		]);
		await allDone(2);
		assert.equal(await refused(), 3);
	});

	it('waits as long as the service says', async () => {
		const headers = { 'Retry-After': '1' };
		await harness.sandbox.control('/faults', [
			{ path: '/generation/**', action: { type: 'status', status: 429, code: 1007, headers } },
		]);
		await allDone(1);
		assert.match(harness.log.text, /next try in at most 1000 ms/);
	});

	it('does not take the end of the rate window for a wait that was asked for', async () => {
		const headers = { 'X-RateLimit-Reset': String(Math.ceil(Date.now() / 1000) + 600) };
		await harness.sandbox.control('/faults', [
			{ path: '/generation/**', action: { type: 'status', status: 503, headers } },
			{ method: 'GET', path: '/tasks/*', action: { type: 'status', status: 502, headers } },
		]);
		await allDone(1);
		assert.doesNotMatch(harness.log.text, /next try in at most \d{5,} ms/);
	});

	it('uses more slots as soon as the setting says so', async () => {
		// Time stands still: no task ends, and whoever has a slot keeps it.
		await harness.sandbox.control('/clock', { speed: 0 });
		harness.accounts.tier = { concurrentTasks: 1, classes: {}, budgets: [] };
		harness.accounts.setKey(harness.accounts.key);
		const ids = await harness.make(run, ...Array.from({ length: 4 }, (_, index) => text(`crate ${index}`)));
		await harness.until(run, ids[0] ?? '', 'running');
		assert.equal(run.journal.get(ids[1] ?? '').state.kind, 'waiting');
		harness.accounts.tier = { concurrentTasks: 4, classes: {}, budgets: [] };
		harness.accounts.setKey(harness.accounts.key);
		for (const id of ids) await harness.until(run, id, 'running');
		assert.equal((await harness.sandbox.ledger()).accounts[0]?.peakConcurrent, 4);
		await harness.sandbox.control('/clock', { speed: 400 });
		for (const id of ids) await harness.until(run, id, 'done');
	});
});
