import PQueue from 'p-queue';
import type { Clock } from '../clock';
import { Slots } from './slots';
import type { Tier } from './tiers';

/** One account's room at its service: slots, one submit at a time, and the pace of uploads. */
export class Lane {
	readonly slots: Slots;
	private readonly submits = new PQueue({ concurrency: 1 });
	private uploads: PQueue;
	private uploadsPerMinute: number;

	constructor(clock: Clock, random: () => number, tier: Tier, onDidChange?: () => void) {
		this.slots = new Slots(clock, random, tier, onDidChange);
		this.uploadsPerMinute = tier.uploadsPerMinute;
		this.uploads = paced(tier.uploadsPerMinute);
	}

	setTier(tier: Tier): void {
		this.slots.setTier(tier);
		if (tier.uploadsPerMinute === this.uploadsPerMinute) return;
		this.uploadsPerMinute = tier.uploadsPerMinute;
		this.uploads = paced(tier.uploadsPerMinute);
	}

	/** Runs `work` when no other submit of this account is under way. */
	alone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		return this.submits.add(work, { signal });
	}

	/** Runs an upload at the pace that the service allows. */
	upload<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		return this.uploads.add(work, { signal });
	}
}

function paced(perMinute: number): PQueue {
	// `strict` counts over every window of a minute: without it, two bursts could meet at a window's edge.
	return new PQueue({ concurrency: 2, intervalCap: perMinute, interval: 60_000, strict: true });
}
