import type { Clock } from '../clock';
import { TaskStore } from '../tasks/taskStore';
import { isActive, startsAt, statusIn, type TimedTask } from '../tasks/timedTask';
import type { MeshyAccount, MeshyTerms } from './meshyAccount';
import type { MeshyProduct } from './meshyProduct';
import { type TaskError, taskError } from './meshyTaskError';
import type { Printability } from './printability';
import { type MeshyTaskType, type Resource, taskTypes } from './taskTypes';

/** How a task ends. */
export type MeshyOutcome =
	| { status: 'SUCCEEDED' }
	/** `keepCharge`: the credits are not given back, as they should be; a refund may follow. */
	| { status: 'FAILED'; error: TaskError; keepCharge?: boolean }
	| { status: 'CANCELED' };

/** What is known of a product once it was made. */
export interface MadeProduct {
	/** Names of the files that lie beside its OBJ. */
	beside: string[];
	/** What an analysis found. */
	found?: Printability;
}

/** One task, as it is kept. Its price was paid at submit. */
export interface MeshyTask extends TimedTask<MeshyOutcome> {
	type: MeshyTaskType;
	product: MeshyProduct;
	/** How many tasks are said to be in front of it at first. */
	ahead: number;
	/** Wall time at which it left the queue, ms since 1970. */
	startedAt?: number;
	ended?: NonNullable<TimedTask<MeshyOutcome>['ended']> &
		MadeProduct & {
			/** Lease time at which it and its files are removed, ms since 1970. */
			goneAt: number;
		};
}

/** How long a task and its files are kept after the end: three days. */
export const retentionMs = 72 * 3600 * 1000;

/** The share of its run that a task spends at 99 per cent, as the service's do. */
const finishing = 0.15;

export function meshyStatusOf(task: MeshyTask, clock: Clock): string {
	return statusIn(task, clock, { queued: 'PENDING', running: 'IN_PROGRESS' });
}

/** Whole per cent, 0 to 100, never falling: uneven at first, then at 99 for a while. Only a success is 100. */
export function meshyProgressOf(task: MeshyTask, clock: Clock): number {
	if (task.ended?.status === 'SUCCEEDED') return 100;
	const run = Math.max(0, clock.workMs() - startsAt(task)) / Math.max(1, task.runMs);
	const share = Math.min(1, run / (1 - finishing));
	const uneven = share + 0.04 * Math.sin(6 * Math.PI * share);
	task.shownProgress = Math.max(task.shownProgress, Math.min(99, Math.floor(99 * uneven)));
	return task.shownProgress;
}

/** How many tasks are said to be in front of it: fewer and fewer, none once it has started. */
export function precedingOf(task: MeshyTask, clock: Clock): number {
	const left = (startsAt(task) - clock.workMs()) / task.queueMs;
	return isActive(task) && left > 0 ? Math.ceil(task.ahead * Math.min(1, left)) : 0;
}

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
		if (isActive(task) && task.startedAt === undefined && this.clock.workMs() >= startsAt(task))
			task.startedAt = Math.max(task.createdAt, Math.round(this.clock.wallOf(startsAt(task))));
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
