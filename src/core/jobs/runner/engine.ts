import { extname } from 'node:path';
import type { Pauses } from '../../accounts/pauses';
import type { Event } from '../../base/events';
import { type ProviderId, providerIds } from '../../model/account';
import { PropsmithError } from '../../model/errors';
import type { JobDraft } from '../../model/jobDraft';
import type { JobChange } from '../../model/jobRecord';
import { holdsSlot, isSettled, type JobRecord, type JobState, type Uncertain } from '../../model/jobRecord';
import type { Motion } from '../../model/task';
import type { LedgerEntry } from '../../spending/entry';
import type { Ledger } from '../../spending/ledger';
import { neverOn, noLimits, type SpendingLimits, type SpendingSwitch } from '../../spending/limits';
import { refuseRefused } from '../drafts/refusedBefore';
import {
	canCancel,
	canFetch,
	canRemove,
	canRetry,
	isHistory,
	refusedFileOf,
	retrySubmits,
} from '../records/actions';
import type { Journal } from '../records/journal';
import { cancelRemoteTask } from '../steps/cancelRemoteTask';
import type { JobContext } from '../steps/context';
import { leftoversOf } from '../steps/deliver';
import { passes } from '../steps/passing';
import { uncheckedPlaceFor } from '../steps/place';
import { reconcile } from '../steps/reconcile';
import { type Adoption, adoptable, draftAdoption } from './adopt';
import { type AccountBalance, balanceOf } from './balance';
import { neededIds } from './chains';
import { JobCreator } from './jobCreator';
import { JobRunner } from './jobRunner';
import { LedgerSync } from './ledgerSync';
import { motionsOf } from './motions';
import type { AccountState, QueueCall } from './queue';
import { SpendNothing } from './spendNothing';

