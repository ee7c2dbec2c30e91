import { startSandbox } from '../harness/sandboxProcess';
import type { Pace } from './pace';
import { bound, makespan, type Task } from './schedule';
import { trace } from './work';

/** The one account that everybody uses. */
export const key = 'tsk_bench_account_01';

export interface Work {
	readonly jobs: number;
	readonly slots: number;
}

interface Ledger {
	readonly tasks: readonly {
		readonly taskId: string;
		readonly createdAt: number;
		readonly endedAt?: number;
	}[];
}

interface SeenRequest {
	/** Counts up from 1. */
	readonly number: number;
	readonly origin: 'api' | 'files';
	readonly status: number | null;
}

/** What the service saw of one way to do the work. */
export interface Seen {
	readonly tasks: readonly Task[];
	/** Makespan ÷ that of a perfect schedule of the same tasks. */
	readonly ratio: number;
	/** Absent where there were more requests than a sandbox remembers. */
	readonly calls?: Calls;
}

/** Requests to the API, downloads left out. */
export interface Calls {
	readonly requestsPerJob: number;
	/** Answers with 429 per 100 jobs. */
	readonly refusedPer100: number;
}

/** A sandbox in a process of its own, with an account that has credits and as many slots as said. */
export class Service {
	private constructor(
		readonly tripo: string,
		private readonly control: string,
		readonly pace: Pace,
		readonly slots: number,
	) {}

	/** `jobs` of the trace are planned, in the order in which they will be made. */
	static async with<T>(
		{ jobs, slots }: Work,
		pace: Pace,
		work: (service: Service) => Promise<T>,
	): Promise<T> {
		const options = { speed: pace.speed, 'tripo-slots': slots, seed: 11 };
		const sandbox = await startSandbox(
			Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
		);
		try {
			const service = new Service(sandbox.tripo, sandbox.control, pace, slots);
			await service.tell('accounts', { key, balance: 1e6, slots });
			for (const durationSeconds of trace(jobs)) await service.tell('tasks/next', { durationSeconds });
			return await work(service);
		} finally {
			await sandbox.stop();
		}
	}

	async seen(): Promise<Seen> {
		const { requests } = await this.ask<{ requests: SeenRequest[] }>('requests');
		const ledger = await this.ask<Ledger>('ledger');
		const tasks = ledger.tasks.map(({ taskId: id, createdAt, endedAt = createdAt }) => ({
			id,
			startsAt: createdAt,
			endsAt: endedAt,
		}));
		return {
			tasks,
			ratio: makespan(tasks) / bound(tasks, this.slots),
			...(requests[0]?.number === 1 ? { calls: callsOf(requests, tasks.length) } : {}),
		};
	}

	private async tell(what: string, body: object): Promise<void> {
		const answer = await fetch(`${this.control}/${what}`, { method: 'POST', body: JSON.stringify(body) });
		if (!answer.ok) throw new Error(`${what}: ${await answer.text()}`);
	}

	private async ask<T>(what: string): Promise<T> {
		return (await (await fetch(`${this.control}/${what}`)).json()) as T;
	}
}

function callsOf(requests: readonly SeenRequest[], jobs: number): Calls {
	const api = requests.filter(({ origin }) => origin === 'api');
	const refused = api.filter(({ status }) => status === 429);
	return { requestsPerJob: api.length / jobs, refusedPer100: (100 * refused.length) / jobs };
}
