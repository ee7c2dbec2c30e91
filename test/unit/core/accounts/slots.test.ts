import assert from 'node:assert/strict';
import { SlotsBench } from './slotsBench';

describe('Law 3: slots are never exceeded by us', () => {
	it('gives out as many as the tier has, and the next when one is released', async () => {
		const bench = new SlotsBench({ concurrentTasks: 2 });
		for (const id of ['a', 'b', 'c']) await bench.want(id);
		assert.deepEqual(bench.granted, ['a', 'b']);
		bench.slots.release('a');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b', 'c']);
		assert.equal(bench.slots.state.inUse, 2);
	});

	it('caps a class, and lets another one pass it', async () => {
		const bench = new SlotsBench({ concurrentTasks: 4, classes: { P: 1 } });
		for (const id of ['p1', 'p2', 'p3']) await bench.want(id, { taskClass: 'P' });
		await bench.want('h1');
		assert.deepEqual(bench.granted, ['p1', 'h1']);
	});

	it('counts tasks that the service has already, also above the limit', async () => {
		const bench = new SlotsBench({ concurrentTasks: 1 });
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
		const bench = new SlotsBench({ concurrentTasks: 1 });
		for (const id of ['a', 'b', 'c']) await bench.want(id);
		bench.slots.setTier({ concurrentTasks: 3, classes: {}, budgets: [] });
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b', 'c']);
	});

	it('gives nothing to one that was aborted', async () => {
		const bench = new SlotsBench({ concurrentTasks: 1 });
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
		const bench = new SlotsBench({ concurrentTasks: 1 });
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
		const bench = new SlotsBench({ concurrentTasks: 1 });
		for (const id of ['0', '1', '2']) await bench.want(id);
		bench.slots.rerank('2', { priority: 1, inBatch: false, id: '2' });
		bench.slots.release('0');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['0', '2']);
	});

	it('is nobody while the queue is paused', async () => {
		const bench = new SlotsBench({});
		bench.slots.setPaused(true);
		await bench.want('a');
		assert.deepEqual(bench.granted, []);
		assert.equal(bench.slots.state.hindrance, 'paused');
		bench.slots.setPaused(false);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a']);
	});
});

describe('Law 3: all keys of an account share its slots', () => {
	const old = { account: 'old', region: 'api.test' };
	const other = { account: 'new', region: 'api.test' };

	it('and tasks of a former key keep theirs when the key changes', async () => {
		const bench = new SlotsBench({ concurrentTasks: 2 });
		bench.slots.use(old);
		for (const id of ['a', 'b', 'c']) await bench.want(id);
		for (const id of ['a', 'b']) bench.slots.assign(id, old);
		bench.slots.use(other);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b']);
		assert.equal(bench.slots.state.inUse, 2);
		bench.slots.release('a');
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b', 'c']);
	});

	it('but those of another region have their own', async () => {
		const bench = new SlotsBench({ concurrentTasks: 1 });
		bench.slots.use(old);
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.use({ account: 'new', region: 'elsewhere.test' });
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b']);
		bench.slots.use(old);
		assert.equal(bench.slots.state.inUse, 1, 'and it counts again when that key is back');
	});

	it('and so have keys that the user says to be of different accounts', async () => {
		const bench = new SlotsBench({ concurrentTasks: 1 });
		bench.slots.use(old);
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.use(other);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a']);
		bench.slots.use(other, true);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a', 'b'], 'said later, it holds for tasks that are there');
	});

	it('and a slot is of the account that the submit goes to', async () => {
		const bench = new SlotsBench({ concurrentTasks: 1 });
		bench.slots.use(old, true);
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.assign('a', other, true);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a'], 'it is one of the new account');
		assert.equal(bench.slots.state.inUse, 1);
	});

	it('and what nobody can tell the account of counts', async () => {
		const bench = new SlotsBench({ concurrentTasks: 1 });
		bench.slots.hold('old task', 'H', { account: 'old' });
		await bench.want('a');
		bench.slots.use(other);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, [], 'an older record does not tell its region');
		bench.slots.use(other, true);
		await bench.clock.advance(0);
		assert.deepEqual(bench.granted, ['a']);
	});

	it('and a pause that the service asked for outlives a change of key; what refusals taught does not', async () => {
		const bench = new SlotsBench({ concurrentTasks: 3 });
		bench.slots.use(old);
		for (const id of ['a', 'b']) await bench.want(id);
		bench.slots.accepted('a');
		bench.slots.refused('b');
		bench.slots.backOff(5000);
		await bench.want('b');
		assert.equal(bench.slots.state.usedElsewhere, 2);
		bench.slots.use(other);
		await bench.clock.advance(0);
		assert.equal(bench.slots.state.usedElsewhere, 0);
		assert.deepEqual(bench.granted, ['a', 'b']);
		await bench.clock.advance(5000);
		assert.deepEqual(bench.granted, ['a', 'b', 'b']);
	});
});

describe('Slots: time', () => {
	it('does not close for an hour when the clock is set back by one', async () => {
		const bench = new SlotsBench({});
		bench.slots.backOff(2000);
		bench.clock.setBack(3_600_000);
		await bench.want('a');
		await bench.clock.advance(2000);
		assert.deepEqual(bench.granted, ['a']);
	});

	it('is over when the machine wakes up', async () => {
		const bench = new SlotsBench({});
		bench.slots.backOff(600_000);
		assert.equal(bench.slots.isClosed('a'), true);
		bench.clock.setBack(-3_600_000);
		assert.equal(bench.slots.isClosed('a'), false);
	});
});
