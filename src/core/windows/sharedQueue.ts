import { join } from 'node:path';
import type { Clock } from '../clock';
import { PropsmithError } from '../errors';
import { Emitter } from '../events';
import { retrySubmits } from '../jobs/actions';
import type { Adoption } from '../jobs/adopt';
import { draftJob, type JobDraft, type NewJob } from '../jobs/draft';
import type { Engine } from '../jobs/engine';
import { groupOf } from '../jobs/group';
import type { JobChange } from '../jobs/journal';
import type { SourceLookup } from '../jobs/lineage';
import type { AccountState, GenerateOptions, JobQueue, QueueCall } from '../jobs/queue';
import { isSettled, type JobRecord } from '../jobs/record';
import type { Log } from '../log';
import type { ProviderId } from '../providers/provider';
import type { SpendingGuard } from '../spending/guard';
import { type Claim, type Endpoint, endpointFor } from './endpoint';
import { Follower } from './follower';
import { Leader } from './leader';
import { readToken } from './token';

/** Ms between two tries to find or become the leader. */
const searchPauseMs = 100;
/** How long a call waits for a leader: a new one steps in within this time. */
const patienceMs = 5000;

export interface SharedQueueOptions {
	/** Shared by all windows of this machine. */
	readonly storageFolder: string;
	/** Loads the records and makes an engine that is not started yet. Called when this window comes to lead. */
	readonly makeEngine: () => Promise<Engine>;
	readonly guard: SpendingGuard;
	readonly clock: Clock;
	readonly log: Log;
}

/** Who carries calls out: the engine of this window, or the window that leads. */
interface Role {
	call(call: QueueCall): Promise<unknown>;
	dispose(): void;
}

/**
 * One queue for all windows of a machine. One of them leads: its engine submits, polls and downloads. The others show
 * the same jobs live and hand over what they want done; when the leader goes, one of them takes its place.
 */
export class SharedQueue implements JobQueue {
	private readonly emitter: Emitter<JobChange>;
	private readonly jobs = new Map<string, JobRecord>();
	private readonly stopping = new AbortController();
	private readonly endpoint: Endpoint;
	private accountStates: readonly AccountState[] = [];
	private readonly accountsEmitter = new Emitter<void>();
	readonly onDidChangeAccounts = this.accountsEmitter.event;
	private role: Role | undefined;
	private readonly roleTaken = new Emitter<Role>();
	private released: Promise<void> = Promise.resolve();

	constructor(private readonly options: SharedQueueOptions) {
		this.endpoint = endpointFor(options.storageFolder);
		this.emitter = new Emitter((error) =>
			options.log.error(`A listener to job changes failed: ${String(error)}`),
		);
	}

	get onDidChange(): Emitter<JobChange>['event'] {
		return this.emitter.event;
	}

	/** Leads or follows from now on. Resolves when the jobs are known. */
	async start(): Promise<void> {
		void this.search().catch((error: unknown) => {
			if (!this.stopping.signal.aborted) this.options.log.error(`The queue stopped: ${String(error)}`);
		});
		await this.theRole();
	}

	list(): JobRecord[] {
		return [...this.jobs.values()];
	}

	find(id: string): JobRecord | undefined {
		return this.jobs.get(id);
	}

	async generate(jobs: readonly NewJob[], options: GenerateOptions = {}): Promise<JobRecord[]> {
		const group = groupOf(jobs, options.title);
		const lookup: SourceLookup = (source) =>
			source.kind === 'step'
				? jobs[source.index]
				: source.kind === 'job'
					? this.jobs.get(source.id)
					: undefined;
		const drafts: JobDraft[] = jobs.map((job) => ({ ...draftJob(job, lookup), ...group }));
		await this.options.guard.pass(drafts, options.alwaysConfirm ?? false);
		return (await this.call({ method: 'add', drafts })) as JobRecord[];
	}

	async cancel(id: string): Promise<void> {
		await this.call({ method: 'cancel', id });
	}

	async retry(id: string): Promise<boolean> {
		const job = this.jobs.get(id);
		// A retry that sends a new paid request is a way in like any other.
		if (job && retrySubmits(job.state)) await this.options.guard.pass([job], false);
		return (await this.call({ method: 'retry', id })) as boolean;
	}

	async fetch(id: string): Promise<void> {
		await this.call({ method: 'fetch', id });
	}

	async submitAgain(id: string): Promise<void> {
		const job = this.jobs.get(id);
		if (job) await this.options.guard.pass([job], false);
		await this.call({ method: 'submitAgain', id });
	}

	async adopt(adoption: Adoption): Promise<JobRecord> {
		return (await this.call({ method: 'adopt', adoption })) as JobRecord;
	}

