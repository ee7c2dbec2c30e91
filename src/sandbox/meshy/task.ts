import type { Clock } from '../clock';
import { isActive, startsAt, statusIn, type TimedTask } from '../tasks/timedTask';
import type { Printability } from './printability';
import type { Product } from './product';
import type { TaskError } from './taskErrors';
import type { TaskType } from './taskTypes';

/** How a task comes to its end. */
export type Ending =
	| { status: 'SUCCEEDED' }
	/** `keepCharge`: the credits are not given back, as they should be; a refund may follow. */
	| { status: 'FAILED'; error: TaskError; keepCharge?: boolean }
	| { status: 'CANCELED' };

/** One task, as it is kept. */
export interface Task extends TimedTask<Ending> {
	type: TaskType;
	product: Product;
	/** What the task repeats of its request. */
	echo: Record<string, unknown>;
	/** Credits, paid at submit. */
	price: number;
	/** How many tasks are said to be in front of it at first. */
	ahead: number;
	/** Wall time at which it left the queue, ms since 1970. */
	startedAt?: number;
	ended?: Ending & {
		/** Wall time, ms since 1970. */
		at: number;
		/** Lease time at which it and its files are removed, ms since 1970. */
		goneAt: number;
		/** Credits that stay spent. */
		consumed: number;
		/** Names of the files that lie beside its OBJ. */
		beside: string[];
		/** What an analysis found. */
		found?: Printability;
	};
}

/** How long a task and its files are kept after the end: three days. */
export const retentionMs = 72 * 3600 * 1000;

/** The share of its run that a task spends at 99 per cent, as the service's do. */
const finishing = 0.15;

export function statusOf(task: Task, clock: Clock): string {
	return statusIn(task, clock, { queued: 'PENDING', running: 'IN_PROGRESS' });
}

/** Whole per cent, 0 to 100, never falling: uneven at first, then at 99 for a while. Only a success is 100. */
export function progressOf(task: Task, clock: Clock): number {
	if (task.ended?.status === 'SUCCEEDED') {
		return 100;
	}
	const run = Math.max(0, clock.workMs() - startsAt(task)) / Math.max(1, task.runMs);
	const share = Math.min(1, run / (1 - finishing));
	const uneven = share + 0.04 * Math.sin(6 * Math.PI * share);
	task.shownProgress = Math.max(task.shownProgress, Math.min(99, Math.floor(99 * uneven)));
	return task.shownProgress;
}

/** How many tasks are said to be in front of it: fewer and fewer, none once it has started. */
export function precedingOf(task: Task, clock: Clock): number {
	const left = (startsAt(task) - clock.workMs()) / task.queueMs;
	return isActive(task) && left > 0 ? Math.ceil(task.ahead * Math.min(1, left)) : 0;
}
