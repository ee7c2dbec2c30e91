import assert from 'node:assert/strict';
import { type Claim, Slots } from '../../../../src/core/limits/slots';
import type { TaskClass, Tier } from '../../../../src/core/limits/tiers';
import { DrivenClock } from '../support/drivenClock';

const { signal } = new AbortController();

/** Slots on a clock that the test drives, and who got one, in order. */
class Bench {
	readonly granted: string[] = [];
	readonly slots: Slots;

	constructor(
		tier: Partial<Tier>,
		readonly clock = new DrivenClock(),
	) {
		this.slots = new Slots(this.clock, () => 0.5, {
			concurrentTasks: 10,
			classes: {},
			budgets: [],
			...tier,
		});
	}

	async want(id: string, extra: Partial<Claim['rank']> & { taskClass?: TaskClass } = {}): Promise<void> {
		const { taskClass = 'H', ...rank } = extra;
		void this.slots
			.acquire({ id, taskClass, rank: { priority: 0, inBatch: false, id, ...rank } }, signal)
			.then(() => this.granted.push(id));
		await this.clock.advance(0);
	}
}

/** A clock that goes on by 10 ms while somebody reads it several times. */
class MovingClock extends DrivenClock {
	/** Reads until then. */
	readsBefore = Number.POSITIVE_INFINITY;

	override stopwatch(): () => number {
		const passed = super.stopwatch();
		return () => passed() + (this.readsBefore-- > 0 ? 0 : 10);
	}
}

describe('Law 3: slots are never exceeded by us', () => {
	it('gives out as many as the tier has, and the next when one is released', async () => {
		const bench = new Bench({ concurrentTasks: 2 });
		for (const id of ['a', 'b', 'c']) await bench.want(id);
		assert.deepEqual(bench.granted, ['a', 'b']);
		bench.slots.release('a');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b', 'c']);
		assert.equal(bench.slots.state.inUse, 2);
	});

	it('caps a class, and lets another one pass it', async () => {
		const bench = new Bench({ concurrentTasks: 4, classes: { P: 1 } });
		for (const id of ['p1', 'p2', 'p3']) await bench.want(id, { taskClass: 'P' });
		await bench.want('h1');
		assert.deepEqual(bench.granted, ['p1', 'h1']);
	});

	it('counts tasks that the service has already, also above the limit', async () => {
		const bench = new Bench({ concurrentTasks: 1 });
		bench.slots.hold('old', 'H');
		bench.slots.hold('older', 'H');
		await bench.want('new');
		bench.slots.release('old');
		assert.deepEqual(bench.granted, []);
		bench.slots.release('older');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['new']);
	});

	it('takes a new tier at once', async () => {
		const bench = new Bench({ concurrentTasks: 1 });
		for (const id of ['a', 'b', 'c']) await bench.want(id);
		bench.slots.setTier({ concurrentTasks: 3, classes: {}, budgets: [] });
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b', 'c']);
	});

	it('gives nothing to one that was aborted', async () => {
		const bench = new Bench({ concurrentTasks: 1 });
		await bench.want('a');
		const stop = new AbortController();
		const waiting = bench.slots.acquire(
			{ id: 'b', taskClass: 'H', rank: { priority: 0, inBatch: false, id: 'b' } },
			stop.signal,
		);
		stop.abort(new Error('stopped'));
		await assert.rejects(waiting, /stopped/);
		bench.slots.release('a');
		assert.equal(bench.slots.state.inUse, 0);
	});
});

describe('Slots: who goes first', () => {
	it('is the older one, a single job before a batch, and what the user raised before all', async () => {
		const bench = new Bench({ concurrentTasks: 1 });
		await bench.want('0');
		await bench.want('1', { inBatch: true });
		await bench.want('2', { inBatch: true });
		await bench.want('3');
		await bench.want('4', { inBatch: true, priority: 1 });
		await bench.want('5', { priority: -1 });
		for (const id of ['0', '4', '3', '1', '2']) {
			bench.slots.release(id);
			await bench.clock.advance(0);
		}
		assert.deepEqual(bench.granted, ['0', '4', '3', '1', '2', '5']);
	});

	it('follows a change of rank', async () => {
		const bench = new Bench({ concurrentTasks: 1 });
		for (const id of ['0', '1', '2']) await bench.want(id);
		bench.slots.rerank('2', { priority: 1, inBatch: false, id: '2' });
		bench.slots.release('0');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['0', '2']);
	});

	it('is nobody while the queue is paused', async () => {
		const bench = new Bench({});
		bench.slots.setPaused(true);
		await bench.want('a');
		assert.deepEqual(bench.granted, []);
		assert.equal(bench.slots.state.hindrance, 'paused');
		bench.slots.setPaused(false);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a']);
	});
});

