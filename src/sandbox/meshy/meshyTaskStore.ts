import { TaskStore } from '../tasks/taskStore';
import { isActive, startsAt } from '../tasks/timedTask';
import type { MeshyAccount, MeshyTerms } from './meshyAccount';
import { type MadeProduct, type MeshyOutcome, type MeshyTask, meshyStatusOf, retentionMs } from './meshyTask';
import { taskError } from './meshyTaskError';
import { type Resource, taskTypes } from './taskTypes';

/** Meshy's tasks: paid when they were made, refunded when they fail, removed when they were kept long enough. */
export class MeshyTaskStore extends TaskStore<
	MeshyOutcome,
	MeshyTask,
	MeshyAccount,
	MeshyTerms,
	MadeProduct
> {
	/** As its account sees it, under one resource if one is given: those of others are not there. */
	override find(account: MeshyAccount, id: string, resource?: Resource): MeshyTask | undefined {
		const task = super.find(account, id);
		const here = resource === undefined || (task && taskTypes[task.type].resource === resource);
		return here ? task : undefined;
	}

	/** Removes a task for ever and refunds one that waits; false for one that runs. Call after settling. */
	remove(task: MeshyTask): boolean {
		if (isActive(task)) {
			if (meshyStatusOf(task, this.clock) !== 'PENDING') return false;
			this.#refund(task);
		}
		this.drop(task);
		return true;
	}

	protected override async bringUpToDate(task: MeshyTask): Promise<void> {
		// Noted when it happens: later, the clock may have been changed.
		if (isActive(task) && task.startedAt === undefined && this.clock.workMs() >= startsAt(task)) {
			task.startedAt = Math.max(task.createdAt, Math.round(this.clock.wallOf(startsAt(task))));
		}
		await super.bringUpToDate(task);
		if (task.ended && this.clock.leaseMs() >= task.ended.goneAt) this.drop(task);
	}

	protected override succeeds({ status }: MeshyOutcome): boolean {
		return status === 'SUCCEEDED';
	}

	protected override failureToMake(complaint: string): MeshyOutcome {
		return { status: 'FAILED', error: taskError('invalid_input', complaint) };
	}

	protected override finish(
		task: MeshyTask,
		outcome: MeshyOutcome,
		made: MadeProduct = { beside: [] },
		at: number,
	): void {
		const endedAt = Math.max(task.startedAt ?? task.createdAt, at);
		if (outcome.status !== 'CANCELED') task.startedAt ??= endedAt;
		const keeps = this.succeeds(outcome) || (outcome.status === 'FAILED' && outcome.keepCharge === true);
		if (!keeps) this.#refund(task);
		const goneAt = endedAt + retentionMs + this.clock.leaseMs() - this.clock.wallMs();
		task.ended = { ...outcome, at: endedAt, goneAt, charged: keeps ? task.price : 0, ...made };
	}

	#refund({ account, id, price }: MeshyTask): void {
		this.accounts.move('refund', account, id, price);
	}
}
