import PQueue from 'p-queue';
import type { Clock } from '../base/clock';
import type { Tier } from '../providers/tiers';
import { RequestLimiter } from './requestLimiter';
import { Slots } from './slots';

const parallelDownloads = 4;

/** One account's room at its service: slots, the pace of its calls, some downloads and one submit at a time. */
export class Lane {
	readonly slots: Slots;
	readonly gate: RequestLimiter;
	/** They need no slot, but not all of them at once. */
	readonly downloads = new PQueue({ concurrency: parallelDownloads });
	private readonly submits = new PQueue({ concurrency: 1 });

	constructor(clock: Clock, random: () => number, tier: Tier, onDidChange?: () => void) {
		this.slots = new Slots(clock, random, tier, onDidChange);
		this.gate = new RequestLimiter(clock, tier.budgets);
	}

	setTier(tier: Tier): void {
		this.slots.setTier(tier);
		this.gate.setBudgets(tier.budgets);
	}

	/** Runs `work` when no other submit of this account is under way. */
	alone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		return this.submits.add(work, { signal });
	}

	/** The service says that requests come too fast: nothing is sent to it for so long, nor gets a slot. */
	quiet(ms: number): void {
		this.slots.quiet(ms);
		this.gate.quiet(ms);
	}
}
