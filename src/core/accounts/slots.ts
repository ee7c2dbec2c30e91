import type { Clock } from '../base/clock';
import type { TaskOwner } from '../model/task';
import type { TaskClass, Tier } from '../providers/tiers';
import { HeldSlots } from './heldSlots';
import { LearnedLimits } from './learnedLimits';
import { compareRanks, type Rank } from './rank';

/** A job that wants a slot. */
export interface SlotRequest {
	readonly id: string;
	readonly taskClass: TaskClass;
	/** Compared among those that wait: the smallest goes first. */
	readonly rank: Rank;
}

/** Why nobody who waits gets a slot at the moment. */
export type Hindrance =
	| 'tier'
	| 'usedElsewhere'
	| 'tooFast'
	| 'paused'
	/** The account seems to have a plan that creates no tasks at all. */
	| 'plan';

/** What the counter shows. */
export interface SlotsState {
	readonly inUse: number;
	/** By the account's tier. */
	readonly limit: number;
	/** Of the limit, as refusals tell: others use the account too. */
	readonly usedElsewhere: number;
	readonly waiting: number;
	readonly paused: boolean;
	readonly hindrance?: Hindrance;
}

interface Waiter {
	request: SlotRequest;
	readonly grant: () => void;
}

/**
 * The slots of a provider's present account: who has one, who gets the next. A slot is held from before the submit
 * until the task's final state. The tier caps the whole and each class; refusals teach when others use the account too.
 */
export class Slots {
	private readonly held = new HeldSlots();
	private readonly waiters = new Map<string, Waiter>();
	private learned = new LearnedLimits();
	/** In ms of `passed`, like all moments here. */
	private backOffUntil = 0;
	private isPaused = false;
	private alarm = new AbortController();
	private readonly passed: () => number;

	constructor(
		private readonly clock: Clock,
		private readonly random: () => number,
		private tier: Tier,
		/** Told of every change of `state`. */
		private readonly onDidChange: () => void = () => {},
	) {
		this.passed = clock.stopwatch();
	}

	setTier(tier: Tier): void {
		this.tier = tier;
		this.learned = new LearnedLimits();
		this.pump();
	}

	/**
	 * Who submits from now on. The tasks of another account take no slots of this one; `perKey`: each key is an account.
	 * What refusals taught may be about another account, and is found out anew.
	 */
	use(owner: TaskOwner, perKey = false): void {
		if (this.held.use(owner, perKey)) this.learned = new LearnedLimits();
		this.pump();
	}

	/** Paused: nobody gets a slot; those who have one keep it. */
	setPaused(paused: boolean): void {
		this.isPaused = paused;
		this.pump();
	}

	/** This job's task is, or may be, at the service whatever the limits say, as after a restart. */
	hold(id: string, taskClass: TaskClass, owner?: TaskOwner): void {
		if (this.held.has(id)) return;
		this.held.take(id, taskClass, owner);
		if (this.held.counts(id)) this.learned.found();
		this.onDidChange();
	}

	/** This job's submit is made by this owner, who is the present one. */
	assign(id: string, owner: TaskOwner, perKey = false): void {
		this.held.assign(id, owner);
		this.use(owner, perKey);
	}

	/** Resolves with a slot; rejects with the signal's reason. */
	acquire(request: SlotRequest, signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		return new Promise((resolve, reject) => {
			const aborted = (): void => {
				this.waiters.delete(request.id);
				reject(signal.reason);
				this.pump();
			};
			const grant = (): void => {
				signal.removeEventListener('abort', aborted);
				resolve();
			};
			signal.addEventListener('abort', aborted, { once: true });
			this.waiters.set(request.id, { request, grant });
			this.pump();
		});
	}

	/** The task is over, or there is none after all. */
	release(id: string): void {
		const taskClass = this.held.classOf(id);
		if (!taskClass) return;
		if (this.held.counts(id)) this.learned.ended(taskClass);
		this.held.delete(id);
		this.pump();
	}

	rerank(id: string, rank: Rank): void {
		const waiter = this.waiters.get(id);
		if (waiter) waiter.request = { ...waiter.request, rank };
	}

