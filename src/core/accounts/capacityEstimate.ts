/** First and longest wait (ms) after a refusal until one more task is tried, by somebody who has none there. */
const firstWaitMs = 3000;
const patienceMs = 6000;
/** Longest wait for anybody. */
const longestWaitMs = 30_000;

/**
 * What refusals teach about a limit that others may use too: a colleague, the web app, another machine. Nobody tells
 * how much room is left, so it is found out: after a refusal as many tasks as there were then, after a while one
 * more, and with each one that is taken one more again. Who has many of the account's slots knocks rarely, and who has
 * few knocks often: so machines that know nothing of each other come to share evenly, with few refusals.
 */
export class CapacityEstimate {
	/** Tasks that are known to fit; undefined while no refusal contradicts the tier. */
	private fits: number | undefined;
	private waitMs = firstWaitMs;
	private probeAt = 0;

	/** Tasks that may be at the service now, by the tier's `cap` and by what was learned. */
	limit(cap: number, now: number): number {
		if (this.fits === undefined) return cap;
		return Math.min(cap, now < this.probeAt ? this.fits : this.fits + 1);
	}

	/** The moment from which one more may be tried; undefined when nothing was learned. */
	get nextProbe(): number | undefined {
		return this.fits === undefined ? undefined : this.probeAt;
	}

	/** Refused with `inUse` other tasks of ours at the service. A wait that the service names is a lower bound. */
	refused(inUse: number, now: number, random: () => number, askedMs = 0): void {
		this.fits = inUse;
		const wait = Math.min(this.waitMs * (inUse + 1) ** 2, longestWaitMs);
		// Jitter, so that several machines do not knock in step.
		this.probeAt = now + Math.max(askedMs, wait * (0.75 + random() / 2));
		this.waitMs = Math.min(this.waitMs * 2, patienceMs);
	}

	/** Taken, which makes `inUse` of them. When the tier's own cap fits again, nothing is left to learn. */
	accepted(inUse: number, cap: number): void {
		if (this.fits === undefined) return;
		this.waitMs = firstWaitMs;
		this.probeAt = 0;
		this.fits = inUse >= cap ? undefined : Math.max(this.fits, inUse);
	}

	/** A task of ours ended: its place may be free, or somebody else may have taken it already. */
	ended(): void {
		this.waitMs = firstWaitMs;
	}
}
