import type { AccountAccess } from '../../accounts/accountAccess';
import { Accounts } from '../../accounts/accounts';
import type { Pauses } from '../../accounts/pauses';
import type { Disposable, Event } from '../../base/events';
import { providerIds } from '../../model/account';
import { PropsmithError } from '../../model/errors';
import { holdsSlot, isSettled, type JobChange, type JobRecord, type JobState } from '../../model/jobRecord';
import type { LedgerEntry } from '../../spending/entry';
import type { Ledger } from '../../spending/ledger';
import { neverOn, type SpendingSwitch } from '../../spending/limits';
import { isHistory } from '../records/actions';
import type { Journal } from '../records/journal';
import { passes } from '../steps/passing';
import { accountVerbs } from './accountVerbs';
import type { JobTools } from './jobContext';
import { JobCreator } from './jobCreator';
import { JobRunner } from './jobRunner';
import { jobVerbs } from './jobVerbs';
import { LedgerSync } from './ledgerSync';
import { payingVerbs } from './payingVerbs';
import type { AccountState } from './queue';
import { SpendNothing } from './spendNothing';
import type { Handlers, VerbContext } from './verbHandlers';
import type { ParametersOf, ResultOf, Verb } from './verbs';

const handlers: Handlers<Verb> = { ...payingVerbs, ...jobVerbs, ...accountVerbs };

export interface EngineOptions extends Omit<JobTools, 'spendNothing'> {
	readonly accounts: AccountAccess;
	readonly ledger: Ledger;
	/** Never on when absent. */
	readonly spendNothing?: SpendingSwitch;
	/** Jobs that are over and stay in the list; all of them when absent. */
	readonly historyLimit?: () => number;
	readonly pauses: Pauses;
}

/**
 * Carries every job from its record to the file on disk. What to do next follows from the record alone, so a new
 * process goes on where the old one stopped.
 */
export class Engine {
	private readonly journal: Journal;
	private readonly accountRegistry: Accounts;
	private readonly runner: JobRunner;
	private readonly ledger: LedgerSync;
	private readonly context: VerbContext;
	private readonly historyLimit: () => number;
	private readonly stopping = new AbortController();
	private readonly subscriptions: Disposable[] = [];

	constructor(options: EngineOptions) {
		const { accounts: access, pauses, ledger, spendNothing = neverOn, historyLimit, ...others } = options;
		const { journal, clock, random, log } = others;
		const stopping = this.stopping.signal;
		const tools = { ...others, spendNothing };
		this.journal = journal;
		const accounts = new Accounts({ access, pauses, records: journal, clock, random, log, stopping });
		this.accountRegistry = accounts;
		this.runner = new JobRunner(tools, accounts, stopping);
		this.ledger = new LedgerSync({ ...tools, accounts }, ledger, stopping);
		const creator = new JobCreator(tools, () => this.ledger.totals());
		this.context = { tools, accounts, runner: this.runner, creator, ledger: this.ledger, stopping };
		this.historyLimit = historyLimit ?? (() => Number.POSITIVE_INFINITY);
	}

	get onDidChange(): Event<JobChange> {
		return this.journal.onDidChange;
	}

	/** In the order of creation. */
	list(): JobRecord[] {
		return this.journal.all();
	}

	find(id: string): JobRecord | undefined {
		return this.journal.find(id);
	}

	/** Every paid task there was, in the order in which they came in. */
	entries(): LedgerEntry[] {
		return this.ledger.ledger.entries();
	}

	/** Tells of entries that are new or changed. */
	get onDidChangeEntries(): Event<readonly LedgerEntry[]> {
		return this.ledger.ledger.onDidChange;
	}

	/** Takes up every job that a former process left; those that the service has come first. */
	async start(): Promise<void> {
		await this.ledger.start();
		this.subscriptions.push(await new SpendNothing(this.context.tools).watch());
		for (const { id, state } of this.journal.all()) {
			const event = eventAtStart(state);
			if (event) await this.journal.apply(id, { type: event });
		}
		if (this.stopping.signal.aborted) return this.unsubscribe();
		this.accountRegistry.listen();
		this.subscriptions.push(
			this.journal.onDidChange(({ job, removed }) => {
				if (!removed) this.runner.ensureRunning(job);
			}),
		);
		const jobs = this.journal.all();
		for (const job of jobs) if (holdsSlot(job.state)) this.runner.ensureRunning(job);
		for (const job of jobs) if (!holdsSlot(job.state)) this.runner.ensureRunning(job);
		// What a key, credits or the network held up may be mended by now.
		for (const provider of providerIds) this.accountRegistry.of(provider).checkNow();
		// Last and beside the work: forgetting thousands of old jobs must not hold up the new ones.
		void this.prune().catch((error: unknown) =>
			this.context.tools.log.error(`Old jobs were not forgotten: ${String(error)}`),
		);
	}

	/** Carries out what this window or another one asks for. */
	call<V extends Verb>(verb: V, ...parameters: ParametersOf<V>): Promise<ResultOf<V>> {
		return handlers[verb](this.context, ...parameters);
	}

	accounts(): AccountState[] {
		return this.accountRegistry.states();
	}

	get onDidChangeAccounts(): Event<void> {
		return this.accountRegistry.onDidChange;
	}

	/** Resolves when the job is final or needs the user; never rejects but for a job that is gone. */
	settled(id: string): Promise<JobRecord> {
		return this.journal.until(id, isSettled);
	}

	/**
	 * Stops all work at once; the records say how to go on. Resolves when nothing is being written any more, so that
	 * another engine may have them.
	 */
	async dispose(): Promise<void> {
		this.stopping.abort(new PropsmithError('actionNotPossible', { detail: 'Propsmith is shutting down' }));
		this.unsubscribe();
		await this.runner.rested();
		await this.journal.rested();
		// What cannot be written now follows from the records at the next start.
		await this.ledger.ledger.flushed().catch(() => {});
	}

	/** From what outlives this engine. */
	private unsubscribe(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
	}

	/** Forgets the oldest jobs that are over, beyond as many as the user wants to keep. */
	private async prune(): Promise<void> {
		const history = this.journal.all().filter(isHistory);
		await this.ledger.beforeForgetting();
		for (const { id } of history.slice(0, Math.max(history.length - this.historyLimit(), 0))) {
			if (this.stopping.signal.aborted) return;
			await this.journal.remove(id);
		}
	}
}

/** What becomes of a job that a former process, perhaps of an older version, left like this. */
function eventAtStart(state: JobState): 'restarted' | 'unblocked' | undefined {
	if (state.kind === 'uploading' || state.kind === 'submitting') return 'restarted';
	if (state.kind === 'downloading' && state.wait) return 'restarted';
	const isDelayed =
		state.kind === 'blocked' && state.resume.kind === 'downloading' && passes(state.error.code);
	return isDelayed ? 'unblocked' : undefined;
}
