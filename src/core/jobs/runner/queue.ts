import type { SlotsState } from '../../accounts/slots';
import type { Event } from '../../base/events';
import type { ProviderId } from '../../model/account';
import type { GenerateRequest } from '../../model/generateRequest';
import type { JobDraft } from '../../model/jobDraft';
import type { JobChange, JobRecord } from '../../model/jobRecord';
import type { ListedTask, Motion } from '../../model/task';
import type { LedgerEntry } from '../../spending/entry';
import type { SpendingLimits } from '../../spending/limits';
import type { Adoption } from './adopt';
import type { AccountBalance } from './balance';

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
	 * Stops a job. A task that the service has goes on there (Tripo has no cancel); the job says what became of it.
	 */
	cancel(id: string): Promise<void>;
	/**
	 * Tries again what can be tried: a blocked job goes on where it was, an uncertain one is looked up at the service
	 * (free), a failed one is submitted anew. Resolves to false when an uncertain job was not found there.
	 */
	retry(id: string): Promise<boolean>;
	/** Tries several again, after one question about the sum of what is paid anew. */
	retryAll(ids: readonly string[]): Promise<void>;
	/** The user's own decision about a job in doubt: send it again, though the first may exist. */
	submitAgain(id: string): Promise<void>;
	/** Brings a task that was made elsewhere into the list and its files into the folder. Free. */
	adopt(adoption: Adoption): Promise<JobRecord>;
	/** The account's newest tasks that no job has, newest first, to adopt one of them. Free. */
	history(provider: ProviderId): Promise<readonly ListedTask[]>;
	/** Brings the files of a step whose result was left at the service. Free. */
	fetch(id: string): Promise<void>;
	/** Saves a file that came twice alike and that the check refuses, under a name that says so. Free. */
	keep(id: string): Promise<void>;
	/** Forgets a job that is over. Its files stay. */
	remove(id: string): Promise<void>;
	/** Lets it go before (or after) the others that wait. */
	prioritise(id: string, step: 1 | -1): Promise<void>;
	/** Paused: nothing new is sent for this provider; what is there already is followed and fetched. */
	setPaused(provider: ProviderId, paused: boolean): Promise<void>;
	/**
	 * The motions that the provider's service has in its library, asked for at the account's pace. Free. Rejects where
	 * there is none or it cannot be had.
	 */
	motions(provider: ProviderId): Promise<readonly Motion[]>;
	/** What an account has, asked for at its pace. Free. Rejects like `Accounts.connect` and `Provider.balance`. */
	balance(provider: ProviderId): Promise<AccountBalance>;
	/** Resolves when one call of this window's own may leave to the provider: it counts for the account's pace. */
	turn(provider: ProviderId): Promise<void>;
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

/**
 * What one window may ask of the engine in another. New jobs passed validation and the guard where they were asked
 * for; the limits that the guard went by come along.
 */
export type QueueCall =
	| { readonly method: 'add'; readonly drafts: readonly JobDraft[]; readonly limits: SpendingLimits }
	/** Without limits, the guard did not pass it: nothing new may be paid for. */
	| { readonly method: 'retry' | 'submitAgain'; readonly id: string; readonly limits: SpendingLimits | null }
	| { readonly method: 'adopt'; readonly adoption: Adoption }
	| { readonly method: 'prioritise'; readonly id: string; readonly step: 1 | -1 }
	| { readonly method: 'setPaused'; readonly provider: ProviderId; readonly paused: boolean }
	| { readonly method: 'motions' | 'balance' | 'history' | 'turn'; readonly provider: ProviderId }
	| { readonly method: 'cancel' | 'fetch' | 'keep' | 'remove'; readonly id: string };