describe('Slots: what 429s teach', () => {
	it('2000: as many as fit, the refused one back at the head, one more after a while', async () => {
		const bench = new Bench({ concurrentTasks: 5 });
		for (const id of ['a', 'b', 'c']) await bench.want(id);
		bench.slots.accepted('a');
		bench.slots.refused('b');
		assert.equal(bench.slots.isClosed('c'), true, 'its slot is worth nothing any more');
		bench.slots.release('c');
		await bench.want('b');
		await bench.want('d');
		assert.deepEqual(bench.slots.state.usedElsewhere, 4);
		const before = bench.granted.length;
		await bench.clock.advance(11_999);
		assert.equal(bench.granted.length, before);
		await bench.clock.advance(1);
		assert.deepEqual(bench.granted.slice(before), ['b'], 'one probe, by the one at the head');
		bench.slots.accepted('b');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted.slice(before), ['b', 'd'], 'taken: there is room for one more');
	});

	for (const readsBefore of [0, 1, 2, 3])
		it(`2000: forgets nobody whose moment comes after ${readsBefore} looks at the clock`, async () => {
			const clock = new MovingClock();
			const bench = new Bench({}, clock);
			await bench.want('a');
			bench.slots.refused('a');
			await clock.advance(2995);
			clock.readsBefore = readsBefore;
			await bench.want('a');
			await clock.advance(60_000);
			assert.deepEqual(bench.granted, ['a', 'a']);
		});

	/** Refused again and again beside so many tasks of ours, it is tried again after these ms. */
	async function waitsBeside(bench: Bench, ours: number): Promise<number[]> {
		for (let count = 0; count < ours; count++) bench.slots.hold(`ours ${count}`, 'H');
		await bench.want('a');
		const waits: number[] = [];
		for (let round = 0; round < 4; round++) {
			bench.slots.refused('a');
			bench.granted.length = 0;
			await bench.want('a');
			let waited = 0;
			while (bench.granted.length === 0) {
				await bench.clock.advance(500);
				waited += 500;
			}
			waits.push(waited);
		}
		return waits;
	}

	it('2000: waits longer after another refusal, and the longer, the more of the slots are ours', async () => {
		const bench = new Bench({ concurrentTasks: 10 });
		assert.deepEqual(await waitsBeside(bench, 0), [3000, 6000, 6000, 6000]);
		assert.deepEqual(
			await waitsBeside(new Bench({ concurrentTasks: 10 }), 1),
			[12_000, 24_000, 24_000, 24_000],
		);
		assert.deepEqual(
			await waitsBeside(new Bench({ concurrentTasks: 10 }), 8),
			[30_000, 30_000, 30_000, 30_000],
		);
	});

	it('2000: waits as long as it is asked to', async () => {
		const bench = new Bench({ concurrentTasks: 5 });
		await bench.want('a');
		bench.slots.refused('a', 45_000);
		bench.granted.length = 0;
		await bench.want('a');
		await bench.clock.advance(44_999);
		assert.deepEqual(bench.granted, []);
		await bench.clock.advance(1);
		assert.deepEqual(bench.granted, ['a']);
	});

	it('2000: the end of a task of ours lets the next one in at once', async () => {
		const bench = new Bench({ concurrentTasks: 5 });
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.accepted('a');
		bench.slots.refused('b');
		await bench.want('b');
		assert.equal(bench.granted.length, 2);
		bench.slots.release('a');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b', 'b']);
	});

	it('2000: forgets what it learned once the whole tier fits again', async () => {
		const bench = new Bench({ concurrentTasks: 2 });
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.accepted('a');
		bench.slots.refused('b');
		assert.equal(bench.slots.state.usedElsewhere, 1);
		await bench.want('b');
		await bench.clock.advance(12_000);
		bench.slots.accepted('b');
		assert.equal(bench.slots.state.usedElsewhere, 0);
	});

	it('1007: nobody submits for so long, all classes together', async () => {
		const bench = new Bench({});
		await bench.want('a');
		bench.slots.quiet(2000);
		assert.equal(bench.slots.isClosed('a'), true);
		await bench.want('b', { taskClass: 'P' });
		await bench.clock.advance(1999);
		assert.deepEqual(bench.granted, ['a']);
		assert.equal(bench.slots.state.hindrance, 'tooFast');
		await bench.clock.advance(1);
		assert.deepEqual(bench.granted, ['a', 'b']);
	});
});

