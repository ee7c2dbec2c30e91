import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { systemClock } from '../../../src/core/clock';

describe('The system’s clock', () => {
	it('sleeps and wakes', async () => {
		const before = performance.now();
		await systemClock.sleep(15);
		assert.ok(performance.now() - before >= 10);
	});

	it('wakes at once with the signal’s reason', async () => {
		const stop = new AbortController();
		const sleeping = systemClock.sleep(3_600_000, stop.signal);
		stop.abort(new Error('enough'));
		await assert.rejects(sleeping, /enough/);
	});

	it('does not fall asleep when it was stopped before', async () => {
		await assert.rejects(systemClock.sleep(3_600_000, AbortSignal.abort(new Error('enough'))), /enough/);
	});

	it('leaves no timer behind', async () => {
		const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
		// Mocha sets its own timer as soon as the test waits for the first time.
		await turn();
		const before = timers();
		const stop = new AbortController();
		const sleeping = systemClock.sleep(3_600_000, stop.signal).catch(() => {});
		assert.equal(timers(), before + 1);
		stop.abort();
		await sleeping;
		assert.equal(timers(), before);
	});
});
