import type { Intervention } from '../tasks/desk';
import type { Ending } from '../tripo/task';
import type { World } from '../world';
import { BadControl, Fields } from './fields';

const endings: readonly Ending['status'][] = ['success', 'failed', 'banned', 'expired', 'cancelled'];

/**
 * `{status?, code?, message?, keepCharge?, when?, durationSeconds?, refund?}` for a task id, or for `next`: the
 * next task that anybody makes. A final `status` ends the task, at once unless `when` is `"due"`. Any other
 * text, `unknown` included, is only shown, until `null` or a final status lifts it; the task keeps its slot and
 * its frozen credits meanwhile. `keepCharge` charges a task that fails; `refund` gives a charge back.
 */
export async function changeTask(world: World, id: string, body: unknown): Promise<void> {
	const { intervention, refund } = readChange(body);
	if (id === 'next') {
		if (refund) {
			throw new BadControl('a task that does not exist yet cannot be refunded');
		}
		world.desk.planNext(intervention);
		return;
	}
	await world.desk.settle();
	const task = world.desk.get(id);
	if (!task) {
		throw new BadControl(`there is no task ${id}`);
	}
	if (task.ended && (intervention.ending || intervention.durationMs !== undefined)) {
		throw new BadControl('the task has ended, and final states never change');
	}
	await world.desk.intervene(task, intervention);
	if (refund) {
		if (!task.ended || task.ended.charged === 0) {
			throw new BadControl('the task has no charge that could be refunded');
		}
		world.bank.refund(task.account, task.id, task.ended.charged);
		task.ended.charged = 0;
	}
}

function readChange(body: unknown): { intervention: Intervention<Ending>; refund: boolean } {
	const fields = new Fields(body, 'the body');
	const status = fields.raw('status') === null ? null : fields.text('status');
	const errorCode = fields.number('code', 1);
	const errorMessage = fields.text('message');
	const keepCharge = fields.flag('keepCharge');
	const when = fields.choice('when', ['now', 'due']) ?? 'now';
	const seconds = fields.number('durationSeconds', 0);
	const refund = fields.flag('refund') === true;
	fields.end();
	const final = endings.find((one) => one === status);
	const intervention: Intervention<Ending> = seconds === undefined ? {} : { durationMs: 1000 * seconds };
	if (final) {
		intervention.ending = {
			status: final,
			...(errorCode === undefined ? {} : { errorCode }),
			...(errorMessage === undefined ? {} : { errorMessage }),
			...(keepCharge ? { keepCharge } : {}),
		};
		intervention.atOnce = when === 'now';
		intervention.shownStatus = null;
	} else if (status !== undefined) {
		intervention.shownStatus = status;
	}
	return { intervention, refund };
}
