import type { Accounts, Connection } from '../../accounts/accounts';
import type { Rank } from '../../accounts/rank';
import { Lane } from '../../accounts/requestQueue';
import { throttledProvider, turnsAt } from '../../accounts/throttledProvider';
import { Emitter } from '../../base/events';
import type { ProviderId } from '../../model/account';
import type { JobError } from '../../model/errors';
import { holdsSlot, type JobRecord, type JobState, ownerOf, taskOf } from '../../model/jobRecord';
import { isAccountWide, jobErrorOf } from '../../network/failure';
import { taskClassOf } from '../../providers/catalogues';
import { shortOf } from '../drafts/shortOfCredits';
import type { JobContext } from '../steps/context';
import { Downloads } from '../steps/downloads';
import { DownloadWaits } from '../steps/downloadWaits';
import { Poller } from '../steps/poller';
import { reconcile } from '../steps/reconcile';
import { submitJob } from '../steps/submit';
import { watchTask } from '../steps/watchTask';
import { AccountRecovery } from './accountRecovery';
import { Chains, sourcesAreReady } from './chains';
import type { AccountState } from './queue';

/** Ms that a download lets a call for its link pause before it gives its place up. */
const briefPauseMs = 5000;

/** Sees to it that somebody works on each job whose state asks for work, one step after the other. */
export class JobRunner {
	readonly context: JobContext;
	readonly revival: AccountRecovery;
	private readonly chains: Chains;
	private readonly lanes = new Map<ProviderId, Lane>();
	private readonly pollers = new Map<ProviderId, Poller>();
	private readonly accounts: Accounts;
	/** How often each provider's present account was asked for. */
	private readonly learnt = new Map<ProviderId, number>();
	readonly downloads: Downloads;
	private readonly accountsChanged = new Emitter<void>();
	readonly onDidChangeAccounts = this.accountsChanged.event;
	/** Providers whose waiting jobs are being held, each with what names the hold. */
	private readonly holding = new Map<ProviderId, symbol>();
	/** Jobs that are being driven, each with what stops its present step. */
	private readonly driven = new Map<
		string,
		{ readonly own: AbortController; readonly work: Promise<void> }
	>();

	constructor(
		tools: Omit<JobContext, 'connectBriefly' | 'lane' | 'poller' | 'uploaded'>,
		private readonly stopping: AbortSignal,
		private readonly isPaused: (provider: ProviderId) => boolean,
	) {
		this.accounts = tools.accounts;
		this.context = {
			...tools,
			accounts: {
				connect: (provider) => this.connect(provider),
				tier: (provider) => this.accounts.tier(provider),
				limitsPerKey: () => this.accounts.limitsPerKey?.() ?? false,
				onDidChange: this.accounts.onDidChange,
			},
			connectBriefly: (provider) => this.connect(provider, { longestPauseMs: briefPauseMs }),
			lane: (provider) => this.lane(provider),
			poller: (provider) => this.poller(provider),
			uploaded: new Map(),
		};
		this.downloads = new Downloads(this.context, new DownloadWaits(tools.clock), stopping);
		this.revival = new AccountRecovery(this.context, stopping);
		this.chains = new Chains(this.context, stopping);
	}

	/** An account's key, base URL or limits changed. */
	accountChanged(provider: ProviderId): void {
		this.lanes.get(provider)?.setTier(this.accounts.tier(provider));
		this.learnAccount(provider);
		this.holding.delete(provider);
		this.revival.checkNow(provider);
		this.downloads.waits.wakeAll(provider);
	}

	accountStates(): AccountState[] {
		return [...this.lanes].map(([provider, { slots }]) => ({ provider, ...slots.state }));
	}

	pauseChanged(provider: ProviderId): void {
		this.lane(provider).slots.setPaused(this.isPaused(provider));
	}

	rankChanged(job: JobRecord): void {
		this.lane(job.provider).slots.rerank(job.id, rankOf(job));
	}

	/** Breaks off what is being done for a job, at its next pause. */
	stop(id: string, reason: Error): void {
		this.driven.get(id)?.own.abort(reason);
	}

	/** Sees to it that somebody works on a job whose state asks for work. */
	ensureRunning(job: JobRecord): void {
		if (job.state.kind === 'blocked' && isAccountWide(job.state.error.code)) this.suspend(job);
		this.chains.attend(job);
		this.downloads.attend(job);
		if (!needsWork(job.state) || this.driven.has(job.id) || this.stopping.aborted) return;
		const own = new AbortController();
		const work = this.drive(job, AbortSignal.any([own.signal, this.stopping]))
			.catch(async (error: unknown) => {
				if (!this.stopping.aborted && !own.signal.aborted) await this.onCrash(job.id, error);
			})
			.finally(() => {
				this.driven.delete(job.id);
				// Its state may ask for work again by now: retried, unblocked, or cancelled with a task to watch.
				const now = this.context.journal.find(job.id);
				if (now) this.ensureRunning(now);
			});
		this.driven.set(job.id, { own, work });
	}

	/** Resolves when nobody works on a job any more, which comes soon after the stop. */
	async rested(): Promise<void> {
		while (this.driven.size > 0) await Promise.allSettled([...this.driven.values()].map(({ work }) => work));
	}

