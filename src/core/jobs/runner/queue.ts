import type { SlotsState } from '../../accounts/slots';
import type { Event } from '../../base/events';
import type { ProviderId } from '../../model/account';
import type { GenerateRequest } from '../../model/generateRequest';
import type { JobChange, JobRecord } from '../../model/jobRecord';
import type { LedgerEntry } from '../../spending/entry';
import type { FreeVerbs, ParametersOf, ResultOf } from './verbs';

/** What the counter of one account shows. */
export interface AccountState extends SlotsState {
	readonly provider: ProviderId;
}

export interface GenerateOptions {
	/** Ask even where the sum is small. */
	readonly alwaysConfirm?: boolean;
	/** What the jobs are called together, where there is more than one. */
	readonly title?: string;
}

/** The queue as views and commands see it, wherever the engine runs. */
export interface JobQueue {
	/** In the order of creation. */
	list(): JobRecord[];
	find(id: string): JobRecord | undefined;
	readonly onDidChange: Event<JobChange>;
	/**
	 * The only way in for new jobs: drafts those of all requests, asks the spending guard once for their sum, writes them
	 * down and starts them. Rejects like `draftJobs`, with `spendingDeclined` or like `refuseBeyond`, and then none of
	 * them exists.
	 */
	generate(requests: readonly GenerateRequest[], options?: GenerateOptions): Promise<JobRecord[]>;
	/**
	 * Tries again what can be tried: a blocked job goes on where it was, an uncertain one is looked up at the service
	 * (free), a failed one is submitted anew. Resolves to false when an uncertain job was not found there.
	 */
	retry(id: string): Promise<boolean>;
	/** Tries several again, after one question about the sum of what is paid anew. */
	retryAll(ids: readonly string[]): Promise<void>;
	/** The user's own decision about a job in doubt: send it again, though the first may exist. */
	submitAgain(id: string): Promise<void>;
	/** Whatever is free. Rejects like the verb, or with `leaderLost` when no window carries it out in time. */
	call<V extends keyof FreeVerbs>(verb: V, ...parameters: ParametersOf<V>): Promise<ResultOf<V>>;
	/** The accounts that have been used since the queue started. */
	accounts(): readonly AccountState[];
	readonly onDidChangeAccounts: Event<void>;
	/** Every paid task there was, whatever became of its job; in the order in which they came in. */
	entries(): readonly LedgerEntry[];
	/** Tells of entries that are new or changed. */
	readonly onDidChangeEntries: Event<readonly LedgerEntry[]>;
	/** Resolves when the job is final or needs the user; rejects with `jobUnknown` when it is removed. */
	settled(id: string): Promise<JobRecord>;
}
