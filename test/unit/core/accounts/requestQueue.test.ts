import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { RequestQueue } from '../../../../src/core/accounts/requestQueue';
import { DrivenClock } from '../support/drivenClock';

describe('RequestQueue', () => {
	const { signal } = new AbortController();

	it('submits one at a time', async () => {
		const requests = new RequestQueue(new DrivenClock(), () => 0.5, {
			concurrentTasks: 10,
			classes: {},
			budgets: [],
		});
		let [now, peak] = [0, 0];
		const submit = (): Promise<void> =>
			requests.alone(async () => {
				peak = Math.max(peak, ++now);
				await turn();
				now--;
			}, signal);
		await Promise.all(Array.from({ length: 5 }, submit));
		assert.equal(peak, 1);
	});

	it('takes a new tier for its slots and for its calls', async () => {
		const clock = new DrivenClock();
		const requests = new RequestQueue(clock, () => 0.5, { concurrentTasks: 1, classes: {}, budgets: [] });
		requests.setTier({
			concurrentTasks: 2,
			classes: {},
			budgets: [{ purposes: ['upload'], calls: 1, withinMs: 1000 }],
		});
		assert.equal(requests.slots.state.limit, 2);
		let uploads = 0;
		for (let count = 0; count < 2; count++)
			void requests.limiter.pass('upload', signal).then(() => uploads++);
		await clock.advance(0);
		assert.equal(uploads, 1);
	});

	it('is quiet as a whole', async () => {
		const clock = new DrivenClock();
		const requests = new RequestQueue(clock, () => 0.5, { concurrentTasks: 1, classes: {}, budgets: [] });
		requests.backOff(1000);
		assert.equal(requests.slots.isClosed('any'), true);
		let looked = false;
		void requests.limiter.pass('poll', signal).then(() => {
			looked = true;
		});
		await clock.advance(999);
		assert.equal(looked, false);
		await clock.advance(1);
		assert.equal(looked, true);
		assert.equal(requests.slots.isClosed('any'), false);
	});
});
