import PQueue from 'p-queue';
import { PropsmithError } from '../errors';
import type { Event } from '../events';
import { Lane, slotPriority } from '../limits/lane';
import { type ProviderId, providerIds } from '../providers/provider';
import { canCancel, canRemove, canRetry, isHistory } from './actions';
import { type Adoption, draftAdoption } from './adopt';
import type { JobContext } from './context';
import { deliverJob, partPathOf } from './deliver';
import type { JobDraft } from './draft';
import { isAccountWide, jobErrorOf } from './fault';
import { followTask } from './follow';
import type { JobChange, Journal } from './journal';
import { recordSchema } from './migrate';
import type { QueueCall } from './queue';
import { reconcile } from './reconcile';
import { holdsSlot, isSettled, type JobRecord, type JobState, taskOf } from './record';
import { Refunds } from './refunds';
import { Revival } from './revival';
import { newJobId } from './store';
import { submitJob } from './submit';

/** Downloads at the same time; they need no slot. */
const parallelDownloads = 4;

export interface EngineOptions extends Omit<JobContext, 'lane'> {
	/** Jobs that are over and stay in the list; all of them when absent. */
	readonly historyLimit?: () => number;
}

/**
 * Carries every job from its record to the file on disk. What to do next follows from the record alone, so a new
 * process goes on where the old one stopped.
 */
export class Engine {
	private readonly context: JobContext;
	private readonly journal: Journal;
	private readonly historyLimit: () => number;
	private readonly lanes = new Map<ProviderId, Lane>();
	private readonly downloads = new PQueue({ concurrency: parallelDownloads });
	private readonly stopping = new AbortController();
	private readonly revival: Revival;
	private readonly refunds: Refunds;
	/** Jobs that are being driven, each with what stops its present step. */
	private readonly driven = new Map<string, AbortController>();

	private lastId = 0;

