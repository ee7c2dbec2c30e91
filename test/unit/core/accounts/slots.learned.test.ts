import assert from 'node:assert/strict';
import { DrivenClock } from '../support/drivenClock';
import { SlotsBench } from './slotsBench';

/** A clock that goes on by 10 ms while somebody reads it several times. */
class MovingClock extends DrivenClock {
	/** Reads until then. */
	readsBefore = Number.POSITIVE_INFINITY;

	override stopwatch(): () => number {
		const passed = super.stopwatch();
		return () => passed() + (this.readsBefore-- > 0 ? 0 : 10);
	}
}

describe('Slots: what 429s teach', () => {
	it('2000: as many as fit, the refused one back at the head, one more after a while', async () => {
		const bench = new SlotsBench({ concurrentTasks: 5 });
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
			const bench = new SlotsBench({}, clock);
			await bench.want('a');
			bench.slots.refused('a');
			await clock.advance(2995);
			clock.readsBefore = readsBefore;
			await bench.want('a');
			await clock.advance(60_000);
			assert.deepEqual(bench.granted, ['a', 'a']);
		});

	/** Refused again and again beside so many tasks of ours, it is tried again after these ms. */
	async function waitsBeside(bench: SlotsBench, ours: number): Promise<number[]> {
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
		const bench = new SlotsBench({ concurrentTasks: 10 });
		assert.deepEqual(await waitsBeside(bench, 0), [3000, 6000, 6000, 6000]);
		assert.deepEqual(
			await waitsBeside(new SlotsBench({ concurrentTasks: 10 }), 1),
			[12_000, 24_000, 24_000, 24_000],
		);
		assert.deepEqual(
			await waitsBeside(new SlotsBench({ concurrentTasks: 10 }), 8),
			[30_000, 30_000, 30_000, 30_000],
		);
	});

	it('2000: waits as long as it is asked to', async () => {
		const bench = new SlotsBench({ concurrentTasks: 5 });
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
		const bench = new SlotsBench({ concurrentTasks: 5 });
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
		const bench = new SlotsBench({ concurrentTasks: 2 });
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
		const bench = new SlotsBench({});
		await bench.want('a');
		bench.slots.backOff(2000);
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
	async function refuseFor(bench: SlotsBench, id: string, seconds: number): Promise<void> {
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
		const bench = new SlotsBench({ concurrentTasks: 5 });
		await refuseFor(bench, 'a', 60);
		assert.equal(bench.slots.state.hindrance, 'usedElsewhere');
		await refuseFor(bench, 'a', 120);
		assert.equal(bench.slots.state.hindrance, 'plan');
	});

	it('is not suspected while a task of ours is at the service', async () => {
		const bench = new SlotsBench({ concurrentTasks: 5 });
		bench.slots.hold('ours', 'H');
		await refuseFor(bench, 'a', 200);
		assert.equal(bench.slots.state.hindrance, 'usedElsewhere');
	});

	it('is forgotten with a new tier', async () => {
		const bench = new SlotsBench({ concurrentTasks: 5 });
		await refuseFor(bench, 'a', 200);
		bench.slots.setTier({ concurrentTasks: 5, classes: {}, budgets: [] });
		assert.notEqual(bench.slots.state.hindrance, 'plan');
	});
});
