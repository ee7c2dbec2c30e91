import assert from 'node:assert/strict';
import { pollDelayMs } from '../../../../src/core/jobs/follow';

describe('Polling: a quarter of what is left, between two and ten seconds', () => {
	for (const [ageSeconds, progress, delay] of [
		// The first progress tells how fast it goes.
		[-5, 0, 2000],
		[0, 0, 2000],
		[5.9, 0, 2000],
		[6, 0, 10_000],
		[70, 0, 5000],
		[85, 0, 2000],
		[40, 50, 10_000],
		[60, 75, 5000],
		[90, 99, 2000],
		// Overdue: nobody knows when it ends.
		[120, 0, 3000],
		[3600, 0, 10_000],
		[60, 100, 2000],
		[86_400, 100, 10_000],
	] as const)
		it(`after ${ageSeconds} s at ${progress} %: ${delay} ms`, () =>
			assert.equal(pollDelayMs(ageSeconds * 1000, progress), delay));
});
