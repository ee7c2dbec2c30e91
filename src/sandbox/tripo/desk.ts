import type { Account, Terms } from '../accounts/account';
import type { Bank } from '../accounts/bank';
import type { Clock } from '../clock';
import { Desk } from '../tasks/desk';
import type { Category, Ending, Task } from './task';

/** What a task found out, besides its files. */
type Findings = Record<string, unknown> | undefined;

/** Tripo's tasks: their credits were frozen when they were made, and are charged or released at the end. */
export class TaskDesk extends Desk<Ending, Task, Account, Findings> {
	constructor(
		clock: Clock,
		readonly bank: Bank<Account, Terms>,
		make: (task: Task) => Promise<Findings>,
		changed: () => void,
		tasks: readonly Task[] = [],
	) {
		super(clock, make, changed, tasks);
	}

	override active(account: Account, category?: Category): Task[] {
		const active = super.active(account);
		return category === undefined ? active : active.filter((task) => task.category === category);
	}

	protected override succeeds({ status }: Ending): boolean {
		return status === 'success';
	}

	protected override unmade(complaint: string): Ending {
		return { status: 'failed', errorCode: 1004, errorMessage: complaint };
	}

	protected override conclude(task: Task, ending: Ending, findings: Findings, at: number): void {
		const charge = this.succeeds(ending) || ending.keepCharge === true;
		if (charge) {
			this.bank.charge(task.account, task.id, task.price);
		} else {
			this.bank.release(task.account, task.id, task.price);
		}
		task.ended = {
			...ending,
			at: Math.max(task.createdAt, at),
			charged: charge ? task.price : 0,
			...(findings ? { findings } : {}),
		};
	}
}
