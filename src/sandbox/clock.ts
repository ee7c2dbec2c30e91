/** Where a work clock stood at a moment of real time; enough to go on from it after a restart. */
export interface ClockReading {
	workMs: number;
	wallMs: number;
	speed: number;
}

/**
 * *Work time* (ms since the sandbox was first started) runs `speed` times as fast as real time and drives tasks and
 * request-rate minutes. *Wall time* (ms since 1970) is real; timestamps in answers use it, and `skewMs` makes them
 * wrong. Nothing here sets a timer: state is computed when somebody asks.
 */
export class Clock {
	#workMs: number;
	#wallMs: number;
	#speed: number;
	#leaseOffsetMs = 0;
	/** How far the service's own clock is ahead of the real time, ms. */
	skewMs = 0;

	/** Goes on from `reading`, counting the real time that has passed since it was taken. */
	constructor(
		speed: number,
		reading?: ClockReading,
		private readonly now: () => number = Date.now,
	) {
		this.#wallMs = now();
		this.#workMs = reading ? reading.workMs + Math.max(0, this.#wallMs - reading.wallMs) * reading.speed : 0;
		this.#speed = speed;
	}

	get speed(): number {
		return this.#speed;
	}

	/** Real time, ms since 1970. */
	wallMs(): number {
		return this.now();
	}

	/** A moment of real time as the service tells it in its answers, ms since 1970. */
	told(wallMs: number): number {
		return wallMs + this.skewMs;
	}

	/** Simulated time, ms since the sandbox was first started. */
	workMs(): number {
		return this.#workMs + Math.max(0, this.now() - this.#wallMs) * this.#speed;
	}

	/** The real time of a past moment of work time; moments that were jumped over fall on the jump. */
	wallOf(workMs: number): number {
		if (workMs <= this.#workMs || this.#speed === 0) return this.#wallMs;
		return this.#wallMs + (workMs - this.#workMs) / this.#speed;
	}

	/** Real ms until the work clock shows `workMs`; `Infinity` while it stands still. */
	realMsUntil(workMs: number): number {
		const left = workMs - this.workMs();
		return left <= 0 ? 0 : left / this.#speed;
	}

	setSpeed(speed: number): void {
		this.#anchor();
		this.#speed = speed;
	}

	/** Jumps the work clock forward by `ms` of work time. */
	advance(ms: number): void {
		this.#anchor();
		this.#workMs += ms;
	}

	/** The time by which links and file tokens grow old: wall time plus what `advanceLeases` has added. */
	leaseMs(): number {
		return this.now() + this.#leaseOffsetMs;
	}

	/** Makes every link and file token `ms` older, without waiting. */
	advanceLeases(ms: number): void {
		this.#leaseOffsetMs += ms;
	}

	reading(): ClockReading {
		return { workMs: this.workMs(), wallMs: this.wallMs(), speed: this.#speed };
	}

	#anchor(): void {
		const workMs = this.workMs();
		this.#wallMs = this.now();
		this.#workMs = workMs;
	}
}