describe('Slots: a plan that cannot create tasks', () => {
	/** Tries and is refused until so many seconds went by. */
	async function refuseFor(bench: Bench, id: string, seconds: number): Promise<void> {
		const end = bench.clock.now() + seconds * 1000;
		while (bench.clock.now() < end) {
			bench.granted.length = 0;
			await bench.want(id);
			while (bench.granted.length === 0) await bench.clock.advance(500);
			bench.slots.refused(id, 0);
		}
		await bench.want(id);
	}

	it('is told apart from a full queue', async () => {
		const bench = new Bench({ concurrentTasks: 5 });
		await refuseFor(bench, 'a', 60);
		assert.equal(bench.slots.state.hindrance, 'usedElsewhere');
		await refuseFor(bench, 'a', 120);
		assert.equal(bench.slots.state.hindrance, 'plan');
	});

	it('is not suspected while a task of ours is at the service', async () => {
		const bench = new Bench({ concurrentTasks: 5 });
		bench.slots.hold('ours', 'H');
		await refuseFor(bench, 'a', 200);
		assert.equal(bench.slots.state.hindrance, 'usedElsewhere');
	});

	it('is forgotten with a new tier', async () => {
		const bench = new Bench({ concurrentTasks: 5 });
		await refuseFor(bench, 'a', 200);
		bench.slots.setTier({ concurrentTasks: 5, classes: {}, budgets: [] });
		assert.notEqual(bench.slots.state.hindrance, 'plan');
	});
});

describe('Slots: limits hold per account', () => {
	it('and tasks of a former key take no slots of the present one', async () => {
		const bench = new Bench({ concurrentTasks: 2 });
		bench.slots.use('old');
		for (const id of ['a', 'b', 'c']) await bench.want(id);
		for (const id of ['a', 'b']) bench.slots.assign(id, 'old');
		bench.slots.use('new');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b', 'c']);
		assert.equal(bench.slots.state.inUse, 1);
		bench.slots.use('old');
		assert.equal(bench.slots.state.inUse, 2, 'and they count again when that key is back');
	});

	it('and a slot is of the account that the submit goes to', async () => {
		const bench = new Bench({ concurrentTasks: 1 });
		bench.slots.use('old');
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.assign('a', 'new');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a'], 'it is one of the new account');
		assert.equal(bench.slots.state.inUse, 1);
	});

	it('and as long as the present account is not known, every task counts', async () => {
		const bench = new Bench({ concurrentTasks: 1 });
		bench.slots.hold('old task', 'H', 'old');
		await bench.want('a');
		assert.deepEqual(bench.granted, []);
		bench.slots.use('new');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a']);
	});

	it('and so does what refusals teach', async () => {
		const bench = new Bench({ concurrentTasks: 3 });
		bench.slots.use('old');
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.accepted('a');
		bench.slots.refused('b');
		bench.slots.quiet(60_000);
		await bench.want('b');
		assert.equal(bench.slots.state.usedElsewhere, 2);
		bench.slots.use('new');
		await bench.clock.advance(0);
		assert.equal(bench.slots.state.usedElsewhere, 0);
		assert.deepEqual(bench.granted, ['a', 'b', 'b']);
	});
});

describe('Slots: time', () => {
	it('does not close for an hour when the clock is set back by one', async () => {
		const bench = new Bench({});
		bench.slots.quiet(2000);
		bench.clock.setBack(3_600_000);
		await bench.want('a');
		await bench.clock.advance(2000);
		assert.deepEqual(bench.granted, ['a']);
	});

	it('is over when the machine wakes up', async () => {
		const bench = new Bench({});
		bench.slots.quiet(600_000);
		assert.equal(bench.slots.isClosed('a'), true);
		bench.clock.setBack(-3_600_000);
		assert.equal(bench.slots.isClosed('a'), false);
	});
});
