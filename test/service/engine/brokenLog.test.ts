import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineHarness, text } from '../engineHarness';

describe('A log that cannot be written to', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	it('does not turn a job in circles: it is left for the next start, which carries on', async () => {
		const run = await harness.start();
		let failures = 0;
		const fail = (): never => {
			failures++;
			throw new Error('Channel has been closed');
		};
		const { log } = harness;
		const methods = ['trace', 'debug', 'info', 'warn', 'error'] as const;
		for (const method of methods) log[method] = fail;
		await harness.make(run, text('barrel')).catch(() => []);
		await delay(1000);
		assert.ok(failures > 0 && failures < 100, `${failures} tries`);

		for (const method of methods) log[method] = () => {};
		await run.engine.dispose();
		const next = await harness.start();
		const [job] = next.journal.all();
		await harness.until(next, job?.id ?? '', 'done');
	});
});
