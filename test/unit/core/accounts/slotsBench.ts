import { type SlotRequest, Slots } from '../../../../src/core/accounts/slots';
import type { TaskClass, Tier } from '../../../../src/core/providers/tiers';
import { DrivenClock } from '../support/drivenClock';

const { signal } = new AbortController();

/** Slots on a clock that the test drives, and who got one, in order. */
export class SlotsBench {
	readonly granted: string[] = [];
	readonly slots: Slots;

	constructor(
		tier: Partial<Tier>,
		readonly clock = new DrivenClock(),
	) {
		this.slots = new Slots(this.clock, () => 0.5, {
			concurrentTasks: 10,
			classes: {},
			budgets: [],
			...tier,
		});
	}

	async want(
		id: string,
		extra: Partial<SlotRequest['rank']> & { taskClass?: TaskClass } = {},
	): Promise<void> {
		const { taskClass = 'H', ...rank } = extra;
		void this.slots
			.acquire({ id, taskClass, rank: { priority: 0, inBatch: false, id, ...rank } }, signal)
			.then(() => this.granted.push(id));
		await this.clock.advance(0);
	}
}
