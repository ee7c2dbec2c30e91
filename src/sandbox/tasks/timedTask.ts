import type { Clock } from '../clock';

/** What the tasks of every service have. A task's state is not stored but follows from the clock until `ended` is set. */
export interface TimedTask<Ending extends { status: string }> {
	id: string;
	/** Account id. */
	account: string;
	/** Credits. */
	price: number;
	/** Wall time, ms since 1970. */
	createdAt: number;
	/** Work time, ms. */
	bornAt: number;
	queueMs: number;
	runMs: number;
	plan: Ending;
	/** The highest progress that was ever shown. */
	shownProgress: number;
	/** A status shown instead of the true one until the control API lifts it. The task keeps its slot. */
	shownStatus?: string;
	ended?: Ending;
}

type AnyTask = TimedTask<{ status: string }>;

/** Work time at which the task leaves the queue, ms. */
export function startsAt(task: AnyTask): number {
	return task.bornAt + task.queueMs;
}

/** Work time at which the task is due to end, ms. */
export function dueAt(task: AnyTask): number {
	return startsAt(task) + task.runMs;
}

/** Queued or running, and so in a slot. */
export function isActive(task: AnyTask): boolean {
	return task.ended === undefined;
}

/** Whether the task has come to its due moment but has not been settled. */
export function isDue(task: AnyTask, clock: Clock): boolean {
	return isActive(task) && task.shownStatus === undefined && clock.workMs() >= dueAt(task);
}

/** The status that is shown, in the service's words for a task that waits and one that runs. */
export function statusIn(task: AnyTask, clock: Clock, words: { queued: string; running: string }): string {
	if (task.shownStatus !== undefined) {
		return task.shownStatus;
	}
	if (task.ended) {
		return task.ended.status;
	}
	return clock.workMs() < startsAt(task) ? words.queued : words.running;
}
