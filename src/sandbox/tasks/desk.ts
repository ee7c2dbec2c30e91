import type { Customer } from '../accounts/customer';
import type { Clock } from '../clock';
import { dueAt, isActive, isDue, type TimedTask } from './timedTask';

/** Ended tasks beyond this many are forgotten, oldest first, so that a long life does not fill the disk. */
const keptTasks = 1000;

/** What can be set about a task, now or for the next one to be made. */
export interface Intervention<Ending> {
	ending?: Ending;
	/** The ending happens at once, not when the task is due. */
	atOnce?: boolean;
	/** A status to show; `null` lifts one. */
	shownStatus?: string | null;
	/** Work time from creation to end, ms. */
	durationMs?: number;
}

/**
 * The tasks of all accounts at one service. Every reader calls `settle` first: it brings everything up to the clock,
 * exactly once per task. What an ending means for credits is the service's own.
 */
export abstract class Desk<
	Ending extends { status: string },
	Task extends TimedTask<Ending>,
	Account extends Customer,
	Made,
> {
	readonly #tasks = new Map<string, Task>();
	readonly #next: Intervention<Ending>[] = [];
	#settling: Promise<void> = Promise.resolve();

	constructor(
		readonly clock: Clock,
		/** Makes what the task is about; a rejection makes the task fail. */
		readonly make: (task: Task) => Promise<Made>,
		readonly changed: () => void,
		tasks: readonly Task[],
	) {
		for (const task of tasks) {
			this.#tasks.set(task.id, task);
		}
	}

	/** Whether something is to be made for this ending. */
	protected abstract succeeds(ending: Ending): boolean;

	/** The ending of a task that cannot be made. */
	protected abstract unmade(complaint: string): Ending;

	/** Moves the credits and notes the end, which came at this wall time (ms since 1970). */
	protected abstract conclude(task: Task, ending: Ending, made: Made | undefined, at: number): void;

	/** All tasks, oldest first. */
	all(): Task[] {
		return [...this.#tasks.values()];
	}

	get(id: string): Task | undefined {
		return this.#tasks.get(id);
	}

	/** A task as its own account sees it: another account's is not there. */
	find(account: Account, id: string): Task | undefined {
		const task = this.#tasks.get(id);
		return task?.account === account.id ? task : undefined;
	}

	active(account: Account): Task[] {
		return this.all().filter((task) => task.account === account.id && isActive(task));
	}

	/** Takes in a task whose credits were seen to. */
	add(account: Account, task: Task): void {
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
	planNext(intervention: Intervention<Ending>): void {
		this.#next.push(intervention);
	}

	async intervene(task: Task, intervention: Intervention<Ending>): Promise<void> {
		await this.settle();
		this.#apply(task, intervention);
		if (intervention.atOnce && isActive(task)) {
			await this.#end(task, this.clock.wallMs());
		}
		this.changed();
		await this.settle();
	}

	/** Brings everything up to the clock. Callers queue up, so that no task is settled twice. */
	settle(): Promise<void> {
		const settled = this.#settling.then(async () => {
			for (const task of this.all()) {
				await this.attend(task);
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

	/** Brings one task up to the clock. */
	protected async attend(task: Task): Promise<void> {
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
		let ending = task.plan;
		let made: Made | undefined;
		if (this.succeeds(ending)) {
			try {
				made = await this.make(task);
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				ending = this.unmade(`The input cannot be used: ${reason}`);
			}
		}
		// The model may have taken a while: somebody else may have ended or dropped the task meanwhile.
		if (isActive(task) && this.#tasks.get(task.id) === task) {
			this.conclude(task, ending, made, Math.round(at));
		}
	}

	#apply(task: Task, intervention: Intervention<Ending>): void {
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