	private async drive({ id, provider, request }: JobRecord, signal: AbortSignal): Promise<void> {
		const { journal } = this.context;
		const { slots } = this.lane(provider);
		if (!this.learnt.has(provider)) this.learnAccount(provider);
		const taskClass = taskClassOf(provider, request);
		for (;;) {
			signal.throwIfAborted();
			const job = journal.find(id);
			if (!job || !needsWork(job.state)) return;
			if (job.state.kind === 'downloading') return this.downloads.deliver(id, provider, signal);
			if (job.state.kind === 'waiting' && !(await sourcesAreReady(journal, job, signal))) return;
			if (job.state.kind === 'waiting') await slots.acquire({ id, taskClass, rank: rankOf(job) }, signal);
			else slots.hold(id, taskClass, ownerOf(job.state));
			try {
				await this.atTheService(id, signal);
			} finally {
				slots.release(id);
			}
		}
	}

	/** From before the submit until the task's final state, or until the job is back in the queue. */
	private async atTheService(id: string, signal: AbortSignal): Promise<void> {
		const { journal } = this.context;
		if (journal.find(id)?.state.kind === 'waiting') await submitJob(this.context, id, signal);
		for (;;) {
			signal.throwIfAborted();
			const state = journal.find(id)?.state;
			if (!state || !holdsSlot(state)) return;
			if (state.kind === 'uncertain') {
				await reconcile(this.context, id, signal);
				await journal.until(id, ({ kind }) => kind !== 'uncertain', signal);
			} else if (state.kind === 'blocked') await journal.until(id, ({ kind }) => kind !== 'blocked', signal);
			else if (taskOf(state)) await watchTask(this.context, id, signal);
			// Its submit is over and left it here: going on would turn in circles.
			else throw new Error(`nobody carries on a job that is ${state.kind}`);
		}
	}

	/** A fault of ours must neither lose the job nor drive it in circles. */
	private async onCrash(id: string, error: unknown): Promise<void> {
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
	private suspend(cause: JobRecord): void {
		const { provider, state } = cause;
		this.revival.watch(provider);
		// Those that are held here are told of like the first one: each of them must not begin anew.
		if (state.kind !== 'blocked' || state.resume.kind !== 'waiting' || this.holding.has(provider)) return;
		const own = Symbol(state.error.code);
		this.holding.set(provider, own);
		void this.holdWaiting(provider, state.error, () => this.holding.get(provider) === own)
			.catch((fault: unknown) =>
				this.context.log.error(`Jobs were not held for ${state.error.code}: ${String(fault)}`),
			)
			.finally(() => {
				if (this.holding.get(provider) === own) this.holding.delete(provider);
				// The account changed meanwhile, so that the last of them may have been held for nothing.
				else this.revival.checkNow(provider);
			});
	}

	private async holdWaiting(provider: ProviderId, error: JobError, goesOn: () => boolean): Promise<void> {
		const { journal } = this.context;
		for (const job of journal.all()) {
			if (!goesOn()) return;
			if (job.provider === provider && journal.find(job.id)?.state.kind === 'waiting')
				await journal.apply(job.id, { type: 'blocked', error: shortOf(job.estimate, error) });
		}
	}

	/** An account whose calls keep to its pace. */
	private async connect(
		provider: ProviderId,
		manner: { polling?: boolean; longestPauseMs?: number } = {},
	): Promise<Connection> {
		const { clock, random } = this.context;
		const lane = this.lane(provider);
		const inTurn = turnsAt(lane, 'renewal', random, this.stopping);
		const connection = await this.accounts.connect(provider, inTurn);
		const watched = this.downloads.waits.watched(provider, connection.provider);
		return { ...connection, provider: throttledProvider(watched, lane, { clock, random, ...manner }) };
	}

	/** Tasks of another account must not hold up the present one's jobs, not even the first of them. */
	private learnAccount(provider: ProviderId): void {
		const change = (this.learnt.get(provider) ?? 0) + 1;
		this.learnt.set(provider, change);
		this.connect(provider).then(
			(connection) => {
				// An older answer that comes later must not bring a former account back.
				if (this.learnt.get(provider) === change)
					this.lane(provider).slots.use(connection, this.accounts.limitsPerKey?.());
			},
			// Its jobs will meet the same, and tell.
			() => {},
		);
	}

	/** Resolves when a call that another window makes by itself may leave. */
	turn(provider: ProviderId): Promise<void> {
		return this.lane(provider).gate.pass('poll', this.stopping);
	}

	private poller(provider: ProviderId): Poller {
		let poller = this.pollers.get(provider);
		if (!poller) {
			poller = new Poller(this.context.clock, () => this.connect(provider, { polling: true }), this.stopping);
			this.pollers.set(provider, poller);
		}
		return poller;
	}

	private lane(provider: ProviderId): Lane {
		let lane = this.lanes.get(provider);
		if (!lane) {
			const { clock, random } = this.context;
			lane = new Lane(clock, random, this.accounts.tier(provider), () => this.accountsChanged.fire());
			lane.slots.setPaused(this.isPaused(provider));
			this.lanes.set(provider, lane);
		}
		return lane;
	}
}

function rankOf({ id, priority, group }: JobRecord): Rank {
	return { id, priority: priority ?? 0, inBatch: group?.kind === 'batch' };
}

function needsWork(state: JobState): boolean {
	return state.kind === 'waiting' || state.kind === 'downloading' || holdsSlot(state);
}
