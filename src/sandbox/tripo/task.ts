import type { Slots } from '../accounts/account';
import type { Clock } from '../clock';
import { tokensFrom } from '../files/tokens';
import { statusIn, type TimedTask } from '../tasks/timedTask';
import type { Result } from './recipe';

/** The service's own names. */
export type TaskType =
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

/** The concurrency category a task is counted in. */
export type Category = Exclude<keyof Slots, 'overall'>;

/** How a task comes to its end. */
export interface Ending {
	status: 'success' | 'failed' | 'banned' | 'expired' | 'cancelled';
	errorCode?: number;
	errorMessage?: string;
	/** A failed task is charged nevertheless, as happens now and then; a refund may follow. */
	keepCharge?: boolean;
}

/** One task, as it is kept. */
export interface Task extends TimedTask<Ending> {
	type: TaskType;
	category: Category;
	/** What it leaves behind when it succeeds. */
	result: Result;
	/** The parameters as the service echoes them. */
	input: Record<string, unknown>;
	/** Credits after discount. */
	price: number;
	ended?: Ending & {
		/** Wall time, ms since 1970. */
		at: number;
		/** Credits. */
		charged: number;
		/** What its output tells besides files. */
		findings?: Record<string, unknown>;
	};
}

export function statusOf(task: Task, clock: Clock): string {
	return statusIn(task, clock, { queued: 'queued', running: 'running' });
}

/**
 * Whole per cent, 0 to 100, never falling. Like the service it races at first, rests for a while at three
 * quarters, and only a success is 100.
 */
export function progressOf(task: Task, clock: Clock): number {
	if (task.ended?.status === 'success') {
		return 100;
	}
	const share = Math.min(1, Math.max(0, (clock.workMs() - task.bornAt - task.queueMs) / task.runMs));
	const shown = share < 0.5 ? share * 1.5 : Math.max(0.75, share);
	task.shownProgress = Math.max(task.shownProgress, Math.min(99, Math.floor(100 * shown)));
	return task.shownProgress;
}

/** The file tokens that tasks were made from. Their files are needed as long as the task can be asked for. */
export function tokensInUse(tasks: readonly Task[]): Set<string> {
	return new Set(tasks.flatMap(({ result }) => [...tokensFrom('upload', result)]));
}
