import { speed } from './machine';

/** A task as the service tells of it: real ms since the epoch. */
export interface TracedTask {
	readonly id: string;
	readonly createdAt: number;
	readonly completedAt: number;
}

interface Ledger {
	readonly tasks: readonly { readonly taskId: string }[];
}

interface SeenRequest {
	readonly origin: 'api' | 'files';
	readonly status: number | null;
	readonly path: string;
}

/** All tasks of the account, by creation. */
export async function tasksOf(tripo: string, control: string, key: string): Promise<TracedTask[]> {
	const { tasks } = (await (await fetch(`${control}/ledger`)).json()) as Ledger;
	const traced: TracedTask[] = [];
	for (let first = 0; first < tasks.length; first += 100) {
		const ids = tasks.slice(first, first + 100).map(({ taskId }) => taskId);
		const answer = await fetch(`${tripo}/tasks/list`, {
			method: 'POST',
			headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
			body: JSON.stringify({ task_ids: ids }),
		});
		const { data } = (await answer.json()) as {
			data: { tasks: Record<string, { task_id: string; created_at: string; completed_at: string }> };
		};
		for (const task of Object.values(data.tasks))
			traced.push({
				id: task.task_id,
				createdAt: Date.parse(task.created_at),
				completedAt: Date.parse(task.completed_at),
			});
	}
	return traced.sort((a, b) => a.createdAt - b.createdAt);
}

/** Requests to the API, those with 429 apart; the bench's own are not counted when this is asked first. */
export async function requestsOf(control: string): Promise<{ api: number; refused: number }> {
	const { requests } = (await (await fetch(`${control}/requests`)).json()) as { requests: SeenRequest[] };
	const api = requests.filter(({ origin }) => origin === 'api');
	return { api: api.length, refused: api.filter(({ status }) => status === 429).length };
}

/** Simulated seconds from the first task's creation to the last one's end. */
export function makespan(tasks: readonly TracedTask[]): number {
	const start = Math.min(...tasks.map(({ createdAt }) => createdAt));
	return ((Math.max(...tasks.map(({ completedAt }) => completedAt)) - start) * speed) / 1000;
}

/** The same tasks in the same order on as many slots, each starting the moment a slot is free: no overhead at all. */
export function bound(tasks: readonly TracedTask[], slots: number): number {
	const free = new Array<number>(slots).fill(0);
	for (const seconds of durations(tasks)) {
		const next = free.indexOf(Math.min(...free));
		free[next] = (free[next] ?? 0) + seconds;
	}
	return Math.max(...free);
}

/** Simulated seconds. */
export function durations(tasks: readonly TracedTask[]): number[] {
	return tasks.map(({ createdAt, completedAt }) => ((completedAt - createdAt) * speed) / 1000);
}
