import type { TaskSnapshot } from '../../model/task';
import { pollDelayMs } from './pollDelay';

/**
 * Ms until a task is asked for although its event stream is open: a stream can be dead without a word. One that said
 * nothing for so long is not relied on at all, because some proxies hold everything back until the end.
 */
const besideStreamMs = 30_000;

/** Times the polls of one task by how its progress went so far, and by what its event stream told. */
export class PollPace {
	/** In ms of `passed`, like all moments here. */
	private roseAt = 0;
	private streamToldAt = Number.NEGATIVE_INFINITY;

	constructor(
		/** Ms since the watching began. */
		private readonly passed: () => number,
		/** 0 to 100. */
		private progress: number,
		/** How long such a task usually takes, in ms, where that is known. */
		private readonly usualMs: number | undefined,
	) {}

	/** Ms until the next poll of a task of this age, where no failed poll says otherwise. */
	pauseMs(ageMs: number, together: boolean): number {
		const { progress, usualMs } = this;
		return pollDelayMs({ ageMs, progress, stillMs: this.passed() - this.roseAt, together, usualMs });
	}

	/** The same while an event stream is open: a stream that tells makes most polls needless. */
	besideStream(pauseMs: number): number {
		const isTold = this.passed() - this.streamToldAt < besideStreamMs;
		return isTold ? Math.max(pauseMs, besideStreamMs) : pauseMs;
	}

	/** The event stream gave a sign of life. */
	noteStream(): void {
		this.streamToldAt = this.passed();
	}

	noteProgress(snapshot: TaskSnapshot): void {
		if (!('progress' in snapshot) || snapshot.progress <= this.progress) return;
		this.progress = snapshot.progress;
		this.roseAt = this.passed();
	}
}
