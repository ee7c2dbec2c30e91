import assert from 'node:assert/strict';
import { RequestLimiter } from '../../../../src/core/accounts/requestLimiter';
import { type CallBudget, type Purpose, purposes } from '../../../../src/core/providers/tiers';
import { DrivenClock } from '../support/drivenClock';

const threeASecond: CallBudget = { purposes, calls: 3, withinMs: 1000 };

/** A limiter on a clock that the test drives, and when each call left, in ms. */
class Traffic {
	readonly clock = new DrivenClock();
	readonly left: { purpose: Purpose; at: number }[] = [];
	readonly limiter: RequestLimiter;
	private readonly start = this.clock.now();

	constructor(...budgets: CallBudget[]) {
		this.limiter = new RequestLimiter(this.clock, budgets);
	}

	async send(...calls: Purpose[]): Promise<void> {
		for (const purpose of calls)
			void this.limiter.pass(purpose, new AbortController().signal).then(() => {
				this.left.push({ purpose, at: this.clock.now() - this.start });
			});
		await this.clock.advance(0);
	}

	get times(): number[] {
		return this.left.map(({ at }) => at);
	}
}

describe('Gate: one budget of requests', () => {
	it('lets calls go at once while the budget lasts, and the next when the first is a little more than a span ago', async () => {
		const traffic = new Traffic(threeASecond);
		await traffic.send('poll', 'poll');
		await traffic.clock.advance(500);
		await traffic.send('poll', 'poll', 'poll');
		await traffic.clock.advance(5000);
		assert.deepEqual(traffic.times, [0, 0, 500, 1100, 1100]);
	});

	it('has no more than the budget in any span, whatever comes', async () => {
		const traffic = new Traffic(threeASecond);
		for (let step = 0; step < 40; step++) {
			await traffic.send(...Array.from({ length: step % 3 }, () => 'poll' as const));
			await traffic.clock.advance(170);
		}
		await traffic.clock.advance(60_000);
		assert.equal(traffic.times.length, 39);
		for (const [index, at] of traffic.times.entries())
			assert.ok((traffic.times[index + 3] ?? Number.POSITIVE_INFINITY) - at > 1000);
	});

	it('lets a submit go before renewals, these before uploads, and all before looks', async () => {
		const traffic = new Traffic({ purposes, calls: 1, withinMs: 100 });
		await traffic.send('poll', 'poll', 'upload', 'renewal', 'submit', 'renewal');
		await traffic.clock.advance(1000);
		assert.deepEqual(
			traffic.left.map(({ purpose }) => purpose),
			['poll', 'submit', 'renewal', 'renewal', 'upload', 'poll'],
		);
	});

	it('holds up only what a budget is for', async () => {
		const traffic = new Traffic({ purposes: ['upload'], calls: 1, withinMs: 60_000 });
		await traffic.send('upload', 'upload', 'poll', 'submit');
		assert.deepEqual(
			traffic.left.map(({ purpose }) => purpose),
			['upload', 'poll', 'submit'],
		);
		await traffic.clock.advance(66_000);
		assert.equal(traffic.left.length, 4);
	});

	it('is quiet for everybody when the service says that it was too fast', async () => {
		const traffic = new Traffic();
		traffic.limiter.backOff(2000);
		traffic.limiter.backOff(500);
		await traffic.send('poll', 'submit');
		await traffic.clock.advance(1999);
		assert.deepEqual(traffic.left, []);
		await traffic.clock.advance(1);
		assert.deepEqual(traffic.left, [
			{ purpose: 'submit', at: 2000 },
			{ purpose: 'poll', at: 2000 },
		]);
	});

	it('takes a new plan at once', async () => {
		const traffic = new Traffic({ purposes, calls: 1, withinMs: 60_000 });
		await traffic.send('poll', 'poll', 'poll');
		traffic.limiter.setBudgets([threeASecond]);
		await traffic.clock.advance(0);
		assert.equal(traffic.left.length, 3);
	});

	it('forgets a call that is given up, and its alarm', async () => {
		const traffic = new Traffic({ purposes, calls: 1, withinMs: 1000 });
		await traffic.send('poll');
		const stop = new AbortController();
		const waiting = traffic.limiter.pass('poll', stop.signal);
		assert.equal(traffic.clock.sleeping, 1);
		stop.abort(new Error('stopped'));
		await assert.rejects(waiting, /stopped/);
		assert.equal(traffic.clock.sleeping, 0);
		await assert.rejects(traffic.limiter.pass('poll', stop.signal), /stopped/);
		await traffic.clock.advance(1100);
		await traffic.send('submit');
		assert.equal(traffic.left.length, 2, 'it took nothing of the budget');
	});

	it('does not close for an hour when the clock is set back by one', async () => {
		const traffic = new Traffic(threeASecond);
		await traffic.send('poll', 'poll', 'poll');
		traffic.clock.setBack(3_600_000);
		await traffic.send('poll');
		await traffic.clock.advance(1100);
		assert.equal(traffic.left.length, 4);
	});
});