	async prioritise(id: string, step: 1 | -1): Promise<void> {
		await this.call({ method: 'prioritise', id, step });
	}

	async setPaused(provider: ProviderId, paused: boolean): Promise<void> {
		await this.call({ method: 'setPaused', provider, paused });
	}

	accounts(): readonly AccountState[] {
		return this.accountStates;
	}

	async remove(id: string): Promise<void> {
		await this.call({ method: 'remove', id });
	}

	settled(id: string): Promise<JobRecord> {
		const now = this.jobs.get(id);
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
	async dispose(): Promise<void> {
		this.stopping.abort(new PropsmithError('leaderLost'));
		this.role?.dispose();
		await this.released;
	}

	private async call(call: QueueCall): Promise<unknown> {
		return (await this.theRole()).call(call);
	}

	private async theRole(): Promise<Role> {
		if (this.role) return this.role;
		const timeout = new AbortController();
		return new Promise<Role>((resolve, reject) => {
			const subscription = this.roleTaken.event((role) => {
				timeout.abort();
				subscription.dispose();
				resolve(role);
			});
			this.options.clock.sleep(patienceMs, timeout.signal).then(
				() => {
					subscription.dispose();
					reject(new PropsmithError('leaderLost'));
				},
				() => {},
			);
		});
	}

	/** Leads where nobody does, follows who leads, and looks again when that one is gone. */
	private async search(): Promise<void> {
		const { clock, log, storageFolder } = this.options;
		const { signal } = this.stopping;
		const token = await readToken(join(storageFolder, 'queue.token'));
		while (!signal.aborted) {
			const claim = await this.endpoint.claim();
			if (claim) return await this.lead(claim, token);
			const follower = await Follower.connect(this.endpoint.address, token).catch((error: unknown) => {
				log.error(String(error));
				return undefined;
			});
			if (signal.aborted) return follower?.dispose();
			if (follower) await this.follow(follower);
			else await clock.sleep(searchPauseMs, signal);
		}
	}

	private async lead({ server, release }: Claim, token: string): Promise<void> {
		const { makeEngine, log } = this.options;
		// Before anything is waited for: other windows may connect from now on.
		const leader = new Leader(server, token, log);
		const engine = await makeEngine().catch((error: unknown) => {
			// Nobody else could read the records either. The place is kept, and whoever asks is told why.
			log.error(`The job records cannot be read: ${String(error)}`);
			const detail = error instanceof Error ? error.message : String(error);
			leader.dispose();
			this.takeRole({
				call: () => Promise.reject(new PropsmithError('recordUnwritable', { detail })),
				dispose: () => {
					this.released = release();
				},
			});
			return undefined;
		});
		if (!engine) return;
		if (this.stopping.signal.aborted) {
			leader.dispose();
			this.released = release();
			return;
		}
		leader.serve(engine);
		engine.onDidChange((change) => this.take(change));
		engine.onDidChangeAccounts(() => this.takeAccounts(engine.accounts()));
		this.learn(engine.list());
		log.info('This window runs the queue.');
		await engine.start();
		this.takeRole({
			call: (call) => engine.call(call),
			dispose: () => {
				engine.dispose();
				leader.dispose();
				this.released = release();
			},
		});
	}

	private async follow(follower: Follower): Promise<void> {
		follower.onDidChange((change) => this.take(change));
		follower.onDidChangeAccounts((accounts) => this.takeAccounts(accounts));
		this.learn(follower.jobs);
		this.options.log.info('Another window runs the queue; this one shows it.');
		this.takeRole(follower);
		await follower.ended;
		this.role = undefined;
	}

	private takeRole(role: Role): void {
		this.role = role;
		if (this.stopping.signal.aborted) role.dispose();
		this.roleTaken.fire(role);
	}

	private take(change: JobChange): void {
		if (change.removed) this.jobs.delete(change.job.id);
		else this.jobs.set(change.job.id, change.job);
		this.emitter.fire(change);
	}

	private takeAccounts(accounts: readonly AccountState[]): void {
		this.accountStates = accounts;
		this.accountsEmitter.fire();
	}

	/** Takes over a whole list, telling only of what differs from what was known. */
	private learn(jobs: readonly JobRecord[]): void {
		const ids = new Set(jobs.map(({ id }) => id));
		for (const job of [...this.jobs.values()]) if (!ids.has(job.id)) this.take({ job, removed: true });
		for (const job of jobs) {
			const known = this.jobs.get(job.id);
			if (known?.changedAt !== job.changedAt || known.state.kind !== job.state.kind)
				this.take({ job, removed: false });
		}
	}
}
