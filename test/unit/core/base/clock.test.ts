import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { realClock, stopwatch, systemClock } from '../../../../src/core/base/clock';

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

	it('is awake soon after the machine, however long a wait had still to go', async () => {
		let asleep = 0;
		const clock = realClock(() => Date.now() + asleep, 5);
		const sleeping = clock.sleep(3_600_000);
		asleep = 7_200_000;
		await sleeping;
	});

	it('keeps to a wait when the clock is set back', async () => {
		let offset = 0;
		const clock = realClock(() => Date.now() + offset, 5);
		const sleeping = clock.sleep(20);
		offset = -3_600_000;
		await sleeping;
	});
});

describe('A stopwatch', () => {
	it('counts what the clock shows, and goes on from where it was set back to', () => {
		let time = 1000;
		const passed = stopwatch(() => time);
		assert.equal(passed(), 0);
		time = 1500;
		assert.equal(passed(), 500);
		time = 200;
		assert.equal(passed(), 500);
		time = 300;
		assert.equal(passed(), 600);
	});
});
