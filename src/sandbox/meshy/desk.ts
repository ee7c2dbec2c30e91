import type { Bank } from '../accounts/bank';
import type { Clock } from '../clock';
import { Desk } from '../tasks/desk';
import { isActive, startsAt } from '../tasks/timedTask';
import type { MeshyAccount, MeshyTerms } from './account';
import type { Made } from './making';
import { type Ending, retentionMs, statusOf, type Task } from './task';
import { taskError } from './taskErrors';
import { type Resource, taskTypes } from './taskTypes';

/**
 * Meshy's tasks: they were paid when they were made, what fails is given back, and what has been kept long enough is
 * removed.
 */
export class MeshyDesk extends Desk<Ending, Task, MeshyAccount, Made> {
	constructor(
		clock: Clock,
		readonly bank: Bank<MeshyAccount, MeshyTerms>,
		/** Tries whether the task can be made. */
		make: (task: Task) => Promise<Made>,
		changed: () => void,
		tasks: readonly Task[] = [],
	) {
		super(clock, make, changed, tasks);
	}

	/** As its account sees it, under one resource if one is given: those of others are not there. */
	override find(account: MeshyAccount, id: string, resource?: Resource): Task | undefined {
		const task = super.find(account, id);
		const here = resource === undefined || (task && taskTypes[task.type].resource === resource);
		return here ? task : undefined;
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
		this.drop(task);
		return true;
	}

	protected override async attend(task: Task): Promise<void> {
		this.#start(task);
		await super.attend(task);
		if (task.ended && this.clock.leaseMs() >= task.ended.goneAt) {
			this.drop(task);
		}
	}

	protected override succeeds({ status }: Ending): boolean {
		return status === 'SUCCEEDED';
	}

	protected override unmade(complaint: string): Ending {
		return { status: 'FAILED', error: taskError('invalid_input', complaint) };
	}

	protected override conclude(task: Task, ending: Ending, made: Made = { beside: [] }, at: number): void {
		const endedAt = Math.max(task.startedAt ?? task.createdAt, at);
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
			...made,
		};
	}

	/** Notes when the task left the queue: later, the clock may have been bent since. */
	#start(task: Task): void {
		if (isActive(task) && task.startedAt === undefined && this.clock.workMs() >= startsAt(task)) {
			task.startedAt = Math.max(task.createdAt, Math.round(this.clock.wallOf(startsAt(task))));
		}
	}
}