export interface EngineOptions
	extends Omit<JobContext, 'connectBriefly' | 'lane' | 'poller' | 'uploaded' | 'spendNothing'> {
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
	private readonly pauses: Pauses;
	private readonly driver: JobRunner;
	private readonly books: LedgerSync;
	private readonly intake: JobCreator;
	private readonly historyLimit: () => number;
	private readonly stopping = new AbortController();

	constructor(options: EngineOptions) {
		this.journal = options.journal;
		this.pauses = options.pauses;
		const tools = { ...options, spendNothing: options.spendNothing ?? neverOn };
		this.driver = new JobRunner(tools, this.stopping.signal, (provider) => this.pauses.has(provider));
		this.books = new LedgerSync(this.driver.context, options.ledger, this.stopping.signal);
		this.intake = new JobCreator(this.driver.context, () => this.books.totals());
		this.historyLimit = options.historyLimit ?? (() => Number.POSITIVE_INFINITY);
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
		return this.books.ledger.entries();
	}

	/** Tells of entries that are new or changed. */
	get onDidChangeEntries(): Event<readonly LedgerEntry[]> {
		return this.books.ledger.onDidChange;
	}

	/** Takes up every job that a former process left; those that the service has come first. */
	async start(): Promise<void> {
		await this.books.start();
		await new SpendNothing(this.driver.context).watch();
		for (const { id, state } of this.journal.all()) {
			const event = eventAtStart(state);
			if (event) await this.journal.apply(id, { type: event });
		}
		this.driver.context.accounts.onDidChange((provider) => this.driver.accountChanged(provider));
		this.journal.onDidChange(({ job, removed }) => {
			if (!removed) this.driver.ensureRunning(job);
		});
		const jobs = this.journal.all();
		for (const job of jobs) if (holdsSlot(job.state)) this.driver.ensureRunning(job);
		for (const job of jobs) if (!holdsSlot(job.state)) this.driver.ensureRunning(job);
		// What a key, credits or the network held up may be mended by now.
		for (const provider of providerIds) this.driver.revival.checkNow(provider);
		// Last and beside the work: forgetting thousands of old jobs must not hold up the new ones.
		void this.prune().catch((error: unknown) =>
			this.driver.context.log.error(`Old jobs were not forgotten: ${String(error)}`),
		);
	}

	/** Carries out what this window or another one asks for. */
	call(call: QueueCall): Promise<unknown> {
		switch (call.method) {
			case 'add':
				return this.add(call.drafts, call.limits);
			case 'retry':
				return this.retry(call.id, call.limits);
			case 'submitAgain':
				return this.submitAgain(call.id, call.limits);
			case 'adopt':
				return this.adopt(call.adoption);
			case 'prioritise':
				return this.prioritise(call.id, call.step);
			case 'setPaused':
				return this.setPaused(call.provider, call.paused);
			case 'motions':
				return this.motions(call.provider);
			case 'balance':
				return this.balance(call.provider);
			case 'history':
				return adoptable(this.driver.context, call.provider, this.stopping.signal);
			case 'turn':
				return this.driver.turn(call.provider);
			default:
				return this[call.method](call.id);
		}
	}

	/**
	 * Writes jobs down that passed validation and the spending guard (SharedQueue.generate does), and starts them.
	 * Rejects like `refuseBeyond` and `refuseRefused`, and then none of them exists.
	 */
	async add(drafts: readonly JobDraft[], limits: SpendingLimits = noLimits): Promise<JobRecord[]> {
		await refuseRefused(this.driver.context, drafts);
		return this.intake.add(drafts, limits);
	}

	/** See JobQueue. */
	async adopt(adoption: Adoption): Promise<JobRecord> {
		const record = this.intake.record(
			await draftAdoption(this.driver.context, adoption, this.stopping.signal),
		);
		await this.journal.add(record);
		return record;
	}

	/** See JobQueue. */
	async cancel(id: string): Promise<void> {
		// The POST is out or about to be: its answer decides whether there is a task to tell of.
		const job = await this.journal.until(id, (state) => state.kind !== 'submitting', this.stopping.signal);
		if (!canCancel(job.state))
			throw new PropsmithError('actionNotPossible', { detail: `it is ${job.state.kind}` });
		const following = job.state.kind === 'running';
		await this.journal.apply(id, { type: 'cancelled' });
		if (!following) this.driver.stop(id, new PropsmithError('actionNotPossible'));
		await this.discardPart(job);
		void cancelRemoteTask(this.driver.context, id, this.stopping.signal);
	}

	/** See JobQueue. What would send a new paid request needs the limits that the guard passed it under. */
	async retry(id: string, limits: SpendingLimits | null = noLimits): Promise<boolean> {
		const job = this.journal.get(id);
		const { state, provider } = job;
		if (state.kind === 'downloading' && state.wait) {
			this.driver.downloads.waits.wake(id);
			return true;
		}
		if (state.kind === 'uncertain') return this.lookUp(id, state);
		if (state.kind === 'refused') throw new PropsmithError('refusedBefore');
		if (!canRetry(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${state.kind}` });
		if (retrySubmits(state)) await this.payAgain(job, limits);
		else await this.journal.apply(id, { type: 'retried' });
		this.driver.revival.checkNow(provider);
		return true;
	}

	/** See JobQueue, and `retry`. */
	async submitAgain(id: string, limits: SpendingLimits | null = noLimits): Promise<void> {
		const job = this.journal.get(id);
		if (job.state.kind !== 'uncertain' || job.state.looking)
			throw new PropsmithError('actionNotPossible', { detail: id });
		await this.payAgain(job, limits);
	}

	/** See JobQueue. */
	async remove(id: string): Promise<void> {
		const job = this.journal.get(id);
		if (!canRemove(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${job.state.kind}` });
		const later = this.laterSteps(id).find(({ state }) => !canRemove({ state }) || state.kind === 'blocked');
		if (later) throw new PropsmithError('actionNotPossible', { detail: 'a later step goes on from it' });
		await this.books.beforeForgetting();
		await this.journal.remove(id);
		await this.discardPart(job);
	}

	/** See JobQueue. */
	async fetch(id: string): Promise<void> {
		const job = this.journal.get(id);
		if (!canFetch(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${job.state.kind}` });
		await this.journal.want(id);
	}

	/** See JobQueue. */
	async keep(id: string): Promise<void> {
		const file = refusedFileOf(this.journal.get(id).state);
		if (!file) throw new PropsmithError('actionNotPossible', { detail: id });
		const extension = extname(file.path).slice(1);
		// Somebody may have taken the name meanwhile; a folder that is gone is made anew later.
		const path = await uncheckedPlaceFor(this.driver.context.disk, file.path, extension).catch(
			() => file.path,
		);
		await this.journal.apply(id, { type: 'kept', path });
	}

	/** See JobQueue. */
	async prioritise(id: string, step: 1 | -1): Promise<void> {
		const { state, priority = 0 } = this.journal.get(id);
		if (state.kind !== 'waiting')
			throw new PropsmithError('actionNotPossible', { detail: `it is ${state.kind}` });
		this.driver.rankChanged(await this.journal.setPriority(id, priority + step));
	}

	/** See JobQueue. */
	async setPaused(provider: ProviderId, paused: boolean): Promise<void> {
		await this.pauses.set(provider, paused);
		this.driver.pauseChanged(provider);
	}

	/** See JobQueue. */
	motions(provider: ProviderId): Promise<readonly Motion[]> {
		return motionsOf(this.driver.context, provider, this.stopping.signal);
	}

	/** See JobQueue. */
	balance(provider: ProviderId): Promise<AccountBalance> {
		return balanceOf(this.driver.context, provider, this.stopping.signal);
	}

	accounts(): AccountState[] {
		return this.driver.accountStates();
	}

	get onDidChangeAccounts(): Event<void> {
		return this.driver.onDidChangeAccounts;
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
		await this.driver.rested();
		await this.journal.rested();
		// What cannot be written now follows from the records at the next start.
		await this.books.ledger.flushed().catch(() => {});
	}

	/** Forgets the oldest jobs that are over, beyond as many as the user wants to keep. */
	private async prune(): Promise<void> {
		const history = this.journal.all().filter(isHistory);
		await this.books.beforeForgetting();
		for (const { id } of history.slice(0, Math.max(history.length - this.historyLimit(), 0))) {
			if (this.stopping.signal.aborted) return;
			await this.journal.remove(id);
		}
	}

	/** Looks for the task of a job in doubt, or waits for who looks already. Answers whether it is out of doubt. */
	private async lookUp(id: string, { looking }: Uncertain): Promise<boolean> {
		const { signal } = this.stopping;
		if (!looking) return reconcile(this.driver.context, id, signal);
		const isOver = (state: JobState): boolean => state.kind !== 'uncertain' || !state.looking;
		return (await this.journal.until(id, isOver, signal)).state.kind !== 'uncertain';
	}

	private async payAgain(job: JobRecord, limits: SpendingLimits | null): Promise<void> {
		// It changed while its window asked, so nobody agreed to pay.
		if (!limits) throw new PropsmithError('actionNotPossible', { detail: `it is ${job.state.kind} now` });
		await this.books.beforeForgetting();
		await this.intake.addAgain(job, limits);
	}

	/**
	 * A job that is cancelled or forgotten leaves no beginning of a file in the user's folder: neither of its result nor
	 * of its source's picture, which a process may have been fetching when it died.
	 */
	private async discardPart(job: JobRecord): Promise<void> {
		const { kind } = job.state.kind === 'blocked' ? job.state.resume : job.state;
		if (kind !== 'downloading' && kind !== 'uploading' && kind !== 'waiting') return;
		const { disk } = this.driver.context;
		for (const path of leftoversOf(job))
			await disk.rm(path, { recursive: true, force: true }).catch(() => {});
	}

	/** Jobs that go on from this one. */
	private laterSteps(id: string): JobRecord[] {
		return this.journal.all().filter((job) => neededIds(job).includes(id));
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
