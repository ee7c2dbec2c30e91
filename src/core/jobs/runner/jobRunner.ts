import type { Account } from '../../accounts/account';
import type { Accounts } from '../../accounts/accounts';
import type { Rank } from '../../accounts/rank';
import { holdsSlot, type JobRecord, type JobState, ownerOf, taskOf } from '../../model/jobRecord';
import { isAccountWide, jobErrorOf } from '../../network/failure';
import { taskClassOf } from '../../providers/catalogues';
import type { Uploaded } from '../../providers/provider';
import { Downloads } from '../steps/downloads';
import { reconcile } from '../steps/reconcile';
import { submitJob } from '../steps/submit';
import { watchTask } from '../steps/watchTask';
import { Chains, sourcesAreReady } from './chains';
import type { JobContext, JobTools } from './jobContext';

/** Sees to it that somebody works on each job whose state asks for work, one step after the other. */
export class JobRunner {
	private readonly chains: Chains;
	private readonly downloads: Downloads;
	private readonly uploaded = new Map<string, Uploaded>();
	/** Jobs that are being driven, each with what stops its present step. */
	private readonly driven = new Map<
		string,
		{ readonly own: AbortController; readonly work: Promise<void> }
	>();

	constructor(
		private readonly tools: JobTools,
		private readonly accounts: Pick<Accounts, 'of'>,
		private readonly stopping: AbortSignal,
	) {
		this.downloads = new Downloads(tools, stopping);
		this.chains = new Chains(tools, stopping);
	}

	/** What the steps of this job work with. */
	contextOf({ provider }: Pick<JobRecord, 'provider'>): JobContext {
		return { ...this.tools, account: this.accounts.of(provider), uploaded: this.uploaded };
	}

	rankChanged(job: JobRecord): void {
		this.accounts.of(job.provider).slots.rerank(job.id, rankOf(job));
	}

	/** Breaks off what is being done for a job, at its next pause. */
	stop(id: string, reason: Error): void {
		this.driven.get(id)?.own.abort(reason);
	}

	/** Sees to it that somebody works on a job whose state asks for work. */
	ensureRunning(job: JobRecord): void {
		const account = this.accounts.of(job.provider);
		if (job.state.kind === 'blocked' && isAccountWide(job.state.error.code)) account.suspend(job);
		this.chains.attend(job);
		this.downloads.attend(job, account);
		if (!needsWork(job.state) || this.driven.has(job.id) || this.stopping.aborted) return;
		const own = new AbortController();
		const work = this.drive(job, account, AbortSignal.any([own.signal, this.stopping]))
			.catch(async (error: unknown) => {
				if (!this.stopping.aborted && !own.signal.aborted) await this.onCrash(job.id, error);
			})
			.then(
				() => this.tools.journal.find(job.id),
				// Not even that could be dealt with: another try would turn in circles. The next start takes it up.
				() => undefined,
			)
			.then((now) => {
				this.driven.delete(job.id);
				// Its state may ask for work again by now: retried, unblocked, or cancelled with a task to watch.
				if (now) this.ensureRunning(now);
			});
		this.driven.set(job.id, { own, work });
	}

	/** Resolves when nobody works on a job any more, which comes soon after the stop. */
	async rested(): Promise<void> {
		while (this.driven.size > 0) await Promise.allSettled([...this.driven.values()].map(({ work }) => work));
	}

	private async drive(
		{ id, provider, request }: JobRecord,
		account: Account,
		signal: AbortSignal,
	): Promise<void> {
		const { journal } = this.tools;
		const { slots } = account;
		account.ensureIdentified();
		const taskClass = taskClassOf(provider, request);
		for (;;) {
			signal.throwIfAborted();
			const job = journal.find(id);
			if (!job || !needsWork(job.state)) return;
			if (job.state.kind === 'downloading') return this.downloads.deliver(id, account, signal);
			if (job.state.kind === 'waiting' && !(await sourcesAreReady(journal, job, signal))) return;
			if (job.state.kind === 'waiting') await slots.acquire({ id, taskClass, rank: rankOf(job) }, signal);
			else slots.hold(id, taskClass, ownerOf(job.state));
			try {
				await this.atTheService(job, signal);
			} finally {
				slots.release(id);
			}
		}
	}

	/** From before the submit until the task's final state, or until the job is back in the queue. */
	private async atTheService(job: JobRecord, signal: AbortSignal): Promise<void> {
		const { id } = job;
		const { journal } = this.tools;
		const context = this.contextOf(job);
		if (journal.find(id)?.state.kind === 'waiting') await submitJob(context, id, signal);
		for (;;) {
			signal.throwIfAborted();
			const state = journal.find(id)?.state;
			if (!state || !holdsSlot(state)) return;
			if (state.kind === 'uncertain') {
				await reconcile(context, id, signal);
				await journal.until(id, ({ kind }) => kind !== 'uncertain', signal);
			} else if (state.kind === 'blocked') await journal.until(id, ({ kind }) => kind !== 'blocked', signal);
			else if (taskOf(state)) await watchTask(context, id, signal);
			// Its submit is over and left it here: going on would turn in circles.
			else throw new Error(`nobody carries on a job that is ${state.kind}`);
		}
	}

	/** A fault of ours must neither lose the job nor drive it in circles. */
	private async onCrash(id: string, error: unknown): Promise<void> {
		const { journal, log } = this.tools;
		log.error(`Job ${id} stopped unexpectedly: ${error instanceof Error ? error.stack : String(error)}`);
		const state = journal.find(id)?.state;
		if (!state) return;
		if (state.kind === 'submitting')
			await journal.apply(id, { type: 'answerLost', error: { code: 'answerLost' } });
		else if (['waiting', 'uploading', 'running', 'downloading'].includes(state.kind))
			await journal.apply(id, { type: 'blocked', error: jobErrorOf(error) });
	}
}

function rankOf({ id, priority, group }: JobRecord): Rank {
	return { id, priority: priority ?? 0, inBatch: group?.kind === 'batch' };
}

function needsWork(state: JobState): boolean {
	return state.kind === 'waiting' || state.kind === 'downloading' || holdsSlot(state);
}
