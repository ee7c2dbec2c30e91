import type { AccountBalance } from '../../accounts/account';
import type { ProviderId } from '../../model/account';
import type { JobDraft } from '../../model/jobDraft';
import type { JobRecord } from '../../model/jobRecord';
import type { ListedTask, Motion } from '../../model/task';
import type { SpendingLimits } from '../../spending/limits';
import type { Adoption } from './adopt';

/**
 * Verbs that may send a paid request. They pass the spending guard in the window where they are asked for; the limits
 * that it went by come along, and the engine looks at them again.
 */
export interface PayingVerbs {
	/**
	 * Writes down jobs that passed validation, and starts them. Rejects like `refuseBeyond` and `refuseRefused`, and
	 * then none of them exists.
	 */
	add(drafts: readonly JobDraft[], limits: SpendingLimits): JobRecord[];
	/** See `JobQueue.retry`. Without limits the guard did not pass it, so nothing new may be paid for. */
	retry(id: string, limits: SpendingLimits | null): boolean;
	/** See `JobQueue.submitAgain`, and `retry`. */
	submitAgain(id: string, limits: SpendingLimits | null): void;
}

/** What may be done with a job, free of charge. Each rejects with `actionNotPossible` where its state forbids it. */
export interface JobVerbs {
	/** Stops a job. A task that the service has goes on there (Tripo has no cancel); the job says what became of it. */
	cancel(id: string): void;
	/** Brings the files of a step whose result was left at the service. */
	fetch(id: string): void;
	/** Saves a file that came twice alike and that the check refuses, under a name that says so. */
	keep(id: string): void;
	/** Forgets a job that is over. Its files stay. */
	remove(id: string): void;
	/** Lets it go before (or after) the others that wait. */
	prioritise(id: string, step: 1 | -1): void;
	/** Brings a task that was made elsewhere into the list and its files into the folder. */
	adopt(adoption: Adoption): JobRecord;
}

/** What an account is asked for, at its pace and free of charge. Each rejects like `Accounts.connect`. */
export interface AccountVerbs {
	/** Paused: nothing new is sent for this provider; what is there already is followed and fetched. */
	setPaused(provider: ProviderId, paused: boolean): void;
	/** The motions of the service's library. Rejects where it has none. */
	motions(provider: ProviderId): readonly Motion[];
	/** What the account has. Rejects like `Provider.balance`. */
	balance(provider: ProviderId): AccountBalance;
	/** The account's newest tasks that no job has, newest first, to adopt one of them. */
	history(provider: ProviderId): readonly ListedTask[];
	/** Resolves when one call of the asking window's own may leave: it counts for the account's pace. */
	turn(provider: ProviderId): void;
}

export interface FreeVerbs extends JobVerbs, AccountVerbs {}

/**
 * All that a window may ask of the engine, wherever that runs. Parameters and results travel between windows as JSON.
 * A new verb is declared here and carried out in the handlers of its interface; every window has it then.
 */
export interface Verbs extends PayingVerbs, FreeVerbs {}

export type Verb = keyof Verbs;
export type ParametersOf<V extends Verb> = Parameters<Verbs[V]>;
export type ResultOf<V extends Verb> = ReturnType<Verbs[V]>;

/** A verb with its parameters, as one window hands it to another. */
export interface VerbCall<V extends Verb = Verb> {
	readonly verb: V;
	readonly parameters: ParametersOf<V>;
}
