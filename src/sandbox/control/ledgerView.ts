import type { Account, Service } from '../accounts/account';
import type { SandboxContext } from '../context';
import { meshyStatusOf } from '../meshy/meshyTask';
import type { TimedTask } from '../tasks/timedTask';
import { tripoStatusOf } from '../tripo/tripoTask';

/** Every account, every movement of credits in order, every task. */
export async function ledgerView({ tripo, meshy, ledger, clock }: SandboxContext): Promise<object> {
	await tripo.tasks.settle();
	await meshy.tasks.settle();
	const tripoAccounts = tripo.accounts.all();
	const meshyAccounts = meshy.accounts.all();
	return {
		accounts: [
			...tripoAccounts.map((one) => accountRow('tripo', one, tripo.tasks.active(one).length)),
			...meshyAccounts.map((one) => ({
				...accountRow('meshy', one, meshy.tasks.active(one).length),
				plan: one.plan,
			})),
		],
		entries: ledger.entries(),
		tasks: [
			...tripo.tasks.all().map((task) => ({
				...taskRow('tripo', task, tripoAccounts),
				status: tripoStatusOf(task, clock),
				charged: task.ended?.charged ?? 0,
			})),
			...meshy.tasks.all().map((task) => ({
				...taskRow('meshy', task, meshyAccounts),
				status: meshyStatusOf(task, clock),
				charged: task.ended?.charged ?? task.price,
			})),
		],
	};
}

function accountRow(service: Service, account: Account, active: number): object {
	const { masked: key, balance, frozen, charged, refunded, tasksMade, peakConcurrent } = account;
	return { service, key, balance, frozen, charged, refunded, tasksMade, active, peakConcurrent };
}

function taskRow(
	service: Service,
	task: TimedTask<{ status: string }>,
	accounts: readonly Account[],
): object {
	const { id: taskId, type, price, createdAt, echo, ended } = task;
	return {
		service,
		taskId,
		account: accounts.find(({ id }) => id === task.account)?.masked,
		type,
		...(typeof echo.prompt === 'string' && { prompt: echo.prompt }),
		price,
		createdAt,
		...(ended && { endedAt: ended.at }),
	};
}
