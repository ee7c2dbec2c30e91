import PQueue from 'p-queue';
import { Lane, slotPriority } from '../limits/lane';
import type { ProviderId } from '../providers/provider';
import type { JobContext } from './context';
import { deliverJob } from './deliver';
import { isAccountWide, jobErrorOf } from './fault';
import { followTask } from './follow';
import { reconcile } from './reconcile';
import { holdsSlot, type JobRecord, type JobState, taskOf } from './record';
import { Revival } from './revival';
import { submitJob } from './submit';

/** Downloads at the same time; they need no slot. */
const parallelDownloads = 4;

/** Sees to it that somebody works on each job whose state asks for work, one step after the other. */
export class Driver {
	readonly context: JobContext;
	readonly revival: Revival;
	private readonly lanes = new Map<ProviderId, Lane>();
	private readonly downloads = new PQueue({ concurrency: parallelDownloads });
	/** Jobs that are being driven, each with what stops its present step. */
	private readonly driven = new Map<string, AbortController>();

	constructor(
		tools: Omit<JobContext, 'lane'>,
		private readonly stopping: AbortSignal,
	) {
		this.context = { ...tools, lane: (provider) => this.lane(provider) };
		this.revival = new Revival(this.context, stopping);
	}

	/** An account's key, base URL or limits changed. */
	accountChanged(provider: ProviderId): void {
		this.lanes.get(provider)?.setLimits(this.context.accounts.limits(provider));
		this.revival.poke(provider);
	}

	/** Breaks off what is being done for a job, at its next pause. */
	stop(id: string, reason: Error): void {
		this.driven.get(id)?.abort(reason);
	}

	/** Sees to it that somebody works on a job whose state asks for work. */
	attend(job: JobRecord): void {
		if (job.state.kind === 'blocked' && isAccountWide(job.state.error.code)) this.hold(job);
		if (!needsWork(job.state) || this.driven.has(job.id) || this.stopping.aborted) return;
		const own = new AbortController();
		this.driven.set(job.id, own);
		void this.drive(job, AbortSignal.any([own.signal, this.stopping]))
			.catch(async (error: unknown) => {
				if (!this.stopping.aborted && !own.signal.aborted) await this.stumble(job.id, error);
			})
			.finally(() => {
				this.driven.delete(job.id);
				// Its state may ask for work again by now: retried, unblocked, or cancelled with a task to watch.
				const now = this.context.journal.find(job.id);
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
		if (this.context.journal.find(job.id)?.state.kind === 'downloading')
			await this.downloads.add(() => deliverJob(this.context, job.id, signal));
	}

	/** From before the submit until the task's final state. */
	private async driveInSlot(id: string, signal: AbortSignal): Promise<void> {
		for (;;) {
			signal.throwIfAborted();
			const state = this.context.journal.find(id)?.state;
			if (!state) return;
			if (state.kind === 'waiting') await submitJob(this.context, id, signal);
			else if (state.kind === 'uncertain') {
				await reconcile(this.context, id, signal);
				await this.context.journal.until(id, ({ kind }) => kind !== 'uncertain', signal);
			} else if (state.kind === 'blocked' && holdsSlot(state))
				await this.context.journal.until(id, ({ kind }) => kind !== 'blocked', signal);
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
		const state = this.context.journal.find(id)?.state;
		if (!state) return;
		if (state.kind === 'submitting')
			await this.context.journal.apply(id, { type: 'answerLost', error: { code: 'answerLost' } });
		else if (['waiting', 'uploading', 'running', 'downloading'].includes(state.kind))
			await this.context.journal.apply(id, { type: 'blocked', error: jobErrorOf(error) });
	}

	/** The account cannot be used: every job that would meet the same waits for it, and says so. */
	private hold(cause: JobRecord): void {
		this.revival.watch(cause.provider);
		if (cause.state.kind !== 'blocked' || cause.state.resume.kind !== 'waiting') return;
		const { error } = cause.state;
		void (async () => {
			for (const job of this.context.journal.all()) {
				if (job.provider !== cause.provider || this.context.journal.find(job.id)?.state.kind !== 'waiting')
					continue;
				await this.context.journal.apply(job.id, { type: 'blocked', error });
			}
		})().catch((fault: unknown) =>
			this.context.log.error(`Jobs were not held for ${error.code}: ${String(fault)}`),
		);
	}

	private lane(provider: ProviderId): Lane {
		let lane = this.lanes.get(provider);
		if (!lane) {
			lane = new Lane(this.context.clock, this.context.accounts.limits(provider));
			this.lanes.set(provider, lane);
		}
		return lane;
	}
}

function needsWork(state: JobState): boolean {
	return state.kind === 'waiting' || state.kind === 'downloading' || holdsSlot(state);
}
