import PQueue from 'p-queue';
import type { Clock } from '../clock';
import { Gate } from './gate';

/** What an account allows. */
export interface Limits {
	/** Tasks that may be queued or running at the service at once. */
	readonly concurrentTasks: number;
	readonly uploadsPerMinute: number;
}

/** Order among those that wait for a slot: tasks that the service has already come first. */
export const slotPriority = { waiting: 0, atTheService: 1 } as const;

/** One account's room at its service: slots, one submit at a time, and the pace of uploads. */
export class Lane {
	/** Closed while the account's tasks are at their limit or requests come too fast. */
	readonly gate: Gate;
	private readonly slots: PQueue;
	private readonly submits = new PQueue({ concurrency: 1 });
	private uploads: PQueue;
	private uploadsPerMinute: number;

	constructor(clock: Clock, limits: Limits) {
		this.gate = new Gate(clock);
		this.slots = new PQueue({ concurrency: limits.concurrentTasks });
		this.uploadsPerMinute = limits.uploadsPerMinute;
		this.uploads = paced(limits.uploadsPerMinute);
	}

	setLimits(limits: Limits): void {
		this.slots.concurrency = limits.concurrentTasks;
		if (limits.uploadsPerMinute === this.uploadsPerMinute) return;
		this.uploadsPerMinute = limits.uploadsPerMinute;
		this.uploads = paced(limits.uploadsPerMinute);
	}

	/** Runs `work` in a slot, which is held until its promise settles. */
	inSlot(work: () => Promise<void>, priority: number): Promise<void> {
		return this.slots.add(work, { priority });
	}

	/** Runs `work` when no other submit of this account is under way and the gate is open. */
	submit<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		return this.submits.add(async () => {
			await this.gate.pass(signal);
			return work();
		});
	}

	/** Runs `work` while no submit of this account is under way. */
	withoutSubmits<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
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