	/** The service had no room for this job, which keeps its place at the head; it must give its slot back. */
	refused(id: string, askedMs?: number): void {
		const taskClass = this.held.classOf(id);
		if (!taskClass) return;
		this.held.delete(id);
		// Slots that were given to others but not used yet say nothing of what the service has room for.
		const taken = { ofClass: this.held.countTaken(taskClass), ofAll: this.held.countTaken() };
		this.learned.refused(taskClass, taken, this.passed(), this.random, askedMs);
		this.pump();
	}

	/** The service took this job's task. */
	accepted(id: string): void {
		const taskClass = this.held.classOf(id);
		if (!taskClass) return;
		this.held.take(id, taskClass);
		this.learned.accepted(taskClass, this.held.countTaken(taskClass), this.capOf(taskClass));
		this.pump();
	}

	/** Too many requests: nobody submits for so long, all together. */
	backOff(ms: number): void {
		this.backOffUntil = Math.max(this.backOffUntil, this.passed() + ms);
		this.pump();
	}

	/** True while a submit would be refused as far as we know; a slot that was granted before tells nothing of now. */
	isClosed(id: string): boolean {
		if (this.passed() < this.backOffUntil) return true;
		const taskClass = this.held.classOf(id);
		if (taskClass === undefined) return false;
		return (
			this.held.count() > this.tier.concurrentTasks || this.held.count(taskClass) > this.limitOf(taskClass)
		);
	}

	get state(): SlotsState {
		const hindrance = this.hindrance();
		return {
			inUse: this.held.count(),
			limit: this.tier.concurrentTasks,
			usedElsewhere: this.usedElsewhere,
			waiting: this.waiters.size,
			paused: this.isPaused,
			...(hindrance ? { hindrance } : {}),
		};
	}

	private get usedElsewhere(): number {
		if (this.learned.suspectsPlan) return 0;
		return Math.max(0, ...this.learned.classes.map((one) => this.capOf(one) - this.limitOf(one)));
	}

	private hindrance(): Hindrance | undefined {
		if (this.isPaused) return 'paused';
		if (this.waiters.size === 0) return undefined;
		if (this.passed() < this.backOffUntil) return 'tooFast';
		if (this.learned.suspectsPlan) return 'plan';
		const learned = [...this.waiters.values()].some(
			({ request }) => this.limitOf(request.taskClass) < this.capOf(request.taskClass),
		);
		return learned ? 'usedElsewhere' : 'tier';
	}

	/** Gives out what there is, best rank first; a class that is full does not hold up the others. */
	private pump(): void {
		// One moment for all of it: one that came between two looks at the clock would wake nobody.
		const now = this.passed();
		const full = this.held.count() >= this.tier.concurrentTasks;
		const closed = full || this.isPaused || now < this.backOffUntil;
		const waiters = closed ? [] : [...this.waiters.values()];
		for (const { request, grant } of waiters.sort((a, b) => compareRanks(a.request.rank, b.request.rank))) {
			if (this.held.count() >= this.tier.concurrentTasks) break;
			if (this.held.count(request.taskClass) >= this.limitOf(request.taskClass, now)) continue;
			this.waiters.delete(request.id);
			this.held.grant(request.id, request.taskClass);
			grant();
		}
		this.setAlarm(now);
		this.onDidChange();
	}

	/** Wakes up when the next moment comes at which time alone makes room. */
	private setAlarm(now: number): void {
		this.alarm.abort();
		if (this.waiters.size === 0) return;
		const next = Math.min(...[this.backOffUntil, ...this.learned.probes].filter((moment) => moment > now));
		if (!Number.isFinite(next)) return;
		const alarm = new AbortController();
		this.alarm = alarm;
		this.clock.sleep(next - now, alarm.signal).then(
			() => this.pump(),
			() => {},
		);
	}

	private capOf(taskClass: TaskClass): number {
		return Math.min(this.tier.classes[taskClass] ?? Number.POSITIVE_INFINITY, this.tier.concurrentTasks);
	}

	private limitOf(taskClass: TaskClass, now = this.passed()): number {
		return this.learned.limit(taskClass, this.capOf(taskClass), now);
	}
}
