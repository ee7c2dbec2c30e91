import { type Clock, systemClock } from '../../src/core/base/clock';

/** How simulated time goes in a run of the bench: at the sandbox, and for every wait of whoever uses it. */
export class Pace {
	constructor(
		/** Simulated seconds per real second. */
		readonly speed: number,
	) {}

	sleep(seconds: number): Promise<void> {
		return systemClock.sleep((seconds * 1000) / this.speed);
	}

	/** Simulated seconds. */
	between(fromMs: number, toMs: number): number {
		return ((toMs - fromMs) * this.speed) / 1000;
	}

	/** A clock for the engine, which goes as fast as the sandbox's. */
	clock(): Clock {
		const began = Date.now();
		return {
			now: () => began + (Date.now() - began) * this.speed,
			sleep: (ms, signal) => systemClock.sleep(ms / this.speed, signal),
			stopwatch: () => {
				const passed = systemClock.stopwatch();
				return () => passed() * this.speed;
			},
		};
	}
}
