import assert from 'node:assert/strict';
import { EngineHarness, type Run, sandboxClock, text } from '../engineHarness';

const machines = 5;
const jobsEach = 8;
const slots = 4;

describe('Many machines on one account', () => {
	const harnesses: EngineHarness[] = [];
	let first: EngineHarness;
	before(async () => {
		// Slower than for other tests, so that tasks of all machines overlap.
		first = await EngineHarness.open({ speed: 100 });
		harnesses.push(first);
		while (harnesses.length < machines) harnesses.push(await first.beside());
		await first.sandbox.control('/accounts', { key: first.accounts.key, slots });
	});
	after(async () => {
		for (const harness of harnesses.reverse()) await harness.close();
	});

	it('share it without a failure, a double charge or a task too many, and each of them is served', async () => {
		const runs: [EngineHarness, Run, string[]][] = [];
		for (const harness of harnesses) {
			const run = await harness.start({ clock: sandboxClock() });
			const requests = Array.from({ length: jobsEach }, (_, index) => text(`crate ${runs.length}-${index}`));
			runs.push([harness, run, await harness.make(run, ...requests)]);
		}
		for (const [harness, run, ids] of runs) for (const id of ids) await harness.until(run, id, 'done');

		const jobs = machines * jobsEach;
		assert.deepEqual(await first.sandbox.bill(), { charged: 20 * jobs, tasks: jobs });
		const { accounts, tasks } = await first.sandbox.ledger();
		assert.equal(accounts[0]?.peakConcurrent, slots);
		assert.equal(new Set(tasks.map(({ prompt }) => prompt)).size, jobs);
		const refused = (await first.sandbox.posts()).filter(({ status }) => status === 429).length;
		assert.ok(refused > 0, 'they did get into each other’s way');
	});
});
