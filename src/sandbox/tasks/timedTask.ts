import type { Clock } from '../clock';

/** How long a task waits and works, ms of work time. */
export interface Schedule {
	queueMs: number;
	runMs: number;
}

/** What the tasks of both services have. A task's state follows from the clock until `ended` is set. */
export interface TimedTask<Outcome extends { status: string }> extends Schedule {
	id: string;
	/** Account id. */
	account: string;
	/** The service's own name for what the task does. */
	type: string;
	/** Credits. */
	price: number;
	/** The parameters that the task repeats of its request. */
	echo: Record<string, unknown>;
	/** Wall time, ms since 1970. */
	createdAt: number;
	/** Work time, ms. */
	bornAt: number;
	/** How it will end when it is due. */
	planned: Outcome;
	/** The highest progress that was ever shown. */
	shownProgress: number;
	/** A status shown instead of the true one until the control API lifts it. The task keeps its slot. */
	shownStatus?: string;
	ended?: Outcome & {
		/** Wall time, ms since 1970. */
		at: number;
		/** Credits that stay spent. */
		charged: number;
	};
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

/** Whether the task should have ended and was not settled yet. */
export function isDue(task: AnyTask, clock: Clock): boolean {
	return isActive(task) && task.shownStatus === undefined && clock.workMs() >= dueAt(task);
}

/** The status that is shown, in the service's words for a task that waits and one that runs. */
export function statusIn(task: AnyTask, clock: Clock, words: { queued: string; running: string }): string {
	const active = clock.workMs() < startsAt(task) ? words.queued : words.running;
	return task.shownStatus ?? task.ended?.status ?? active;
}

/** The end, as long as no other status is shown over it. */
export function visibleEnd<Ended>(task: { ended?: Ended; shownStatus?: string }): Ended | undefined {
	return task.shownStatus === undefined ? task.ended : undefined;
}

/** A typical duration give or take a fifth, after one second and up to `queueSeconds` more in the queue. */
export function scheduleFor(seconds: number, queueSeconds: number, random: { fraction(): number }): Schedule {
	return {
		queueMs: Math.round(1000 + 1000 * queueSeconds * random.fraction()),
		runMs: Math.round(1000 * seconds * (0.8 + 0.4 * random.fraction())),
	};
}

/** What a magic word asks for: a refusal at once, a ban in the end, a failure in the end. */
export type MagicWord = 'refuse' | 'ban' | 'fail';

const words: readonly MagicWord[] = ['refuse', 'ban', 'fail'];

/** The magic word (`sandbox-refuse` and so on) in texts of a request, as upper or lower case; the gravest of several. */
export function magicWordIn(texts: readonly string[]): MagicWord | undefined {
	const all = texts.join('\n').toLowerCase();
	return words.find((word) => all.includes(`sandbox-${word}`));
}
