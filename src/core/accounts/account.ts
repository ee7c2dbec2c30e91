import PQueue from 'p-queue';
import type { Clock } from '../base/clock';
import type { Log } from '../base/log';
import type { Balance, ProviderId } from '../model/account';
import { PropsmithError } from '../model/errors';
import { type JobRecord, taskOf } from '../model/jobRecord';
import { type ListedTask, type Motion, ownerIn, type TaskOwner } from '../model/task';
import { inTime } from '../network/inTime';
import type { AccountAccess, Connection } from './accountAccess';
import { AccountHold } from './accountHold';
import { AccountJobs, type Records } from './accountJobs';
import { AccountRecovery } from './accountRecovery';
import { DownloadWaits } from './downloadWaits';
import type { Pauses } from './pauses';
import { Poller } from './poller';
import { RequestQueue } from './requestQueue';
import type { Slots, SlotsState } from './slots';
import { type CallOptions, throttledProvider, turnsAt } from './throttledProvider';

const parallelDownloads = 4;
/** Ms that a download lets a call for its link pause before it gives its place up. */
const briefPauseMs = 5000;

/** What all accounts of an engine work with. */
export interface AccountPorts {
	readonly access: AccountAccess;
	readonly records: Records;
	readonly pauses: Pick<Pauses, 'has' | 'set'>;
	readonly clock: Clock;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly log: Log;
	/** Ends all calls and waits. */
	readonly stopping: AbortSignal;
}

/** What an account has, and the key that it was asked with. */
export interface AccountBalance extends Balance, Pick<TaskOwner, 'account'> {}

/**
 * The user's account at one provider: its connection, slots, request rate, places for downloads, pause, and what
 * becomes of its jobs while it cannot be used.
 */
export class Account {
	/** They need no slot, but not all of them run at once. */
	readonly downloads = new PQueue({ concurrency: parallelDownloads });
	readonly downloadWaits: DownloadWaits;
	readonly poller: Poller;
	private readonly requests: RequestQueue;
	private readonly jobs: AccountJobs;
	private readonly recovery: AccountRecovery;
	private readonly hold: AccountHold;
	/** How often the present key was asked for. */
	private identifications = 0;
	private used = false;

	constructor(
		readonly providerId: ProviderId,
		private readonly ports: AccountPorts,
		/** Told of every change of `state`. */
		private readonly onDidChange: () => void = () => {},
	) {
		const { access, records, pauses, clock, random, log, stopping } = ports;
		this.requests = new RequestQueue(clock, random, access.tier(providerId), () => {
			if (this.used) onDidChange();
		});
		this.slots.setPaused(pauses.has(providerId));
		this.downloadWaits = new DownloadWaits(clock, this.requests.reachability);
		this.poller = new Poller(clock, () => this.connect({ polling: true }), stopping);
		this.jobs = new AccountJobs(providerId, records);
		const balance = async (signal: AbortSignal): Promise<Balance> =>
			(await this.connect()).provider.balance(signal);
		this.recovery = new AccountRecovery({ jobs: this.jobs, balance, clock, log, stopping });
		this.hold = new AccountHold(this.jobs, log, () => this.recovery.checkNow());
	}

	get slots(): Slots {
		return this.requests.slots;
	}

	get state(): SlotsState {
		return this.slots.state;
	}

	/** False for an account that nobody has used since the engine started: there is nothing to show. */
	get isUsed(): boolean {
		return this.used;
	}

	/** A client whose calls keep to the account's request rate. Rejects like `AccountAccess.connect`. */
	async connect(options: CallOptions = {}): Promise<Connection> {
		this.use();
		const { access, clock, random, stopping } = this.ports;
		const connection = await access.connect(
			this.providerId,
			turnsAt(this.requests, 'renewal', random, stopping),
		);
		const provider = throttledProvider(connection.provider, this.requests, { clock, random, ...options });
		return { ...connection, provider };
	}

