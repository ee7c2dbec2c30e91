/** Refusals in a row, and ms from the first to the last: a queue that others fill moves within such a time. */
const refusals = 3;
const patienceMs = 120_000;

/**
 * Tells a plan that cannot create tasks at all from a queue that others have filled: the words of the refusals are the
 * same, but here they go on while none of ours is at the service and none ever was.
 */
export class PlanDetector {
	private taken = false;
	private count = 0;
	private since = 0;
	private last = 0;

	/** The service has or had a task of this account, so the plan does create tasks. */
	cleared(): void {
		this.taken = true;
		this.count = 0;
	}

	/** Refused though no task of ours was at the service. */
	refusedAlone(now: number): void {
		if (this.taken) return;
		if (this.count === 0) this.since = now;
		this.last = now;
		this.count++;
	}

	get isLikely(): boolean {
		return this.count >= refusals && this.last - this.since >= patienceMs;
	}
}
