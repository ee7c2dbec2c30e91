import { DriftLog } from '../../spending/drift';
import type { Ledger } from '../../spending/ledger';
import type { SpendingTotals } from '../../spending/totals';
import type { Journal } from '../records/journal';
import { type RefundPorts, Refunds } from './refunds';

export interface LedgerSyncPorts extends RefundPorts {
	readonly journal: Pick<Journal, 'all' | 'apply' | 'onDidChange'>;
}

/** Keeps the ledger true to the jobs' records, and the records to what the service says later. */
export class LedgerSync {
	private readonly refunds: Refunds;

	constructor(
		private readonly ports: LedgerSyncPorts,
		readonly ledger: Ledger,
		stopping: AbortSignal,
	) {
		this.refunds = new Refunds(ports, ledger, stopping);
	}

	/** Begins before anything happens to the jobs. */
	async start(): Promise<void> {
		const { journal, log } = this.ports;
		const drift = new DriftLog(this.ledger.entries(), log);
		this.ledger.onDidChange((entries) => {
			drift.look(entries);
			this.refunds.watch();
		});
		journal.onDidChange(({ job, removed }) => {
			if (!removed) this.ledger.note(job);
		});
		await this.ledger.catchUp(journal.all());
		this.refunds.watch();
	}

	totals(): SpendingTotals {
		const jobs = this.ports.journal.all();
		// A record may be a moment ahead of the ledger: the task must not be missing from both.
		this.ledger.note(...jobs.filter(({ state }) => state.kind === 'running'));
		return { jobs, entries: this.ledger.entries() };
	}

	/**
	 * To be called before a record goes, or forgets its task: resolves when the ledger keeps what it knew. Rejects
	 * with `recordUnwritable`.
	 */
	async beforeForgetting(): Promise<void> {
		await this.ledger.flushed();
	}
}
