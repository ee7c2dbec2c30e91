import type { Clock } from '../clock';
import { Room } from './room';
import type { TaskClass, Tier } from './tiers';

/** A job that wants a slot. */
export interface Claim {
	readonly id: string;
	readonly taskClass: TaskClass;
	/** Compared among those that wait: the smallest goes first. */
	readonly rank: Rank;
}

/** Who goes first: what the user raised, then single jobs before a batch's waiting part, then the older one. */
export interface Rank {
	/** 0 unless the user raised (above) or lowered (below) it. */
	readonly priority: number;
	readonly inBatch: boolean;
	/** Job ids sort by creation. */
	readonly id: string;
}

export function compareRanks(a: Rank, b: Rank): number {
	if (a.priority !== b.priority) return b.priority - a.priority;
	if (a.inBatch !== b.inBatch) return a.inBatch ? 1 : -1;
	return a.id < b.id ? -1 : 1;
}

/** Why nobody who waits gets a slot at the moment. */
export type Hindrance = 'tier' | 'usedElsewhere' | 'tooFast' | 'paused';

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
 * The slots of one account: who has one, who gets the next. A slot is held from before the submit until the task's
 * final state. The tier caps the whole and each class; refusals teach when others use the account too.
 */
export class Slots {
	private readonly held = new Map<string, TaskClass>();
	private readonly waiters = new Map<string, Waiter>();
	private readonly rooms = new Map<TaskClass, Room>();
	private quietUntil = 0;
	private isPaused = false;
	private alarm = new AbortController();

	constructor(
		private readonly clock: Clock,
		private readonly random: () => number,
		private tier: Tier,
		/** Told of every change of `state`. */
		private readonly onDidChange: () => void = () => {},
	) {}

	setTier(tier: Tier): void {
		this.tier = tier;
		this.pump();
	}

	/** Paused: nobody gets a slot; those who have one keep it. */
	setPaused(paused: boolean): void {
		this.isPaused = paused;
		this.pump();
	}

	/** A task is at the service whatever the limits say, as after a restart. */
	hold(id: string, taskClass: TaskClass): void {
		if (this.held.has(id)) return;
		this.held.set(id, taskClass);
		this.onDidChange();
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
		const taskClass = this.held.get(id);
		if (!this.held.delete(id) || !taskClass) return;
		this.rooms.get(taskClass)?.ended();
		this.pump();
	}

	rerank(id: string, rank: Rank): void {
		const waiter = this.waiters.get(id);
		if (waiter) waiter.claim = { ...waiter.claim, rank };
	}

	/** The service had no room for this job, which keeps its place at the head; it must give its slot back. */
	refused(id: string, askedMs?: number): void {
		const taskClass = this.held.get(id);
		if (!taskClass) return;
		this.held.delete(id);
		this.room(taskClass).refused(this.countOf(taskClass), this.clock.now(), this.random, askedMs);
		this.pump();
	}

	/** The service took this job's task. */
	accepted(id: string): void {
		const taskClass = this.held.get(id);
		if (!taskClass) return;
		this.rooms.get(taskClass)?.accepted(this.countOf(taskClass), this.capOf(taskClass));
		this.pump();
	}

	/** Too many requests: nobody submits for so long, all together. */
	quiet(ms: number): void {
		this.quietUntil = Math.max(this.quietUntil, this.clock.now() + ms);
		this.pump();
	}

	/** True while a submit would be refused as far as we know; a slot that was granted before tells nothing of now. */
	isClosed(id: string): boolean {
		const taskClass = this.held.get(id);
		if (this.clock.now() < this.quietUntil) return true;
		return taskClass !== undefined && this.countOf(taskClass) > this.limitOf(taskClass);
	}

	get state(): SlotsState {
		const taken = [...this.rooms.keys()].map((taskClass) => this.capOf(taskClass) - this.limitOf(taskClass));
		const hindrance = this.hindrance();
		return {
			inUse: this.held.size,
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
		const now = this.clock.now();
		if (now < this.quietUntil) return 'tooFast';
		const learned = [...this.waiters.values()].some(
			({ claim }) => this.limitOf(claim.taskClass) < this.capOf(claim.taskClass),
		);
		return learned ? 'usedElsewhere' : 'tier';
	}

	/** Gives out what there is, best rank first; a class that is full does not hold up the others. */
	private pump(): void {
		const full = this.held.size >= this.tier.concurrentTasks;
		const closed = full || this.isPaused || this.clock.now() < this.quietUntil;
		const queue = [...this.waiters.values()].sort((a, b) => compareRanks(a.claim.rank, b.claim.rank));
		for (const { claim, grant } of closed ? [] : queue) {
			if (this.held.size >= this.tier.concurrentTasks) break;
			if (this.countOf(claim.taskClass) >= this.limitOf(claim.taskClass)) continue;
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
		const now = this.clock.now();
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

	private countOf(taskClass: TaskClass): number {
		let count = 0;
		for (const held of this.held.values()) if (held === taskClass) count++;
		return count;
	}

	private capOf(taskClass: TaskClass): number {
		return Math.min(this.tier.classes[taskClass] ?? Number.POSITIVE_INFINITY, this.tier.concurrentTasks);
	}

	private limitOf(taskClass: TaskClass): number {
		const cap = this.capOf(taskClass);
		return this.rooms.get(taskClass)?.limit(cap, this.clock.now()) ?? cap;
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
