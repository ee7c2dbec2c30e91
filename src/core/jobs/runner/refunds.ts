import type { Accounts } from '../../accounts/accounts';
import type { Clock } from '../../base/clock';
import type { Log } from '../../base/log';
import { taskOf } from '../../model/jobRecord';
import { jobErrorOf } from '../../network/failure';
import { type LedgerEntry, netOf } from '../../spending/entry';
import type { Ledger } from '../../spending/ledger';
import type { Journal } from '../records/journal';

/** The service deducts credits for some failed tasks and gives them back later. */
const pauseMs = 15 * 60_000;
/** What has not come back by then is for the user and the service's support. */
const patienceMs = 7 * 24 * 3_600_000;

export interface RefundPorts {
	readonly accounts: Pick<Accounts, 'of'>;
	readonly journal: Pick<Journal, 'all' | 'apply'>;
	readonly clock: Clock;
	readonly log: Log;
}

/**
 * Looks after failed tasks that cost something, until the service says that they cost nothing: those of jobs that
 * failed, that were cancelled, and that are no longer in the list.
 */
export class Refunds {
	private watching = false;

	constructor(
		private readonly ports: RefundPorts,
		private readonly ledger: Ledger,
		private readonly signal: AbortSignal,
	) {}

	/** Starts looking, if there is anything to look after. */
	watch(): void {
		if (this.watching || this.expected().length === 0) return;
		this.watching = true;
		void this.look()
			.catch(() => {})
			.finally(() => {
				this.watching = false;
			});
	}

	private async look(): Promise<void> {
		for (let entries = this.expected(); entries.length > 0; entries = this.expected()) {
			for (const entry of entries) await this.ask(entry);
			await this.ports.clock.sleep(pauseMs, this.signal);
		}
	}

	private async ask(entry: LedgerEntry): Promise<void> {
		const { accounts, log } = this.ports;
		const { taskId, provider, account, operation } = entry;
		try {
			const connection = await accounts.of(provider).connect();
			// Another key's tasks cannot be asked for.
			if (connection.account !== account) return;
			const snapshot = await connection.provider.task({ id: taskId, operation }, this.signal);
			const credits = 'credits' in snapshot ? snapshot.credits : undefined;
			if (credits === undefined || credits === netOf(entry)) return;
			await this.settle(taskId, credits);
			log.info(`Task ${taskId}: the service now says that it cost ${credits} credits.`);
		} catch (error) {
			this.signal.throwIfAborted();
			log.debug(`Task ${taskId}: its credits could not be asked for: ${jobErrorOf(error).code}.`);
		}
	}

	/** In the record of the job that still has the task, from which the ledger learns it; else in the ledger alone. */
	private async settle(taskId: string, credits: number): Promise<void> {
		const { journal } = this.ports;
		const job = journal.all().find(({ state }) => taskOf(state)?.id === taskId);
		const outcome = credits > 0 ? 'charged' : 'notCharged';
		if (job) await journal.apply(job.id, { type: 'settled', outcome, credits });
		else this.ledger.tell(taskId, credits);
	}

	private expected(): LedgerEntry[] {
		const since = this.ports.clock.now() - patienceMs;
		return this.ledger
			.entries()
			.filter((entry) => entry.status === 'failed' && entry.at > since && (netOf(entry) ?? 0) > 0);
	}
}