	/** The same, with free calls repeated for some seconds at most: the caller waits out the rest. */
	connectBriefly(): Promise<Connection> {
		return this.connect({ longestPauseMs: briefPauseMs });
	}

	/** Resolves when a call for a submit may leave, or rejects with the signal's reason. */
	turnToSubmit(signal: AbortSignal): Promise<void> {
		return this.requests.limiter.pass('submit', signal);
	}

	/** Resolves when a call that another window makes by itself may leave. */
	turn(): Promise<void> {
		this.use();
		return this.requests.limiter.pass('poll', this.ports.stopping);
	}

	/** Runs `work` when no other submit of this account is under way. */
	alone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		return this.requests.alone(work, signal);
	}

	/** The service says that requests come too fast: nothing is sent to it for so long. */
	backOff(ms: number): void {
		this.requests.backOff(ms);
	}

	/** The job that holds this slot submits with this key. */
	assignSlot(id: string, connection: TaskOwner): void {
		this.slots.assign(id, ownerIn(connection), this.ports.access.limitsPerKey?.());
	}

	/** Finds out whose slots count, the first time that it is called: tasks of another key must not hold up jobs. */
	ensureIdentified(): void {
		if (this.identifications === 0) this.identify();
	}

	/** The account's key, base URL or limits changed. */
	changed(): void {
		this.requests.setTier(this.ports.access.tier(this.providerId));
		this.identify();
		this.hold.end();
		this.recovery.checkNow();
		this.downloadWaits.wakeAll();
	}

	/** The account cannot be used, as this blocked job tells: its waiting jobs are blocked until it can. */
	suspend({ state }: JobRecord): void {
		this.recovery.watch();
		if (state.kind === 'blocked' && state.resume.kind === 'waiting') this.hold.begin(state.error);
	}

	/** The account may be of use again: see `AccountRecovery.checkNow`. */
	checkNow(): void {
		this.recovery.checkNow();
	}

	/** Paused: no job gets a slot. Kept over restarts. */
	async setPaused(paused: boolean): Promise<void> {
		this.use();
		const { pauses } = this.ports;
		await pauses.set(this.providerId, paused);
		this.slots.setPaused(pauses.has(this.providerId));
	}

	/** Rejects like `connect` and `Provider.balance`, or with `serviceDown` when it takes too long. */
	async balance(): Promise<AccountBalance> {
		const { provider, account } = await this.connect();
		return { ...(await inTime((signal) => provider.balance(signal), this.ports.stopping)), account };
	}

	/** The service's library of motions. Rejects like `balance`, or with `requestInvalid` where there is none. */
	async motions(): Promise<readonly Motion[]> {
		const { provider } = await this.connect();
		const motions = provider.motions?.bind(provider);
		if (!motions)
			throw new PropsmithError('requestInvalid', { detail: `${this.providerId} has no library of motions` });
		return inTime((signal) => motions({}, signal), this.ports.stopping);
	}

	/** The account's newest tasks that no job of ours has; empty where the service lists none. Rejects like `balance`. */
	async history(): Promise<readonly ListedTask[]> {
		const { provider } = await this.connect();
		const tasks = (await inTime(async (signal) => provider.history?.(signal), this.ports.stopping)) ?? [];
		const owned = new Set(this.ports.records.all().flatMap(({ state }) => taskOf(state)?.id ?? []));
		return tasks.filter(({ taskId }) => !owned.has(taskId));
	}

	private use(): void {
		if (this.used) return;
		// The limits of this moment, whether or not somebody told of a change.
		this.requests.setTier(this.ports.access.tier(this.providerId));
		this.used = true;
		this.onDidChange();
	}

	private identify(): void {
		const identification = ++this.identifications;
		this.connect().then(
			(connection) => {
				// An older answer that comes later must not bring a former key back.
				if (this.identifications === identification)
					this.slots.use(connection, this.ports.access.limitsPerKey?.());
			},
			// Its jobs will meet the same, and tell.
			() => {},
		);
	}
}
