import { type Clock, systemClock } from '../../../src/core/base/clock';

/** Waiting takes this little of what it would. */
const haste = 2000;

/**
 * A clock on which nobody waits long: it leaps to the moment at which a sleeper wants to wake. Those who sleep at
 * the same time wake in their order, and who looks at the clock afterwards sees that the time is over. Told not to
 * leap, it goes with the service's clock, as the look for a lost task needs it.
 */
export class LeapingClock implements Clock {
	/** How long each sleep would have been, in ms. */
	readonly sleeps: number[] = [];
	private leapt = 0;

	constructor(private readonly leaps: boolean) {}

	now(): number {
		return systemClock.now() + this.leapt;
	}

	stopwatch(): () => number {
		const passed = systemClock.stopwatch();
		const leapt = this.leapt;
		return () => (this.leaps ? passed() + this.leapt - leapt : passed() * haste);
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		this.sleeps.push(ms);
		const end = this.now() + ms;
		await systemClock.sleep(ms / haste, signal);
		if (this.leaps) this.leapt = Math.max(this.leapt, end - systemClock.now());
	}
}
