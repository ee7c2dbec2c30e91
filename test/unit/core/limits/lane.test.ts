import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { Lane } from '../../../../src/core/limits/lane';
import { DrivenClock } from '../support/drivenClock';

/** The queue's own minute goes by in real time; the test's process must not wait for it. */
function collectTimers(): { release(): void } {
	const real = globalThis.setTimeout;
	const made: NodeJS.Timeout[] = [];
	globalThis.setTimeout = ((...all: Parameters<typeof real>) => {
		const timer = real(...all);
		made.push(timer);
		return timer;
	}) as typeof real;
	return {
		release: () => {
			globalThis.setTimeout = real;
			for (const timer of made) timer.unref();
		},
	};
}

describe('Lane', () => {
	const { signal } = new AbortController();
	const lane = (uploadsPerMinute = 1000): Lane =>
		new Lane(new DrivenClock(), () => 0.5, { concurrentTasks: 10, classes: {}, uploadsPerMinute });

	it('submits one at a time', async () => {
		const ten = lane();
		let [now, peak] = [0, 0];
		const submit = (): Promise<void> =>
			ten.alone(async () => {
				peak = Math.max(peak, ++now);
				await turn();
				now--;
			}, signal);
		await Promise.all(Array.from({ length: 5 }, submit));
		assert.equal(peak, 1);
	});

	it('keeps uploads to their number a minute', async () => {
		const timers = collectTimers();
		const slow = lane(3);
		let sent = 0;
		for (let count = 0; count < 5; count++) void slow.upload(async () => ++sent, signal);
		for (let turns = 0; turns < 20; turns++) await turn();
		timers.release();
		assert.equal(sent, 3);
	});
});
