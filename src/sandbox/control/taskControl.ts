import type { Account, Service } from '../accounts/account';
import type { SandboxContext } from '../context';
import type { MeshyOutcome } from '../meshy/meshyTask';
import { failureNames, taskError } from '../meshy/meshyTaskError';
import type { TaskChange, TaskStore } from '../tasks/taskStore';
import type { TimedTask } from '../tasks/timedTask';
import type { TripoOutcome } from '../tripo/tripoTask';
import { BadControl, Fields, withoutField } from './fields';

const services: readonly Service[] = ['tripo', 'meshy'];

/**
 * `{status?, code?, message?, keepCharge?, when?, durationSeconds?, refund?}` for a task id, or for `next`: the next
 * task that anybody makes at `service`, which is Tripo unless it says otherwise.
 *
 * A final `status` ends the task, at once unless `when` is `"due"`. Any other text, `unknown` included, is only shown,
 * until `null` or a final status lifts it; the task keeps its slot and its frozen credits meanwhile. `keepCharge`
 * charges a task that fails; `refund` gives a charge back. Meshy's `code` is one of `failureNames` and says `FAILED`.
 */
export async function changeTask({ tripo, meshy }: SandboxContext, id: string, body: unknown): Promise<void> {
	const { value: named, rest } = withoutField('service', body);
	const wanted = new Fields({ service: named }, 'the body').choice('service', services) ?? 'tripo';
	const fields = new Fields(rest, 'the body');
	return (id === 'next' ? wanted === 'meshy' : meshy.tasks.get(id))
		? changeTaskOf(meshy.tasks, id, fields, readMeshyOutcome)
		: changeTaskOf(tripo.tasks, id, fields, readTripoOutcome);
}

/** What a body says of a task's status: a final outcome, or what is only shown. */
interface StatusChange<Outcome> {
	status: string | null | undefined;
	outcome: Outcome | undefined;
}

async function changeTaskOf<
	Outcome extends { status: string },
	Task extends TimedTask<Outcome>,
	Owner extends Account,
	Terms,
	Made,
>(
	tasks: TaskStore<Outcome, Task, Owner, Terms, Made>,
	id: string,
	fields: Fields,
	readOutcome: (fields: Fields) => StatusChange<Outcome>,
): Promise<void> {
	const { change, refund } = readChange(fields, readOutcome);
	if (id === 'next') {
		if (refund) throw new BadControl('a task that does not exist yet cannot be refunded');
		tasks.planNext(change);
		return;
	}
	await tasks.settle();
	const task = tasks.get(id);
	if (!task) throw new BadControl(`there is no task ${id}`);
	if (task.ended && (change.outcome || change.durationMs !== undefined))
		throw new BadControl('the task has ended, and final states never change');
	await tasks.apply(task, change);
	if (refund) {
		if (!task.ended || task.ended.charged === 0)
			throw new BadControl('the task has no charge that could be refunded');
		tasks.accounts.move('refund', task.account, task.id, task.ended.charged);
		task.ended.charged = 0;
	}
}

function readChange<Outcome>(
	fields: Fields,
	readOutcome: (fields: Fields) => StatusChange<Outcome>,
): { change: TaskChange<Outcome>; refund: boolean } {
	const { status, outcome } = readOutcome(fields);
	const atOnce = (fields.choice('when', ['now', 'due']) ?? 'now') === 'now';
	const seconds = fields.number('durationSeconds', 0);
	const refund = fields.flag('refund') === true;
	fields.end();
	const change: TaskChange<Outcome> = {
		...(seconds !== undefined && { durationMs: 1000 * seconds }),
		...(status !== undefined && { shownStatus: status }),
		...(outcome && { outcome, atOnce, shownStatus: null }),
	};
	return { change, refund };
}

function readStatus(fields: Fields): string | null | undefined {
	return fields.raw('status') === null ? null : fields.text('status');
}

const tripoEnds = ['success', 'failed', 'banned', 'expired', 'cancelled'] as const;

function readTripoOutcome(fields: Fields): StatusChange<TripoOutcome> {
	const status = readStatus(fields);
	const errorCode = fields.number('code', 1);
	const errorMessage = fields.text('message');
	const keepCharge = fields.flag('keepCharge');
	const final = tripoEnds.find((one) => one === status);
	const details = {
		...(errorCode !== undefined && { errorCode }),
		...(errorMessage !== undefined && { errorMessage }),
		...(keepCharge && { keepCharge }),
	};
	return { status, outcome: final && { status: final, ...details } };
}

function readMeshyOutcome(fields: Fields): StatusChange<MeshyOutcome> {
	const code = fields.choice('code', failureNames);
	const sent = readStatus(fields);
	const status = sent ?? (code === undefined ? sent : 'FAILED');
	const message = fields.text('message');
	const keepCharge = fields.flag('keepCharge') === true;
	const error = taskError(code ?? 'server_error', message);
	const outcomes: readonly MeshyOutcome[] = [
		{ status: 'SUCCEEDED' },
		{ status: 'CANCELED' },
		{ status: 'FAILED', error, ...(keepCharge && { keepCharge }) },
	];
	return { status, outcome: outcomes.find((one) => one.status === status) };
}
