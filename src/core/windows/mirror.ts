import { Emitter, type Event } from '../base/events';
import type { Log } from '../base/log';
import type { AccountState } from '../jobs/runner/queue';
import type { JobChange, JobRecord } from '../model/jobRecord';
import type { LedgerEntry } from '../spending/entry';

/** Where this window learns what goes on: its own engine, or the window that leads. */
export interface Source {
	readonly onDidChange: Event<JobChange>;
	readonly onDidChangeEntries: Event<readonly LedgerEntry[]>;
}

/** What this window shows: the same jobs, ledger and accounts, whoever leads at the moment. */
export class Mirror {
	readonly jobs = new Map<string, JobRecord>();
	/** By task. */
	readonly entries = new Map<string, LedgerEntry>();
	accounts: readonly AccountState[] = [];
	private readonly jobEmitter: Emitter<JobChange>;
	private readonly entriesEmitter: Emitter<readonly LedgerEntry[]>;
	private readonly accountsEmitter: Emitter<void>;

	constructor(log: Log) {
		const failed = (error: unknown): void => log.error(`A listener to job changes failed: ${String(error)}`);
		this.jobEmitter = new Emitter(failed);
		this.entriesEmitter = new Emitter(failed);
		this.accountsEmitter = new Emitter(failed);
	}

	get onDidChange(): Event<JobChange> {
		return this.jobEmitter.event;
	}

	get onDidChangeEntries(): Event<readonly LedgerEntry[]> {
		return this.entriesEmitter.event;
	}

	get onDidChangeAccounts(): Event<void> {
		return this.accountsEmitter.event;
	}

	/** Shows what a source has, and from now on every change of it. */
	follow(source: Source, jobs: readonly JobRecord[], entries: readonly LedgerEntry[]): void {
		source.onDidChange((change) => this.take(change));
		source.onDidChangeEntries((changed) => this.takeEntries(changed));
		// Before the jobs: who hears of a job may look up what it cost.
		this.takeEntries(entries);
		this.learn(jobs);
	}

	takeAccounts(accounts: readonly AccountState[]): void {
		this.accounts = accounts;
		this.accountsEmitter.fire();
	}

	private take(change: JobChange): void {
		if (change.removed) this.jobs.delete(change.job.id);
		else this.jobs.set(change.job.id, change.job);
		this.jobEmitter.fire(change);
	}

	private takeEntries(entries: readonly LedgerEntry[]): void {
		for (const entry of entries) this.entries.set(entry.taskId, entry);
		this.entriesEmitter.fire(entries);
	}

	/** Takes over a whole list, telling only of what differs from what was known. */
	private learn(jobs: readonly JobRecord[]): void {
		const ids = new Set(jobs.map(({ id }) => id));
		for (const job of [...this.jobs.values()]) if (!ids.has(job.id)) this.take({ job, removed: true });
		for (const job of jobs) {
			const known = this.jobs.get(job.id);
			if (known?.changedAt !== job.changedAt || known.state.kind !== job.state.kind)
				this.take({ job, removed: false });
		}
	}
}
