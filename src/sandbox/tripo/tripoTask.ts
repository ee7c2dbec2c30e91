import type { Clock } from '../clock';
import { TaskStore } from '../tasks/taskStore';
import { startsAt, statusIn, type TimedTask } from '../tasks/timedTask';
import type { Slots, TripoAccount, TripoTerms } from './tripoAccount';
import type { TripoResult } from './tripoResult';

/** The service's own names. */
export type TripoTaskType =
	| 'text_to_model'
	| 'image_to_model'
	| 'multiview_to_model'
	| 'text_to_image'
	| 'generate_image'
	| 'generate_multiview_image'
	| 'edit_multiview_image'
	| 'texture_model'
	| 'convert_model'
	| 'import_model'
	| 'stylize_model'
	| 'mesh_segmentation'
	| 'mesh_completion'
	| 'highpoly_to_lowpoly'
	| 'animate_prerigcheck'
	| 'animate_rig'
	| 'animate_retarget';

/** The concurrency category that a task is counted in. */
export type SlotCategory = Exclude<keyof Slots, 'overall'>;

/** How a task ends. */
export interface TripoOutcome {
	status: 'success' | 'failed' | 'banned' | 'expired' | 'cancelled';
	errorCode?: number;
	errorMessage?: string;
	/** A failed task is charged nevertheless, as happens now and then; a refund may follow. */
	keepCharge?: boolean;
}

/** One task, as it is kept. Its price is after discount. */
export interface TripoTask extends TimedTask<TripoOutcome> {
	type: TripoTaskType;
	category: SlotCategory;
	/** What it leaves behind when it succeeds. */
	result: TripoResult;
	ended?: NonNullable<TimedTask<TripoOutcome>['ended']> & {
		/** What its output tells besides files. */
		findings?: Record<string, unknown>;
	};
}

export function tripoStatusOf(task: TripoTask, clock: Clock): string {
	return statusIn(task, clock, { queued: 'queued', running: 'running' });
}

/**
 * Whole per cent, 0 to 100, never falling. Like the service it races at first, rests for a while at three
 * quarters, and only a success is 100.
 */
export function tripoProgressOf(task: TripoTask, clock: Clock): number {
	if (task.ended?.status === 'success') return 100;
	const share = Math.min(1, Math.max(0, (clock.workMs() - startsAt(task)) / task.runMs));
	const shown = share < 0.5 ? share * 1.5 : Math.max(0.75, share);
	task.shownProgress = Math.max(task.shownProgress, Math.min(99, Math.floor(100 * shown)));
	return task.shownProgress;
}

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