	constructor(options: EngineOptions) {
		this.context = { ...options, lane: (provider) => this.lane(provider) };
		this.journal = options.journal;
		this.historyLimit = options.historyLimit ?? (() => Number.POSITIVE_INFINITY);
		this.revival = new Revival(this.context, this.stopping.signal);
		this.refunds = new Refunds(this.context, this.stopping.signal);
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

	/** Takes up every job that a former process left; those that the service has come first. */
	async start(): Promise<void> {
		const { accounts } = this.context;
		for (const { id, state } of this.journal.all())
			if (state.kind === 'uploading' || state.kind === 'submitting')
				await this.journal.apply(id, { type: 'restarted' });
		accounts.onDidChange((provider) => {
			this.lanes.get(provider)?.setLimits(accounts.limits(provider));
			this.revival.poke(provider);
		});
		this.journal.onDidChange(({ job, removed }) => {
			if (removed) return;
			this.attend(job);
			if (isHistory(job)) this.refunds.watch();
		});
		await this.prune();
		this.refunds.watch();
		const jobs = this.journal.all();
		for (const job of jobs) if (holdsSlot(job.state)) this.attend(job);
		for (const job of jobs) if (!holdsSlot(job.state)) this.attend(job);
		// What a key, credits or the network held up may be mended by now.
		for (const provider of providerIds) this.revival.poke(provider);
	}

	/** Carries out what this window or another one asks for. */
	call(call: QueueCall): Promise<unknown> {
		switch (call.method) {
			case 'add':
				return this.add(call.drafts);
			case 'adopt':
				return this.adopt(call.adoption);
			default:
				return this[call.method](call.id);
		}
	}

	/** Writes jobs down that passed validation and the spending guard (SharedQueue.generate does), and starts them. */
	async add(drafts: readonly JobDraft[]): Promise<JobRecord[]> {
		const records = drafts.map((draft) => this.record({ ...draft, state: { kind: 'waiting' } }));
		await this.journal.add(...records);
		return records;
	}

	/** See JobQueue. */
	async adopt(adoption: Adoption): Promise<JobRecord> {
		const record = this.record(await draftAdoption(this.context, adoption, this.stopping.signal));
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
		if (!following) this.driven.get(id)?.abort(new PropsmithError('actionNotPossible'));
		await this.discardPart(job);
	}

	/** See JobQueue. */
	async retry(id: string): Promise<boolean> {
		const job = this.journal.get(id);
		const { state, provider } = job;
		if (state.kind === 'uncertain') return reconcile(this.context, id, this.stopping.signal);
		if (!canRetry(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${state.kind}` });
		this.lane(provider).gate.roomMade();
		await this.journal.apply(id, { type: 'retried' });
		this.revival.poke(provider);
		return true;
	}

	/** See JobQueue. */
	async submitAgain(id: string): Promise<void> {
		if (this.journal.get(id).state.kind !== 'uncertain')
			throw new PropsmithError('actionNotPossible', { detail: id });
		await this.journal.apply(id, { type: 'retried' });
	}

	/** See JobQueue. */
	async remove(id: string): Promise<void> {
		const job = this.journal.get(id);
		if (!canRemove(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${job.state.kind}` });
		await this.journal.remove(id);
		await this.discardPart(job);
	}

	/** Resolves when the job is final or needs the user; never rejects but for a job that is gone. */
	settled(id: string): Promise<JobRecord> {
		return this.journal.until(id, isSettled);
	}

	/** Stops all work at once; the records say how to go on. */
	dispose(): void {
		this.stopping.abort(new PropsmithError('actionNotPossible', { detail: 'Propsmith is shutting down' }));
	}

	/** Forgets the oldest jobs that are over, beyond as many as the user wants to keep. */
	private async prune(): Promise<void> {
		const history = this.journal.all().filter(isHistory);
		for (const { id } of history.slice(0, Math.max(history.length - this.historyLimit(), 0)))
			await this.journal.remove(id);
	}

	/** A job that is cancelled or forgotten leaves no beginning of a file in the user's folder. */
	private async discardPart(job: JobRecord): Promise<void> {
		const { kind } = job.state.kind === 'blocked' ? job.state.resume : job.state;
		if (kind === 'downloading') await this.context.disk.unlink(partPathOf(job)).catch(() => {});
	}

	private record(draft: JobDraft & Pick<JobRecord, 'state'>): JobRecord {
		const now = this.context.clock.now();
		// Two jobs of one millisecond keep their order, because ids sort by time.
		this.lastId = Math.max(now, this.lastId + 1);
		return { ...draft, schema: recordSchema, id: newJobId(this.lastId), createdAt: now, changedAt: now };
	}

	private lane(provider: ProviderId): Lane {
		let lane = this.lanes.get(provider);
		if (!lane) {
			lane = new Lane(this.context.clock, this.context.accounts.limits(provider));
			this.lanes.set(provider, lane);
		}
		return lane;
	}

	/** Sees to it that somebody works on a job whose state asks for work. */
	private attend(job: JobRecord): void {
		if (job.state.kind === 'blocked' && isAccountWide(job.state.error.code)) this.hold(job);
		if (!needsWork(job.state) || this.driven.has(job.id) || this.stopping.signal.aborted) return;
		const own = new AbortController();
		this.driven.set(job.id, own);
		void this.drive(job, AbortSignal.any([own.signal, this.stopping.signal]))
			.catch(async (error: unknown) => {
				if (!this.stopping.signal.aborted && !own.signal.aborted) await this.stumble(job.id, error);
			})
			.finally(() => {
				this.driven.delete(job.id);
				// Its state may ask for work again by now: retried, unblocked, or cancelled with a task to watch.
				const now = this.journal.find(job.id);
				if (now) this.attend(now);
			});
	}

	private async drive(job: JobRecord, signal: AbortSignal): Promise<void> {
		if (job.state.kind !== 'downloading') {
			const priority = job.state.kind === 'waiting' ? slotPriority.waiting : slotPriority.atTheService;
			const lane = this.lane(job.provider);
			await lane.inSlot(() => this.driveInSlot(job.id, signal), priority);
			lane.gate.roomMade();
		}
		if (this.journal.find(job.id)?.state.kind === 'downloading')
			await this.downloads.add(() => deliverJob(this.context, job.id, signal));
	}

	/** From before the submit until the task's final state. */
	private async driveInSlot(id: string, signal: AbortSignal): Promise<void> {
		for (;;) {
			signal.throwIfAborted();
			const state = this.journal.find(id)?.state;
			if (!state) return;
			if (state.kind === 'waiting') await submitJob(this.context, id, signal);
			else if (state.kind === 'uncertain') {
				await reconcile(this.context, id, signal);
				await this.journal.until(id, ({ kind }) => kind !== 'uncertain', signal);
			} else if (state.kind === 'blocked' && holdsSlot(state))
				await this.journal.until(id, ({ kind }) => kind !== 'blocked', signal);
			else if (!holdsSlot(state)) return;
			else if (taskOf(state)) await followTask(this.context, id, signal);
			// Its submit is over and left it here: going on would turn in circles.
			else throw new Error(`nobody carries on a job that is ${state.kind}`);
		}
	}

	/** A fault of ours must neither lose the job nor drive it in circles. */
	private async stumble(id: string, error: unknown): Promise<void> {
		this.context.log.error(
			`Job ${id} stopped unexpectedly: ${error instanceof Error ? error.stack : String(error)}`,
		);
		const state = this.journal.find(id)?.state;
		if (!state) return;
		if (state.kind === 'submitting')
			await this.journal.apply(id, { type: 'answerLost', error: { code: 'answerLost' } });
		else if (['waiting', 'uploading', 'running', 'downloading'].includes(state.kind))
			await this.journal.apply(id, { type: 'blocked', error: jobErrorOf(error) });
	}

	/** The account cannot be used: every job that would meet the same waits for it, and says so. */
	private hold(cause: JobRecord): void {
		this.revival.watch(cause.provider);
		if (cause.state.kind !== 'blocked' || cause.state.resume.kind !== 'waiting') return;
		const { error } = cause.state;
		void (async () => {
			for (const job of this.journal.all()) {
				if (job.provider !== cause.provider || this.journal.find(job.id)?.state.kind !== 'waiting') continue;
				await this.journal.apply(job.id, { type: 'blocked', error });
			}
		})().catch((fault: unknown) =>
			this.context.log.error(`Jobs were not held for ${error.code}: ${String(fault)}`),
		);
	}
}

function needsWork(state: JobState): boolean {
	return state.kind === 'waiting' || state.kind === 'downloading' || holdsSlot(state);
}
