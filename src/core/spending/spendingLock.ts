import PQueue from 'p-queue';
import { type Priced, refuseBeyond, type SpendingLimits } from './limits';
import type { SpendingTotals } from './totals';

/** A wish to spend, and what it was told of the limits where it was asked for. */
export interface Application {
	readonly wanted: readonly Priced[];
	readonly limits: SpendingLimits;
	/** A job that is asked for again, and is in the books already. */
	readonly exceptJob?: string;
}

/**
 * Where new paid work is written down, in the one window that leads: one after the other, so that several windows
 * which ask at once do not pass a limit together.
 */
export class SpendingLock {
	private readonly turns = new PQueue({ concurrency: 1 });

	constructor(
		private readonly books: () => SpendingTotals,
		private readonly now: () => number,
	) {}

	/** Runs `write`, after which the books have what was wanted; rejects like `refuseBeyond` when it may not be. */
	pass<T>({ wanted, limits, exceptJob }: Application, write: () => Promise<T>): Promise<T> {
		return this.turns.add(() => {
			refuseBeyond(limits, wanted, this.books(), this.now(), exceptJob);
			return write();
		});
	}
}
