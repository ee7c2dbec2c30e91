import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { Lane, slotPriority } from '../../../../src/core/limits/lane';
import { DrivenClock } from '../support/drivenClock';

/** The queue's own minute goes by in real time; the test's process must not wait for it. */
function collectTimers(): { release(): void } {
	const real = globalThis.setTimeout;
	const made: NodeJS.Timeout[] = [];
	globalThis.setTimeout = ((...all: Parameters<typeof real>) => {
		const timer = real(...all);
		made.push(timer);
		return timer;
	}) as typeof real;
	return {
		release: () => {
			globalThis.setTimeout = real;
			for (const timer of made) timer.unref();
		},
	};
}

describe('Law 3: a lane never runs more than its slots', () => {
	const { signal } = new AbortController();

	/** Work that goes on until it is told to end. */
	class Works {
		readonly running = new Map<string, () => void>();
		readonly order: string[] = [];
		peak = 0;

		start(lane: Lane, name: string, priority: number = slotPriority.waiting): Promise<void> {
			return lane.inSlot(
				() =>
					new Promise((resolve) => {
						this.order.push(name);
						this.running.set(name, () => {
							this.running.delete(name);
							resolve();
						});
						this.peak = Math.max(this.peak, this.running.size);
					}),
				priority,
			);
		}

		async end(name: string): Promise<void> {
			this.running.get(name)?.();
			await turn();
		}
	}

	const lane = (concurrentTasks: number, uploadsPerMinute = 1000): Lane =>
		new Lane(new DrivenClock(), { concurrentTasks, uploadsPerMinute });

	it('holds a slot until the work is over', async () => {
		const [two, works] = [lane(2), new Works()];
		for (const name of ['a', 'b', 'c']) void works.start(two, name);
		await turn();
		assert.deepEqual([...works.running.keys()], ['a', 'b']);
		await works.end('a');
		assert.deepEqual([...works.running.keys()], ['b', 'c']);
		assert.equal(works.peak, 2);
	});

	it('gives a slot back when the work fails', async () => {
		const one = lane(1);
		await assert.rejects(
			one.inSlot(() => Promise.reject(new Error('no')), 0),
			/no/,
		);
		await one.inSlot(async () => {}, 0);
	});

	it('lets in first those whose task the service has already', async () => {
		const [one, works] = [lane(1), new Works()];
		void works.start(one, 'first');
		void works.start(one, 'new');
		void works.start(one, 'old', slotPriority.atTheService);
		await turn();
		await works.end('first');
		await works.end('old');
		assert.deepEqual(works.order, ['first', 'old', 'new']);
	});

	it('opens more slots at once, and closes them as they get free', async () => {
		const [growing, works] = [lane(1), new Works()];
		for (const name of ['a', 'b', 'c', 'd']) void works.start(growing, name);
		await turn();
		growing.setLimits({ concurrentTasks: 3, uploadsPerMinute: 1000 });
		await turn();
		assert.equal(works.running.size, 3);
		growing.setLimits({ concurrentTasks: 1, uploadsPerMinute: 1000 });
		await works.end('a');
		await works.end('b');
		assert.deepEqual([...works.running.keys()], ['c']);
		await works.end('c');
		assert.deepEqual([...works.running.keys()], ['d']);
	});

	it('submits one at a time', async () => {
		const ten = lane(10);
		let [now, peak] = [0, 0];
		const submit = (): Promise<void> =>
			ten.submit(async () => {
				peak = Math.max(peak, ++now);
				await turn();
				now--;
			}, signal);
		await Promise.all(Array.from({ length: 5 }, submit));
		assert.equal(peak, 1);
	});

	it('submits nothing while the gate is closed', async () => {
		const clock = new DrivenClock();
		const one = new Lane(clock, { concurrentTasks: 1, uploadsPerMinute: 1000 });
		let sent = 0;
		one.gate.closeFor(1000, 'rate');
		const submitted = one.submit(async () => ++sent, signal);
		await clock.advance(999);
		assert.equal(sent, 0);
		await clock.advance(1);
		assert.equal(await submitted, 1);
	});

	it('keeps uploads to their number a minute', async () => {
		const timers = collectTimers();
		const slow = lane(10, 3);
		let sent = 0;
		for (let count = 0; count < 5; count++) void slow.upload(async () => ++sent, signal);
		for (let turns = 0; turns < 20; turns++) await turn();
		timers.release();
		assert.equal(sent, 3);
	});
});
