import type { Clock } from '../clock';

/** Keeps submits back for a while, all of an account together, after the service said no to one of them. */
export class Gate {
	/** Requests come too fast: only time helps. */
	private quietUntil = 0;
	/** The account's tasks are at their limit: time helps, or the end of a task. */
	private fullUntil = 0;
	private changed = new AbortController();

	constructor(private readonly clock: Clock) {}

	get isOpen(): boolean {
		return this.clock.now() >= this.opensAt;
	}

	closeFor(ms: number, why: 'rate' | 'full'): void {
		const until = this.clock.now() + ms;
		if (why === 'rate') this.quietUntil = Math.max(this.quietUntil, until);
		else this.fullUntil = Math.max(this.fullUntil, until);
	}

	/** A task ended: there may be room before the time is over. */
	roomMade(): void {
		this.fullUntil = 0;
		this.changed.abort();
		this.changed = new AbortController();
	}

	/** Resolves when the gate is open; rejects with the signal's reason. */
	async pass(signal: AbortSignal): Promise<void> {
		while (!this.isOpen) {
			const either = AbortSignal.any([signal, this.changed.signal]);
			await this.clock.sleep(this.opensAt - this.clock.now(), either).catch(() => {});
			signal.throwIfAborted();
		}
	}

	private get opensAt(): number {
		return Math.max(this.quietUntil, this.fullUntil);
	}
}
