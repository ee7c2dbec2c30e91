import { setImmediate as turn } from 'node:timers/promises';
import { type Clock, stopwatch } from '../../../../src/core/base/clock';

interface Sleeper {
	readonly at: number;
	readonly wake: () => void;
}

/** Time that stands still until a test moves it. */
export class DrivenClock implements Clock {
	private readonly sleepers = new Set<Sleeper>();
	/** What the user did to the clock on the wall; sleepers go by the true time. */
	private wallOffset = 0;

	constructor(private time = 1_000_000) {}

	now(): number {
		return this.time + this.wallOffset;
	}

	setBack(ms: number): void {
		this.wallOffset -= ms;
	}

	/** How many sleep: a leak shows here. */
	get sleeping(): number {
		return this.sleepers.size;
	}

	stopwatch(): () => number {
		return stopwatch(() => this.now());
	}

	sleep(ms: number, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(signal.reason);
			const stop = (): void => {
				this.sleepers.delete(sleeper);
				reject(signal?.reason);
			};
			const sleeper: Sleeper = {
				at: this.time + ms,
				wake: () => {
					signal?.removeEventListener('abort', stop);
					resolve();
				},
			};
			this.sleepers.add(sleeper);
			signal?.addEventListener('abort', stop, { once: true });
		});
	}

	/** Moves on by `ms`, waking everybody who is due in the order of their times. */
	async advance(ms: number): Promise<void> {
		const end = this.time + ms;
		for (;;) {
			await turn();
			const due = [...this.sleepers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
			if (!due) break;
			this.time = Math.max(this.time, due.at);
			this.sleepers.delete(due);
			due.wake();
		}
		this.time = end;
		await turn();
	}
}
