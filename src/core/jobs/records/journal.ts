import type { Clock } from '../../base/clock';
import { Emitter } from '../../base/events';
import type { Log } from '../../base/log';
import { PropsmithError } from '../../model/errors';
import type { JobChange, JobRecord, JobState } from '../../model/jobRecord';
import { type JobEvent, transition } from '../../model/transition';
import type { JobStore } from './store';

/**
 * The jobs' single truth: every change is a transition, is on disk before anybody hears of it, and is heard by
 * everybody. Progress alone is kept in memory.
 */
export class Journal {
	private readonly emitter: Emitter<JobChange>;
	/** The last change of each job that is still being written: the next one starts from its result. */
	private readonly turns = new Map<string, Promise<unknown>>();
	private readonly underWay = new Set<Promise<unknown>>();

	constructor(
		private readonly store: JobStore,
		private readonly clock: Clock,
		private readonly log: Log,
	) {
		this.emitter = new Emitter((error) => log.error(`A listener to job changes failed: ${String(error)}`));
	}

	get onDidChange(): Emitter<JobChange>['event'] {
		return this.emitter.event;
	}

	all(): JobRecord[] {
		return this.store.all();
	}

	find(id: string): JobRecord | undefined {
		return this.store.get(id);
	}

	/** Rejects with `jobUnknown` for an id that is not there. */
	get(id: string): JobRecord {
		const job = this.store.get(id);
		if (!job) throw new PropsmithError('jobUnknown', { detail: id });
		return job;
	}

	/** All of them or, when one cannot be written, none: a request that failed must not go on in part. */
	async add(...jobs: readonly JobRecord[]): Promise<void> {
		await this.noted(this.store.add(jobs));
		for (const job of jobs) this.emitter.fire({ job, removed: false });
	}

	async remove(id: string): Promise<void> {
		const job = this.get(id);
		await this.noted(this.store.remove(id));
		this.emitter.fire({ job, removed: true });
	}

	/**
	 * Carries out one transition; several on one job follow each other. When the record cannot be written, `sending`
	 * rejects with `recordUnwritable` (nothing may be sent then); everything else goes on in memory, because what has
	 * happened has happened. Rejects with IllegalTransition when the state does not allow the event (any more).
	 */
	apply(id: string, event: JobEvent): Promise<JobRecord> {
		return this.inTurn(id, () => this.change(id, event));
	}

	/** The one thing of a record that changes beside its state. */
	setPriority(id: string, priority: number): Promise<JobRecord> {
		return this.inTurn(id, async () => {
			const job = { ...this.get(id), priority };
			await this.store.save(job);
			this.emitter.fire({ job, removed: false });
			return job;
		});
	}

	/** The files of a result that was left at the service are to come after all. */
	want(id: string): Promise<JobRecord> {
		return this.inTurn(id, async () => {
			const { deliver: _, ...before } = this.get(id);
			const job = { ...before, state: transition(before.state, { type: 'wanted' }) };
			await this.store.save(job);
			this.emitter.fire({ job, removed: false });
			return job;
		});
	}

	private async inTurn(id: string, change: () => Promise<JobRecord>): Promise<JobRecord> {
		const turn = (this.turns.get(id) ?? Promise.resolve()).catch(() => {}).then(change);
		this.turns.set(id, turn);
		try {
			return await this.noted(turn);
		} finally {
			if (this.turns.get(id) === turn) this.turns.delete(id);
		}
	}

	/** Resolves with the job as soon as its state fulfils the condition; rejects when it is removed. */
	until(id: string, condition: (state: JobState) => boolean, signal?: AbortSignal): Promise<JobRecord> {
		const now = this.get(id);
		if (condition(now.state)) return Promise.resolve(now);
		return new Promise((resolve, reject) => {
			const end = (finish: () => void): void => {
				subscription.dispose();
				signal?.removeEventListener('abort', aborted);
				finish();
			};
			const aborted = (): void => end(() => reject(signal?.reason));
			const subscription = this.onDidChange(({ job, removed }) => {
				if (job.id !== id) return;
				if (removed) end(() => reject(new PropsmithError('jobUnknown', { detail: id })));
				else if (condition(job.state)) end(() => resolve(job));
			});
			if (signal?.aborted) aborted();
			else signal?.addEventListener('abort', aborted, { once: true });
		});
	}

	/** Resolves when no change is being written. */
	async rested(): Promise<void> {
		while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
	}

	private async noted<T>(change: Promise<T>): Promise<T> {
		this.underWay.add(change);
		try {
			return await change;
		} finally {
			this.underWay.delete(change);
		}
	}

	private async change(id: string, event: JobEvent): Promise<JobRecord> {
		const before = this.get(id);
		const job: JobRecord = {
			...before,
			...(event.type === 'sending' && event.inputs ? { inputs: event.inputs } : {}),
			state: transition(before.state, event),
			changedAt: this.clock.now(),
		};
		if (event.type === 'progressed') this.store.saveInMemory(job);
		else await this.save(job, event);
		this.log.debug(`Job ${id}: ${before.state.kind} → ${job.state.kind} (${event.type})`);
		this.emitter.fire({ job, removed: false });
		return job;
	}

	private async save(job: JobRecord, event: JobEvent): Promise<void> {
		try {
			await this.store.save(job);
		} catch (error) {
			if (event.type === 'sending') throw error;
			this.store.saveInMemory(job);
			const known = 'taskId' in event ? ` (task ${event.taskId})` : '';
			this.log.error(`Job ${job.id}${known} goes on, but its record was not written: ${String(error)}`);
		}
	}
}
