import { lookUpJson } from '../../harness/lookUp';

/** The service's own account of what it made, asked for by those who check the engine, never by the engine. */
export class Books {
	constructor(
		private readonly tripo: string,
		private readonly control: string,
		private readonly key: string,
	) {}

	/** Every task of the account, with the key of the wish that it came from. */
	async tasks(): Promise<BookedTask[]> {
		const { tasks } = await this.ledger();
		return Promise.all(
			tasks.map(async (task) => {
				const { input, output } = await this.task(task.taskId);
				return { ...task, key: input.model_seed, link: output?.model_url };
			}),
		);
	}

	/** The ledger's part about this account. */
	async ledger(): Promise<Ledger> {
		const { accounts, entries, tasks } = (await lookUpJson(`${this.control}/ledger`)) as WholeLedger;
		const mine = <Row extends { account?: string }>(rows: readonly Row[]): Row[] =>
			rows.filter(({ account }) => account === this.masked);
		const account = accounts.find(({ key }) => key === this.masked);
		return { account, entries: mine(entries), tasks: mine(tasks) };
	}

	/** Paid POSTs that the service took a task id from. */
	async posts(): Promise<number> {
		const { requests } = (await lookUpJson(`${this.control}/requests`)) as {
			requests: readonly SeenRequest[];
		};
		return requests.filter(
			({ method, path, account }) =>
				method === 'POST' && path.includes('/generation/') && account === this.masked,
		).length;
	}

	/** The sandbox shows the last four characters only, which tell the runs of one sandbox apart. */
	private get masked(): string {
		return `tsk_…${this.key.slice(-4)}`;
	}

	private async task(id: string): Promise<TaskAnswer> {
		const answer = await lookUpJson(`${this.tripo}/tasks/${id}`, { authorization: `Bearer ${this.key}` });
		return (answer as { data: TaskAnswer }).data;
	}
}

export interface BookedTask {
	readonly taskId: string;
	readonly account: string;
	readonly status: string;
	readonly charged: number;
	readonly key: number;
	/** To its model. */
	readonly link: string | undefined;
}

export interface Ledger {
	readonly account: { readonly charged: number; readonly peakConcurrent: number } | undefined;
	readonly entries: readonly LedgerEntry[];
	readonly tasks: readonly Omit<BookedTask, 'key' | 'link'>[];
}

export interface LedgerEntry {
	readonly kind: string;
	readonly account: string;
	readonly taskId: string;
}

interface WholeLedger extends Omit<Ledger, 'account'> {
	readonly accounts: readonly { key: string; charged: number; peakConcurrent: number }[];
}

interface SeenRequest {
	readonly method: string;
	readonly path: string;
	readonly account: string | null;
}

interface TaskAnswer {
	readonly input: { readonly model_seed: number };
	readonly output?: { readonly model_url?: string };
}
