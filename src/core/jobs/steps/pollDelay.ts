/** What is known of a task at the service when its next look is planned. */
export interface Progress {
	/** Ms since the task was submitted. */
	readonly ageMs: number;
	/** 0 to 100. */
	readonly progress: number;
	/** Ms since the progress last rose, or since the look began. */
	readonly stillMs: number;
	/** One call tells of every task, so that looking often costs little. */
	readonly together: boolean;
	/** How long such a task usually takes, in ms, where that is known. */
	readonly usualMs?: number | undefined;
}

/** Shortest and longest wait (ms) between two looks. */
const ordinary = [1200, 10_000] as const;
/** The same for a task that is finishing, where each look is a call of its own: a service may rest there for minutes. */
const finishing = [5000, 15_000] as const;
/** Progress from which a task is finishing. */
const finishingFrom = 95;
/** By then a task that is not queued shows progress. */
const firstProgressMs = 6000;
/** How long a task takes of which nobody knows. */
const anyMs = 90_000;

/**
 * Ms until the next look at a task: half of the time that it probably still needs. So looks are rare while nothing can
 * have happened and frequent when the end is near, and an estimate that is twice too long is still in time. A task
 * that stands still is looked at the more rarely, the longer it does. Beside other tasks all of this is an upper bound:
 * a look for one of them tells of every other where the service has a call for that.
 */
export function pollDelayMs({ ageMs, progress, stillMs, together, usualMs = anyMs }: Progress): number {
	const [shortest, longest] = progress >= finishingFrom && !together ? finishing : ordinary;
	const wait = Math.max(leftMs(ageMs, progress, usualMs) / 2, stillMs / 20);
	return Math.min(Math.max(wait, shortest), longest);
}

/** The first progress tells how fast a task goes; until it does, a look follows after as long as the task is old. */
function leftMs(ageMs: number, progress: number, usualMs: number): number {
	if (progress > 0) return (ageMs * (100 - progress)) / progress;
	return ageMs < firstProgressMs ? 2 * ageMs : usualMs - ageMs;
}
