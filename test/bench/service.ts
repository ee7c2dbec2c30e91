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
	readonly origin: 'api' | 'files';
	readonly status: number | null;
}

/** What the service saw of one way to do the work. */
export interface Seen {
	readonly tasks: readonly Task[];
	/** Makespan ÷ that of a perfect schedule of the same tasks. */
	readonly ratio: number;
	/** To the API, downloads left out. */
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
		const api = requests.filter(({ origin }) => origin === 'api');
		const ledger = await this.ask<Ledger>('ledger');
		const tasks = ledger.tasks.map(({ taskId: id, createdAt, endedAt = createdAt }) => ({
			id,
			startsAt: createdAt,
			endsAt: endedAt,
		}));
		return {
			tasks,
			ratio: makespan(tasks) / bound(tasks, this.slots),
			requestsPerJob: api.length / tasks.length,
			refusedPer100: (100 * api.filter(({ status }) => status === 429).length) / tasks.length,
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
