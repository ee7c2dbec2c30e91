/** A task as the service has it; real ms since the epoch. */
export interface Task {
	readonly id: string;
	readonly startsAt: number;
	readonly endsAt: number;
}

/** From the first task's start to the last one's end. */
export function makespan(tasks: readonly Task[]): number {
	return Math.max(...tasks.map(({ endsAt }) => endsAt)) - Math.min(...tasks.map(({ startsAt }) => startsAt));
}

/** The same tasks in the same order on as many slots, each starting the moment a slot is free: no overhead at all. */
export function bound(tasks: readonly Task[], slots: number): number {
	const free = new Array<number>(slots).fill(0);
	for (const { startsAt, endsAt } of [...tasks].sort((a, b) => a.startsAt - b.startsAt)) {
		const next = free.indexOf(Math.min(...free));
		free[next] = (free[next] ?? 0) + endsAt - startsAt;
	}
	return Math.max(...free);
}

/** One after the other, without a moment between two of them. */
export function inARow(tasks: readonly Task[]): number {
	return tasks.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0);
}
