import assert from 'node:assert/strict';
import { pollDelayMs } from '../../../../src/core/jobs/follow';

describe('Polling slows with age', () => {
	for (const [ageSeconds, delay] of [
		[-5, 2000],
		[0, 2000],
		[59, 2000],
		[60, 3000],
		[179, 3000],
		[180, 5000],
		[599, 5000],
		[600, 10_000],
		[86_400, 10_000],
	] as const)
		it(`after ${ageSeconds} s: every ${delay} ms`, () => assert.equal(pollDelayMs(ageSeconds * 1000), delay));
});
