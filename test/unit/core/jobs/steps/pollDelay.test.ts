import assert from 'node:assert/strict';
import { type Progress, pollDelayMs } from '../../../../../src/core/jobs/steps/pollDelay';

function delay(
	ageSeconds: number,
	progress: number,
	{ still = 0, together = true }: { still?: number; together?: boolean } = {},
): number {
	const known: Progress = { ageMs: ageSeconds * 1000, progress, stillMs: still * 1000, together };
	return pollDelayMs(known) / 1000;
}

describe('Polling: half of what is left, between 1.2 and ten seconds', () => {
	for (const [what, ageSeconds, progress, seconds] of [
		['a clock that was set back', -5, 0, 1.2],
		['a new task', 0, 0, 1.2],
		['no progress yet: after as long as it is old', 4, 0, 4],
		['no progress though it should show some', 6, 0, 10],
		['no progress near the usual end', 80, 0, 5],
		['half done', 40, 50, 10],
		['three quarters done', 30, 75, 5],
		['nearly done', 90, 99, 1.2],
		['done but for the word', 60, 100, 1.2],
	] as const)
		it(`${what}: ${seconds} s`, () => assert.equal(delay(ageSeconds, progress), seconds));

	it('goes by what is usual for such a task while there is no progress', () => {
		const known = { ageMs: 10_000, progress: 0, stillMs: 0, together: true };
		assert.equal(pollDelayMs({ ...known, usualMs: 16_000 }), 3000);
		assert.equal(pollDelayMs({ ...known, usualMs: 120_000 }), 10_000);
		assert.equal(pollDelayMs({ ...known, progress: 50, usualMs: 120_000 }), 5000);
	});

	it('grows more patient with a task that stands still', () => {
		assert.equal(delay(100, 99, { still: 20 }), 1.2);
		assert.equal(delay(160, 99, { still: 80 }), 4);
		assert.equal(delay(3600, 99, { still: 3500 }), 10);
	});

	it('is relaxed about a task that is finishing where each look is a call', () => {
		const together = false;
		assert.equal(delay(100, 94, { together }), (100 * 6) / 94 / 2);
		assert.equal(delay(100, 95, { together }), 5);
		assert.equal(delay(220, 99, { together, still: 120 }), 6);
		assert.equal(delay(3600, 99, { together, still: 3500 }), 15);
	});
});
