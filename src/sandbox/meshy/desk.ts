import type { Bank } from '../accounts/bank';
import type { Clock } from '../clock';
import type { MeshyAccount, MeshyTerms } from './account';
import { dueAt, type Ending, isActive, isDue, retentionMs, startsAt, statusOf, type Task } from './task';
import { taskError } from './taskErrors';
import { type Resource, taskTypes } from './taskTypes';

/** Ended tasks beyond this many are forgotten, oldest first, so that a long life does not fill the disk. */
const keptTasks = 1000;

/** What can be set about a task, now or for the next one to be made. */
export interface Intervention {
	ending?: Ending;
	/** The ending happens at once, not when the task is due. */
	atOnce?: boolean;
	/** A status to show; `null` lifts one. */
	shownStatus?: string | null;
	/** Work time from creation to end, ms. */
	durationMs?: number;
}

/**
 * The tasks of all accounts. Every reader calls `settle` first: it ends what is due by the clock, gives back the
 * credits of what failed, and removes what has been kept long enough, exactly once per task.
 */
export class MeshyDesk {
	readonly #tasks = new Map<string, Task>();
	readonly #next: Intervention[] = [];
	#settling: Promise<void> = Promise.resolve();

	constructor(
		readonly clock: Clock,
		readonly bank: Bank<MeshyAccount, MeshyTerms>,
		/** Tries whether the task can be made and gives what lies beside its files; a rejection makes it fail. */
		readonly make: (task: Task) => Promise<string[]>,
		readonly changed: () => void,
		tasks: readonly Task[] = [],
	) {
		for (const task of tasks) {
			this.#tasks.set(task.id, task);
		}
	}

	/** All tasks, oldest first. */
	all(): Task[] {
		return [...this.#tasks.values()];
	}

	get(id: string): Task | undefined {
		return this.#tasks.get(id);
	}

	/** A task as its own account sees it, under one resource if one is given: others' are not there. */
	find(account: MeshyAccount, id: string, resource?: Resource): Task | undefined {
		const task = this.#tasks.get(id);
		const here = resource === undefined || (task && taskTypes[task.type].resource === resource);
		return here && task?.account === account.id ? task : undefined;
	}

	active(account: MeshyAccount): Task[] {
		return this.all().filter((task) => task.account === account.id && isActive(task));
	}

	/** Takes in a task that has been paid for. */
	add(account: MeshyAccount, task: Task): void {
		this.#tasks.set(task.id, task);
		account.tasksMade += 1;
		account.peakConcurrent = Math.max(account.peakConcurrent, this.active(account).length);
		const intervention = this.#next.shift();
		if (intervention) {
			this.#apply(task, intervention);
		}
		this.#forgetOldest();
		this.changed();
	}

	/** Intervenes in the next task that is made, by anyone. Several wait in order. */
	planNext(intervention: Intervention): void {
		this.#next.push(intervention);
	}

	async intervene(task: Task, intervention: Intervention): Promise<void> {
		await this.settle();
		this.#apply(task, intervention);
		if (intervention.atOnce && isActive(task)) {
			await this.#end(task, this.clock.wallMs());
		}
		this.changed();
		await this.settle();
	}

	/**
	 * Removes a task for ever. One that still waits is paid back; one that runs stays, and the answer is false.
	 * Call after settling.
	 */
	remove(task: Task): boolean {
		if (isActive(task)) {
			if (statusOf(task, this.clock) !== 'PENDING') {
				return false;
			}
			this.bank.refund(task.account, task.id, task.price);
		}
		this.#tasks.delete(task.id);
		this.changed();
		return true;
	}

	/** Brings everything up to the clock. Callers queue up, so that no task is settled twice. */
	settle(): Promise<void> {
		const settled = this.#settling.then(async () => {
			for (const task of this.all()) {
				this.#start(task);
				if (isDue(task, this.clock)) {
					await this.#end(task, this.clock.wallOf(dueAt(task)));
					this.changed();
				}
				if (task.ended && this.clock.leaseMs() >= task.ended.goneAt) {
					this.#tasks.delete(task.id);
					this.changed();
				}
			}
		});
		// One caller's failure is not the next one's.
		this.#settling = settled.catch(() => undefined);
		return settled;
	}

	forgetAll(): void {
		this.#tasks.clear();
		this.#next.length = 0;
	}

	/** Notes when the task left the queue: later, the clock may have been bent since. */
	#start(task: Task): void {
		if (isActive(task) && task.startedAt === undefined && this.clock.workMs() >= startsAt(task)) {
			task.startedAt = Math.max(task.createdAt, Math.round(this.clock.wallOf(startsAt(task))));
		}
	}

	async #end(task: Task, at: number): Promise<void> {
		let ending = task.plan;
		let beside: string[] = [];
		if (ending.status === 'SUCCEEDED') {
			try {
				beside = await this.make(task);
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				ending = {
					status: 'FAILED',
					error: taskError('invalid_input', `The input cannot be used: ${reason}`),
				};
			}
		}
		// The model may have taken a while: somebody else may have ended or dropped the task meanwhile.
		if (!isActive(task) || this.#tasks.get(task.id) !== task) {
			return;
		}
		const endedAt = Math.max(task.startedAt ?? task.createdAt, Math.round(at));
		if (ending.status !== 'CANCELED') {
			task.startedAt ??= endedAt;
		}
		const keeps = ending.status === 'SUCCEEDED' || (ending.status === 'FAILED' && ending.keepCharge === true);
		if (!keeps) {
			this.bank.refund(task.account, task.id, task.price);
		}
		task.ended = {
			...ending,
			at: endedAt,
			goneAt: endedAt + retentionMs + this.clock.leaseMs() - this.clock.wallMs(),
			consumed: keeps ? task.price : 0,
			beside,
		};
	}

	#apply(task: Task, intervention: Intervention): void {
		if (intervention.ending) {
			task.plan = intervention.ending;
		}
		if (intervention.durationMs !== undefined) {
			task.queueMs = Math.min(task.queueMs, intervention.durationMs);
			task.runMs = intervention.durationMs - task.queueMs;
		}
		if (intervention.shownStatus === null) {
			delete task.shownStatus;
		} else if (intervention.shownStatus !== undefined) {
			task.shownStatus = intervention.shownStatus;
		}
	}

	#forgetOldest(): void {
		for (const task of this.all()) {
			if (this.#tasks.size <= keptTasks) {
				return;
			}
			if (!isActive(task)) {
				this.#tasks.delete(task.id);
			}
		}
	}
}
