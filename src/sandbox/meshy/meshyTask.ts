import type { Clock } from '../clock';
import { isActive, startsAt, statusIn, type TimedTask } from '../tasks/timedTask';
import type { MeshyProduct } from './meshyProduct';
import type { TaskError } from './meshyTaskError';
import type { Printability } from './printability';
import type { MeshyTaskType } from './taskTypes';

/** How a task ends. */
export type MeshyOutcome =
	| { status: 'SUCCEEDED' }
	/** `keepCharge`: the credits are not given back, as they should be; a refund may follow. */
	| { status: 'FAILED'; error: TaskError; keepCharge?: boolean }
	| { status: 'CANCELED' };

/** What is known of a product once it was made. */
export interface MadeProduct {
	/** Names of the files that lie beside its OBJ. */
	beside: string[];
	/** What an analysis found. */
	found?: Printability;
}

/** One task, as it is kept. Its price was paid at submit. */
export interface MeshyTask extends TimedTask<MeshyOutcome> {
	type: MeshyTaskType;
	product: MeshyProduct;
	/** How many tasks are said to be in front of it at first. */
	ahead: number;
	/** Wall time at which it left the queue, ms since 1970. */
	startedAt?: number;
	ended?: NonNullable<TimedTask<MeshyOutcome>['ended']> &
		MadeProduct & {
			/** Lease time at which it and its files are removed, ms since 1970. */
			goneAt: number;
		};
}

/** How long a task and its files are kept after the end: three days. */
export const retentionMs = 72 * 3600 * 1000;

/** The share of its run that a task spends at 99 per cent, as the service's do. */
const finishing = 0.15;

export function meshyStatusOf(task: MeshyTask, clock: Clock): string {
	return statusIn(task, clock, { queued: 'PENDING', running: 'IN_PROGRESS' });
}

/** Whole per cent, 0 to 100, never falling: uneven at first, then at 99 for a while. Only a success is 100. */
export function meshyProgressOf(task: MeshyTask, clock: Clock): number {
	if (task.ended?.status === 'SUCCEEDED') return 100;
	const run = Math.max(0, clock.workMs() - startsAt(task)) / Math.max(1, task.runMs);
	const share = Math.min(1, run / (1 - finishing));
	const uneven = share + 0.04 * Math.sin(6 * Math.PI * share);
	task.shownProgress = Math.max(task.shownProgress, Math.min(99, Math.floor(99 * uneven)));
	return task.shownProgress;
}

/** How many tasks are said to be in front of it: fewer and fewer, none once it has started. */
export function precedingOf(task: MeshyTask, clock: Clock): number {
	const left = (startsAt(task) - clock.workMs()) / task.queueMs;
	return isActive(task) && left > 0 ? Math.ceil(task.ahead * Math.min(1, left)) : 0;
}
