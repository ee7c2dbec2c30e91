import type { Event } from '../base/events';
import { systemDisk } from '../files/disk';
import { draftJobs } from '../jobs/drafts/draft';
import { InputFormats } from '../jobs/drafts/inputFormats';
import { checkInputs } from '../jobs/drafts/localFiles';
import { inTurn } from '../jobs/drafts/severalFaults';
import { retrySubmits } from '../jobs/records/actions';
import type { AccountState, GenerateOptions, JobQueue } from '../jobs/runner/queue';
import type { FreeVerbs, ParametersOf, ResultOf } from '../jobs/runner/verbs';
import { PropsmithError } from '../model/errors';
import type { GenerateRequest } from '../model/generateRequest';
import { isSettled, type JobChange, type JobRecord } from '../model/jobRecord';
import type { LedgerEntry } from '../spending/entry';
import type { PassOptions, SpendingGuard } from '../spending/guard';
import type { SpendingLimits } from '../spending/limits';
import type { AskedJob } from '../spending/question';
import { Leadership, type LeadershipOptions } from './leadership';
import { Mirror } from './mirror';

export interface SharedQueueOptions extends LeadershipOptions {
	readonly guard: SpendingGuard;
}

/**
 * One queue for all windows of a machine: they show the same jobs live, and what they want done is handed to the one
 * that leads. What may cost credits passes the spending guard here, in the window where it is asked for.
 */
export class SharedQueue implements JobQueue {
	private readonly mirror: Mirror;
	private readonly leadership: Leadership;
	private readonly guard: SpendingGuard;

	constructor({ guard, ...options }: SharedQueueOptions) {
		this.mirror = new Mirror(options.log);
		this.leadership = new Leadership(options, this.mirror);
		this.guard = guard;
	}

	get onDidChange(): Event<JobChange> {
		return this.mirror.onDidChange;
	}

	get onDidChangeEntries(): Event<readonly LedgerEntry[]> {
		return this.mirror.onDidChangeEntries;
	}

	get onDidChangeAccounts(): Event<void> {
		return this.mirror.onDidChangeAccounts;
	}

	/** Leads or follows from now on. Resolves when the jobs are known. */
	start(): Promise<void> {
		return this.leadership.start();
	}

	list(): JobRecord[] {
		return [...this.mirror.jobs.values()];
	}

	find(id: string): JobRecord | undefined {
		return this.mirror.jobs.get(id);
	}

	async generate(requests: readonly GenerateRequest[], options: GenerateOptions = {}): Promise<JobRecord[]> {
		const { title } = options;
		const formats = new InputFormats();
		await formats.lookInto(requests);
		const drafts = draftJobs(requests, (id) => this.mirror.jobs.get(id), {
			title,
			files: formats.known,
		}).map((draft) => this.guard.placed(draft));
		await checkInputs(systemDisk, drafts);
		const limits = await this.passGuard(drafts, { alwaysConfirm: options.alwaysConfirm ?? false });
		return this.leadership.call('add', drafts, limits);
	}

	async retry(id: string): Promise<boolean> {
		const limits = await this.passRetries([id]);
		return this.leadership.call('retry', id, limits);
	}

	async retryAll(ids: readonly string[]): Promise<void> {
		const limits = await this.passRetries(ids);
		const nameOf = (id: string): string => `“${this.mirror.jobs.get(id)?.destination.name ?? id}”`;
		await inTurn(ids, nameOf, (id) => this.leadership.call('retry', id, limits));
	}

	async submitAgain(id: string): Promise<void> {
		const job = this.mirror.jobs.get(id);
		const limits = job ? await this.passGuard([job], { alwaysConfirm: false, exceptJob: id }) : null;
		await this.leadership.call('submitAgain', id, limits);
	}

	call<V extends keyof FreeVerbs>(verb: V, ...parameters: ParametersOf<V>): Promise<ResultOf<V>> {
		return this.leadership.call(verb, ...parameters);
	}

	accounts(): readonly AccountState[] {
		return this.mirror.accounts;
	}

	entries(): readonly LedgerEntry[] {
		return [...this.mirror.entries.values()];
	}

	settled(id: string): Promise<JobRecord> {
		const now = this.mirror.jobs.get(id);
		if (now && isSettled(now.state)) return Promise.resolve(now);
		return new Promise((resolve, reject) => {
			const subscription = this.onDidChange(({ job, removed }) => {
				if (job.id !== id || !(removed || isSettled(job.state))) return;
				subscription.dispose();
				if (removed) reject(new PropsmithError('jobUnknown', { detail: id }));
				else resolve(job);
			});
		});
	}

	/** Stops all work of this window and lets another one lead. */
	dispose(): Promise<void> {
		return this.leadership.dispose();
	}

	/** A retry that sends a new paid request is a way in like any other; null where nothing is paid anew. */
	private async passRetries(ids: readonly string[]): Promise<SpendingLimits | null> {
		const jobs = ids
			.flatMap((id) => this.mirror.jobs.get(id) ?? [])
			.filter(({ state }) => retrySubmits(state));
		return jobs.length > 0 ? this.passGuard(jobs, { alwaysConfirm: false }) : null;
	}

	private passGuard(jobs: readonly AskedJob[], options: PassOptions): Promise<SpendingLimits> {
		const books = { jobs: this.mirror.jobs.values(), entries: this.mirror.entries.values() };
		return this.guard.pass(jobs, books, options);
	}
}
