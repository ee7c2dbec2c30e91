import { TaskStore } from '../tasks/taskStore';
import type { TripoAccount, TripoTerms } from './tripoAccount';
import type { SlotCategory, TripoOutcome, TripoTask } from './tripoTask';

/** What a task found out, besides its files. */
type Findings = Record<string, unknown> | undefined;

/** Tripo's tasks: their credits were frozen when they were made, and are charged or released at the end. */
export class TripoTaskStore extends TaskStore<TripoOutcome, TripoTask, TripoAccount, TripoTerms, Findings> {
	override active(account: TripoAccount, category?: SlotCategory): TripoTask[] {
		const active = super.active(account);
		return category === undefined ? active : active.filter((task) => task.category === category);
	}

	protected override succeeds({ status }: TripoOutcome): boolean {
		return status === 'success';
	}

	protected override failureToMake(errorMessage: string): TripoOutcome {
		return { status: 'failed', errorCode: 1004, errorMessage };
	}

	protected override finish(task: TripoTask, outcome: TripoOutcome, findings: Findings, at: number): void {
		const charges = this.succeeds(outcome) || outcome.keepCharge === true;
		this.accounts.move(charges ? 'charge' : 'release', task.account, task.id, task.price);
		task.ended = {
			...outcome,
			at: Math.max(task.createdAt, at),
			charged: charges ? task.price : 0,
			...(findings && { findings }),
		};
	}
}
