import assert from 'node:assert/strict';
import { PlanDetector } from '../../../../src/core/accounts/planDetector';

describe('A plan that cannot create tasks', () => {
	it('is likely when refusals go on for two minutes with no task of ours anywhere', () => {
		const doubt = new PlanDetector();
		for (const second of [0, 60, 119]) doubt.refusedAlone(second * 1000);
		assert.equal(doubt.isLikely, false);
		doubt.refusedAlone(120_000);
		assert.equal(doubt.isLikely, true);
	});

	it('takes more than two refusals, however far apart', () => {
		const doubt = new PlanDetector();
		doubt.refusedAlone(0);
		doubt.refusedAlone(3_600_000);
		assert.equal(doubt.isLikely, false);
		doubt.refusedAlone(3_600_001);
		assert.equal(doubt.isLikely, true);
	});

	it('is out of the question once a task was taken', () => {
		const doubt = new PlanDetector();
		for (const second of [0, 100, 200]) doubt.refusedAlone(second * 1000);
		doubt.cleared();
		assert.equal(doubt.isLikely, false);
		for (const second of [300, 400, 500]) doubt.refusedAlone(second * 1000);
		assert.equal(doubt.isLikely, false);
	});
});
