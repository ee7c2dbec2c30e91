import { type Clock, stopwatch } from '../../../../src/core/base/clock';

/** A clock whose sleeps are over at once; it remembers how long each would have been. */
export class InstantClock implements Clock {
	readonly sleeps: number[] = [];

	constructor(private time = 1_000_000) {}

	now(): number {
		return this.time;
	}

	stopwatch(): () => number {
		return stopwatch(() => this.now());
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		this.sleeps.push(ms);
		this.time += ms;
	}
}
