import assert from 'node:assert/strict';
import { timeLeft } from '../../../src/host/forms/timeLeft';

describe('The time until a task is forgotten', () => {
	const hour = 3_600_000;
	for (const [ms, words] of [
		[5000, 'in 1 minute'],
		[hour / 2, 'in 30 minutes'],
		[5 * hour, 'in 5 hours'],
		[72 * hour - 1, 'in 3 days'],
	] as const)
		it(words, () => assert.equal(timeLeft(ms, 'en'), words));
});
