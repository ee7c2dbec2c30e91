import type { Account, Terms } from '../accounts/account';
import type { Bank } from '../accounts/bank';
import type { Clock } from '../clock';
import { type Category, dueAt, type Ending, isActive, isDue, type Task } from './task';

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
 * The tasks of all accounts. Every reader calls `settle` first: it ends what is due by the clock and moves
 * the frozen credits, exactly once per task.
 */
export class TaskDesk {
	readonly #tasks = new Map<string, Task>();
	readonly #next: Intervention[] = [];
	#settling: Promise<void> = Promise.resolve();

	constructor(
		readonly clock: Clock,
		readonly bank: Bank<Account, Terms>,
		/** Makes what the task is about and gives what it found out; a rejection makes the task fail. */
		readonly make: (task: Task) => Promise<Record<string, unknown> | undefined>,
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

	/** A task as its own account sees it: another account's is not there. */
	find(account: Account, id: string): Task | undefined {
		const task = this.#tasks.get(id);
		return task?.account === account.id ? task : undefined;
	}

	active(account: Account, category?: Category): Task[] {
		return this.all().filter(
			(task) =>
				task.account === account.id &&
				isActive(task) &&
				(category === undefined || task.category === category),
		);
	}

	/** Takes in a task whose price has been frozen. */
	add(account: Account, task: Task): void {
		this.#tasks.set(task.id, task);
		account.tasksMade += 1;
		account.peakConcurrent = Math.max(account.peakConcurrent, this.active(account).length);
		const intervention = this.#next.shift();
		if (intervention) {
			this.#apply(task, { ...intervention, atOnce: false });
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

	/** Ends everything that is due. Callers queue up, so that no task is settled twice. */
	settle(): Promise<void> {
		const settled = this.#settling.then(async () => {
			for (const task of this.all().filter((one) => isDue(one, this.clock))) {
				await this.#end(task, this.clock.wallOf(dueAt(task)));
				this.changed();
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

	async #end(task: Task, at: number): Promise<void> {
		let ending = task.plan;
		let findings: Record<string, unknown> | undefined;
		if (ending.status === 'success') {
			try {
				findings = await this.make(task);
			} catch (error) {
				ending = {
					status: 'failed',
					errorCode: 1004,
					errorMessage: `The input cannot be used: ${message(error)}`,
				};
			}
		}
		// The model may have taken a while: somebody else may have ended or dropped the task meanwhile.
		if (!isActive(task) || this.#tasks.get(task.id) !== task) {
			return;
		}
		const charge = ending.status === 'success' || ending.keepCharge === true;
		if (charge) {
			this.bank.charge(task.account, task.id, task.price);
		} else {
			this.bank.release(task.account, task.id, task.price);
		}
		task.ended = {
			...ending,
			at: Math.max(task.createdAt, Math.round(at)),
			charged: charge ? task.price : 0,
			...(findings ? { findings } : {}),
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

function message(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
