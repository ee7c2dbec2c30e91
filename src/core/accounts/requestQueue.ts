import PQueue from 'p-queue';
import type { Clock } from '../base/clock';
import type { Tier } from '../providers/tiers';
import { Reachability } from './reachability';
import { RequestLimiter } from './requestLimiter';
import { Slots } from './slots';

/** What an account's requests wait for: a slot, the request rate, and the submit before them. */
export class RequestQueue {
	readonly slots: Slots;
	readonly limiter: RequestLimiter;
	readonly reachability = new Reachability();
	private readonly submits = new PQueue({ concurrency: 1 });

	constructor(clock: Clock, random: () => number, tier: Tier, onDidChange?: () => void) {
		this.slots = new Slots(clock, random, tier, onDidChange);
		this.limiter = new RequestLimiter(clock, tier.budgets);
	}

	setTier(tier: Tier): void {
		this.slots.setTier(tier);
		this.limiter.setBudgets(tier.budgets);
	}

	/** Runs `work` when no other submit of this account is under way. */
	alone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		return this.submits.add(work, { signal });
	}

	/** The service says that requests come too fast: nothing is sent to it for so long, nor gets a slot. */
	backOff(ms: number): void {
		this.slots.backOff(ms);
		this.limiter.backOff(ms);
	}
}
