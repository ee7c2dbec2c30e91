import { join } from 'node:path';
import type { Clock } from '../base/clock';
import { Emitter, type Event } from '../base/events';
import type { Log } from '../base/log';
import { systemDisk } from '../files/disk';
import { draftJobs } from '../jobs/drafts/draft';
import { InputFormats } from '../jobs/drafts/inputFormats';
import { checkInputs } from '../jobs/drafts/localFiles';
import { inTurn } from '../jobs/drafts/severalFaults';
import { retrySubmits } from '../jobs/records/actions';
import type { Adoption } from '../jobs/runner/adopt';
import type { AccountBalance } from '../jobs/runner/balance';
import type { Engine } from '../jobs/runner/engine';
import type { AccountState, GenerateOptions, JobQueue, QueueCall } from '../jobs/runner/queue';
import type { ProviderId } from '../model/account';
import { PropsmithError } from '../model/errors';
import type { GenerateRequest } from '../model/generateRequest';
import type { JobChange } from '../model/jobRecord';
import { isSettled, type JobRecord } from '../model/jobRecord';
import type { ListedTask, Motion } from '../model/task';
import type { LedgerEntry } from '../spending/entry';
import type { PassOptions, SpendingGuard } from '../spending/guard';
import type { SpendingLimits } from '../spending/limits';
import type { AskedJob } from '../spending/question';
import { type Claim, type Endpoint, endpointFor } from './endpoint';
import { Follower } from './follower';
import { Leader } from './leader';
import { Mirror } from './mirror';
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
	private readonly mirror: Mirror;
	private readonly stopping = new AbortController();
	private readonly endpoint: Endpoint;
	private role: Role | undefined;
	private readonly roleTaken = new Emitter<Role>();
	private released: Promise<void> = Promise.resolve();

	constructor(private readonly options: SharedQueueOptions) {
		this.endpoint = endpointFor(options.storageFolder);
		this.mirror = new Mirror(options.log);
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
	async start(): Promise<void> {
		void this.search().catch((error: unknown) => {
			if (!this.stopping.signal.aborted) this.options.log.error(`The queue stopped: ${String(error)}`);
		});
		await this.theRole();
	}

	list(): JobRecord[] {
		return [...this.mirror.jobs.values()];
	}

	find(id: string): JobRecord | undefined {
		return this.mirror.jobs.get(id);
	}

	async generate(requests: readonly GenerateRequest[], options: GenerateOptions = {}): Promise<JobRecord[]> {
		const { title } = options;
		const { guard } = this.options;
		const formats = new InputFormats();
		await formats.lookInto(requests);
		const drafts = draftJobs(requests, (id) => this.mirror.jobs.get(id), {
			title,
			files: formats.known,
		}).map((draft) => guard.placed(draft));
		await checkInputs(systemDisk, drafts);
		const limits = await this.passGuard(drafts, { alwaysConfirm: options.alwaysConfirm ?? false });
		return (await this.call({ method: 'add', drafts, limits })) as JobRecord[];
	}

	async cancel(id: string): Promise<void> {
		await this.call({ method: 'cancel', id });
	}

	async retry(id: string): Promise<boolean> {
		const limits = await this.passRetries([id]);
		return (await this.call({ method: 'retry', id, limits })) as boolean;
	}

	async retryAll(ids: readonly string[]): Promise<void> {
		const limits = await this.passRetries(ids);
		const nameOf = (id: string): string => `“${this.mirror.jobs.get(id)?.destination.name ?? id}”`;
		await inTurn(ids, nameOf, (id) => this.call({ method: 'retry', id, limits }));
	}

	async fetch(id: string): Promise<void> {
		await this.call({ method: 'fetch', id });
	}

	async keep(id: string): Promise<void> {
		await this.call({ method: 'keep', id });
	}

	async submitAgain(id: string): Promise<void> {
		const job = this.mirror.jobs.get(id);
		const limits = job ? await this.passGuard([job], { alwaysConfirm: false, exceptJob: id }) : null;
		await this.call({ method: 'submitAgain', id, limits });
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

	async motions(provider: ProviderId): Promise<readonly Motion[]> {
		return (await this.call({ method: 'motions', provider })) as readonly Motion[];
	}

	async balance(provider: ProviderId): Promise<AccountBalance> {
		return (await this.call({ method: 'balance', provider })) as AccountBalance;
	}

	async history(provider: ProviderId): Promise<readonly ListedTask[]> {
		return (await this.call({ method: 'history', provider })) as readonly ListedTask[];
	}

	async turn(provider: ProviderId): Promise<void> {
		await this.call({ method: 'turn', provider });
	}

	accounts(): readonly AccountState[] {
		return this.mirror.accounts;
	}

	entries(): readonly LedgerEntry[] {
		return [...this.mirror.entries.values()];
	}

	async remove(id: string): Promise<void> {
		await this.call({ method: 'remove', id });
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
	async dispose(): Promise<void> {
		this.stopping.abort(new PropsmithError('leaderLost'));
		this.role?.dispose();
		await this.released;
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
		return this.options.guard.pass(jobs, books, options);
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
		engine.onDidChangeAccounts(() => this.mirror.takeAccounts(engine.accounts()));
		this.mirror.follow(engine, engine.list(), engine.entries());
		log.info('This window runs the queue.');
		await engine.start();
		this.takeRole({
			call: (call) => engine.call(call),
			dispose: () => {
				leader.dispose();
				// Two engines must not write the same records.
				this.released = engine.dispose().then(release);
			},
		});
	}

	private async follow(follower: Follower): Promise<void> {
		follower.onDidChangeAccounts((accounts) => this.mirror.takeAccounts(accounts));
		this.mirror.follow(follower, follower.jobs, follower.entries);
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
}
