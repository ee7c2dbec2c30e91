import { type Clock, stopwatch } from '../clock';
import { HeldSlots } from './heldSlots';
import { PlanDoubt } from './planDoubt';
import { compareRanks, type Rank } from './rank';
import { Room } from './room';
import type { TaskClass, Tier } from './tiers';

/** A job that wants a slot. */
export interface Claim {
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
	claim: Claim;
	readonly grant: () => void;
}

/**
 * The slots of a provider's present account: who has one, who gets the next. A slot is held from before the submit
 * until the task's final state. The tier caps the whole and each class; refusals teach when others use the account too.
 */
export class Slots {
	private readonly held = new HeldSlots();
	private readonly waiters = new Map<string, Waiter>();
	private readonly rooms = new Map<TaskClass, Room>();
	private planDoubt = new PlanDoubt();
	/** In ms of `passed`, like all moments here. */
	private quietUntil = 0;
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
		this.passed = stopwatch(() => clock.now());
	}

	setTier(tier: Tier): void {
		this.tier = tier;
		this.planDoubt = new PlanDoubt();
		this.pump();
	}

	/**
	 * The account that submits go to from now on. The tasks of another one take none of its slots, and what refusals
	 * taught was about that one.
	 */
	use(account: string): void {
		if (this.held.use(account)) {
			this.rooms.clear();
			this.planDoubt = new PlanDoubt();
			this.quietUntil = 0;
		}
		this.pump();
	}

	/** Paused: nobody gets a slot; those who have one keep it. */
	setPaused(paused: boolean): void {
		this.isPaused = paused;
		this.pump();
	}

	/** This job's task is, or may be, at the service whatever the limits say, as after a restart. */
	hold(id: string, taskClass: TaskClass, account?: string): void {
		if (this.held.has(id)) return;
		this.held.set(id, taskClass, account);
		if (this.held.counts(id)) this.planDoubt.cleared();
		this.onDidChange();
	}

	/** This job's submit goes to this account, which is the present one. */
	assign(id: string, account: string): void {
		const taskClass = this.held.classOf(id);
		if (taskClass) this.held.set(id, taskClass, account);
		this.use(account);
	}

	/** Resolves with a slot; rejects with the signal's reason. */
	acquire(claim: Claim, signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		return new Promise((resolve, reject) => {
			const aborted = (): void => {
				this.waiters.delete(claim.id);
				reject(signal.reason);
				this.pump();
			};
			const grant = (): void => {
				signal.removeEventListener('abort', aborted);
				resolve();
			};
			signal.addEventListener('abort', aborted, { once: true });
			this.waiters.set(claim.id, { claim, grant });
			this.pump();
		});
	}

	/** The task is over, or there is none after all. */
	release(id: string): void {
		const taskClass = this.held.classOf(id);
		if (!taskClass) return;
		if (this.held.counts(id)) this.rooms.get(taskClass)?.ended();
		this.held.delete(id);
		this.pump();
	}

	rerank(id: string, rank: Rank): void {
		const waiter = this.waiters.get(id);
		if (waiter) waiter.claim = { ...waiter.claim, rank };
	}

	/** The service had no room for this job, which keeps its place at the head; it must give its slot back. */
	refused(id: string, askedMs?: number): void {
		const taskClass = this.held.classOf(id);
		if (!taskClass) return;
		this.held.delete(id);
		const now = this.passed();
		this.room(taskClass).refused(this.held.count(taskClass), now, this.random, askedMs);
		if (this.held.count() === 0) this.planDoubt.refusedAlone(now);
		this.pump();
	}

	/** The service took this job's task. */
	accepted(id: string): void {
		const taskClass = this.held.classOf(id);
		if (!taskClass) return;
		this.planDoubt.cleared();
		this.rooms.get(taskClass)?.accepted(this.held.count(taskClass), this.capOf(taskClass));
		this.pump();
	}

	/** Too many requests: nobody submits for so long, all together. */
	quiet(ms: number): void {
		this.quietUntil = Math.max(this.quietUntil, this.passed() + ms);
		this.pump();
	}

	/** True while a submit would be refused as far as we know; a slot that was granted before tells nothing of now. */
	isClosed(id: string): boolean {
		if (this.passed() < this.quietUntil) return true;
		const taskClass = this.held.classOf(id);
		if (taskClass === undefined) return false;
		return (
			this.held.count() > this.tier.concurrentTasks || this.held.count(taskClass) > this.limitOf(taskClass)
		);
	}

	get state(): SlotsState {
		const taken = [...this.rooms.keys()].map((taskClass) => this.capOf(taskClass) - this.limitOf(taskClass));
		const hindrance = this.hindrance();
		return {
			inUse: this.held.count(),
			limit: this.tier.concurrentTasks,
			usedElsewhere: Math.max(0, ...taken),
			waiting: this.waiters.size,
			paused: this.isPaused,
			...(hindrance ? { hindrance } : {}),
		};
	}

	private hindrance(): Hindrance | undefined {
		if (this.isPaused) return 'paused';
		if (this.waiters.size === 0) return undefined;
		if (this.passed() < this.quietUntil) return 'tooFast';
		if (this.planDoubt.isLikely) return 'plan';
		const learned = [...this.waiters.values()].some(
			({ claim }) => this.limitOf(claim.taskClass) < this.capOf(claim.taskClass),
		);
		return learned ? 'usedElsewhere' : 'tier';
	}

	/** Gives out what there is, best rank first; a class that is full does not hold up the others. */
	private pump(): void {
		const full = this.held.count() >= this.tier.concurrentTasks;
		const closed = full || this.isPaused || this.passed() < this.quietUntil;
		const waiters = closed ? [] : [...this.waiters.values()];
		for (const { claim, grant } of waiters.sort((a, b) => compareRanks(a.claim.rank, b.claim.rank))) {
			if (this.held.count() >= this.tier.concurrentTasks) break;
			if (this.held.count(claim.taskClass) >= this.limitOf(claim.taskClass)) continue;
			this.waiters.delete(claim.id);
			this.held.set(claim.id, claim.taskClass);
			grant();
		}
		this.setAlarm();
		this.onDidChange();
	}

	/** Wakes up when the next moment comes at which time alone makes room. */
	private setAlarm(): void {
		this.alarm.abort();
		if (this.waiters.size === 0) return;
		const now = this.passed();
		const moments = [this.quietUntil, ...[...this.rooms.values()].flatMap((room) => room.nextProbe ?? [])];
		const next = Math.min(...moments.filter((moment) => moment > now));
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

	private limitOf(taskClass: TaskClass): number {
		const cap = this.capOf(taskClass);
		return this.rooms.get(taskClass)?.limit(cap, this.passed()) ?? cap;
	}

	private room(taskClass: TaskClass): Room {
		let room = this.rooms.get(taskClass);
		if (!room) {
			room = new Room();
			this.rooms.set(taskClass, room);
		}
		return room;
	}
}
