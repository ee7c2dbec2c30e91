import type { Ending } from '../meshy/task';
import { failureNames, taskError } from '../meshy/taskErrors';
import type { Intervention } from '../tasks/desk';
import type { World } from '../world';
import { BadControl, type Fields } from './fields';

/**
 * `{status?, code?, message?, keepCharge?, when?, durationSeconds?, refund?}` for a task of Meshy, or for `next`.
 * It means what it means for Tripo's tasks. The final statuses are SUCCEEDED, FAILED and CANCELED; `code` is one
 * of `failureNames` and makes the status FAILED by itself.
 */
export async function changeMeshyTask(world: World, id: string, fields: Fields): Promise<void> {
	const { intervention, refund } = readChange(fields);
	const { desk, bank } = world.meshy;
	if (id === 'next') {
		if (refund) {
			throw new BadControl('a task that does not exist yet cannot be refunded');
		}
		desk.planNext({ ...intervention, atOnce: false });
		return;
	}
	await desk.settle();
	const task = desk.get(id);
	if (!task) {
		throw new BadControl(`there is no task ${id}`);
	}
	if (task.ended && (intervention.ending || intervention.durationMs !== undefined)) {
		throw new BadControl('the task has ended, and final states never change');
	}
	await desk.intervene(task, intervention);
	if (refund) {
		if (!task.ended || task.ended.consumed === 0) {
			throw new BadControl('the task has no charge that could be refunded');
		}
		bank.refund(task.account, task.id, task.ended.consumed);
		task.ended.consumed = 0;
	}
}

function readChange(fields: Fields): { intervention: Intervention<Ending>; refund: boolean } {
	const code = fields.choice('code', failureNames);
	const sent = fields.raw('status') === null ? null : fields.text('status');
	const status = sent ?? (code === undefined ? sent : 'FAILED');
	const message = fields.text('message');
	const keepCharge = fields.flag('keepCharge') === true;
	const when = fields.choice('when', ['now', 'due']) ?? 'now';
	const seconds = fields.number('durationSeconds', 0);
	const refund = fields.flag('refund') === true;
	fields.end();
	const duration: Intervention<Ending> = seconds === undefined ? {} : { durationMs: 1000 * seconds };
	const error = taskError(code ?? 'server_error', message);
	const endings: Readonly<Record<string, Ending>> = {
		SUCCEEDED: { status: 'SUCCEEDED' },
		CANCELED: { status: 'CANCELED' },
		FAILED: { status: 'FAILED', error, ...(keepCharge ? { keepCharge } : {}) },
	};
	const ending = typeof status === 'string' ? endings[status] : undefined;
	if (ending) {
		return { intervention: { ...duration, ending, atOnce: when === 'now', shownStatus: null }, refund };
	}
	return { intervention: status === undefined ? duration : { ...duration, shownStatus: status }, refund };
}
