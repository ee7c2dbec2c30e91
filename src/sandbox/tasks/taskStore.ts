import type { Account } from '../accounts/account';
import type { AccountStore } from '../accounts/accountStore';
import type { Clock } from '../clock';
import { dueAt, isActive, isDue, type TimedTask } from './timedTask';

/** Ended tasks beyond this many are forgotten, oldest first, so that a long life does not fill the disk. */
const keptTasks = 1000;

/** What can be set about a task, now or for the next one to be made. */
export interface TaskChange<Outcome> {
	outcome?: Outcome;
	/** The outcome happens at once, not when the task is due. */
	atOnce?: boolean;
	/** A status to show; `null` lifts one. */
	shownStatus?: string | null;
	/** Work time from creation to end, ms. */
	durationMs?: number;
}

/**
 * The tasks of all accounts at one service. Every reader calls `settle` first: it brings everything up to the clock,
 * exactly once per task. What an outcome means for credits is the service's own.
 */
export abstract class TaskStore<
	Outcome extends { status: string },
	Task extends TimedTask<Outcome>,
	Owner extends Account,
	Terms,
	Made,
> {
	readonly #tasks = new Map<string, Task>();
	readonly #next: TaskChange<Outcome>[] = [];
	#settling: Promise<void> = Promise.resolve();

	constructor(
		readonly clock: Clock,
		readonly accounts: AccountStore<Owner, Terms>,
		/** Makes what the task is about; a rejection makes the task fail. */
		readonly make: (task: Task) => Promise<Made>,
		readonly changed: () => void,
		tasks: readonly Task[] = [],
	) {
		for (const task of tasks) this.#tasks.set(task.id, task);
	}

	/** Whether something is to be made for this outcome. */
	protected abstract succeeds(outcome: Outcome): boolean;

	/** The outcome of a task that cannot be made. */
	protected abstract failureToMake(complaint: string): Outcome;

	/** Moves the credits and notes the end, which came at this wall time (ms since 1970). */
	protected abstract finish(task: Task, outcome: Outcome, made: Made | undefined, at: number): void;

	/** All tasks, oldest first. */
	all(): Task[] {
		return [...this.#tasks.values()];
	}

	get(id: string): Task | undefined {
		return this.#tasks.get(id);
	}

	/** A task as its own account sees it: another account's is not there. */
	find(account: Owner, id: string): Task | undefined {
		const task = this.#tasks.get(id);
		return task?.account === account.id ? task : undefined;
	}

	active(account: Owner): Task[] {
		return this.all().filter((task) => task.account === account.id && isActive(task));
	}

	/** Takes in a task whose credits were seen to. */
	add(account: Owner, task: Task): void {
		this.#tasks.set(task.id, task);
		account.tasksMade += 1;
		account.peakConcurrent = Math.max(account.peakConcurrent, this.active(account).length);
		const change = this.#next.shift();
		if (change) this.#apply(task, change);
		this.#forgetOldest();
		this.changed();
	}

	/** Changes the next task that is made, by anyone. Several wait in order. */
	planNext(change: TaskChange<Outcome>): void {
		this.#next.push(change);
	}

	async apply(task: Task, change: TaskChange<Outcome>): Promise<void> {
		await this.settle();
		this.#apply(task, change);
		if (change.atOnce && isActive(task)) await this.#end(task, this.clock.wallMs());
		this.changed();
		await this.settle();
	}

	/** Brings everything up to the clock. Callers queue up, so that no task is settled twice. */
	settle(): Promise<void> {
		const settled = this.#settling.then(async () => {
			for (const task of this.all()) await this.bringUpToDate(task);
		});
		// One caller's failure is not the next one's.
		this.#settling = settled.catch(() => undefined);
		return settled;
	}

	forgetAll(): void {
		this.#tasks.clear();
		this.#next.length = 0;
	}

	/** Brings one task up to the clock. */
	protected async bringUpToDate(task: Task): Promise<void> {
		if (isDue(task, this.clock)) {
			await this.#end(task, this.clock.wallOf(dueAt(task)));
			this.changed();
		}
	}

	protected drop(task: Task): void {
		this.#tasks.delete(task.id);
		this.changed();
	}

	async #end(task: Task, at: number): Promise<void> {
		let outcome = task.planned;
		let made: Made | undefined;
		if (this.succeeds(outcome)) {
			try {
				made = await this.make(task);
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				outcome = this.failureToMake(`The input cannot be used: ${reason}`);
			}
		}
		// The model may have taken a while: somebody else may have ended or dropped the task meanwhile.
		if (isActive(task) && this.#tasks.get(task.id) === task) this.finish(task, outcome, made, Math.round(at));
	}

	#apply(task: Task, change: TaskChange<Outcome>): void {
		if (change.outcome) task.planned = change.outcome;
		if (change.durationMs !== undefined) {
			task.queueMs = Math.min(task.queueMs, change.durationMs);
			task.runMs = change.durationMs - task.queueMs;
		}
		if (change.shownStatus === null) delete task.shownStatus;
		else if (change.shownStatus !== undefined) task.shownStatus = change.shownStatus;
	}

	#forgetOldest(): void {
		for (const task of this.all()) {
			if (this.#tasks.size <= keptTasks) return;
			if (!isActive(task)) this.#tasks.delete(task.id);
		}
	}
}
