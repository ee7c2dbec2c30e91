import type { Mishap } from '../plan/plan';
import type { Diary } from './diary';

/** The network's faults that are due in this process. */
export class Mishaps {
	private readonly seen = new Map<Mishap['kind'], number>();

	constructor(
		private readonly due: readonly Mishap[],
		private readonly diary: Diary,
	) {}

	/** Whether the request at hand is struck. */
	strikes(kind: Mishap['kind']): boolean {
		const count = (this.seen.get(kind) ?? 0) + 1;
		this.seen.set(kind, count);
		const struck = this.due.some((mishap) => mishap.kind === kind && mishap.nth === count);
		if (struck) this.diary.write({ what: 'mishap', kind });
		return struck;
	}
}
