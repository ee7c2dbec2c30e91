import type { Customer, Service } from '../accounts/customer';
import { statusOf as meshyStatusOf } from '../meshy/task';
import { statusOf } from '../tripo/task';
import type { World } from '../world';

/** The books: every account, every movement of credits in order, every task. */
export async function ledgerOf(world: World): Promise<object> {
	const { desk, bank, meshy } = world;
	await desk.settle();
	await meshy.desk.settle();
	return {
		accounts: [
			...bank.accounts().map((one) => accountRow('tripo', one, desk.active(one).length)),
			...meshy.bank.accounts().map((one) => ({
				...accountRow('meshy', one, meshy.desk.active(one).length),
				plan: one.plan,
			})),
		],
		entries: world.ledger.entries(),
		tasks: [...tripoTasks(world), ...meshyTasks(world)],
	};
}

function accountRow(service: Service, account: Customer, active: number) {
	return {
		service,
		key: account.masked,
		balance: account.balance,
		frozen: account.frozen,
		charged: account.charged,
		refunded: account.refunded,
		tasksMade: account.tasksMade,
		active,
		peakConcurrent: account.peakConcurrent,
	};
}

function tripoTasks(world: World): object[] {
	const accounts = world.bank.accounts();
	return world.desk.all().map((task) => ({
		service: 'tripo',
		taskId: task.id,
		account: accounts.find((account) => account.id === task.account)?.masked,
		type: task.type,
		status: statusOf(task, world.clock),
		...(typeof task.input.prompt === 'string' ? { prompt: task.input.prompt } : {}),
		price: task.price,
		charged: task.ended?.charged ?? 0,
		createdAt: task.createdAt,
		...(task.ended ? { endedAt: task.ended.at } : {}),
	}));
}

function meshyTasks({ meshy, clock }: World): object[] {
	const accounts = meshy.bank.accounts();
	return meshy.desk.all().map((task) => ({
		service: 'meshy',
		taskId: task.id,
		account: accounts.find((account) => account.id === task.account)?.masked,
		type: task.type,
		status: meshyStatusOf(task, clock),
		...(typeof task.echo.prompt === 'string' ? { prompt: task.echo.prompt } : {}),
		price: task.price,
		charged: task.ended?.consumed ?? task.price,
		createdAt: task.createdAt,
		...(task.ended ? { endedAt: task.ended.at } : {}),
	}));
}
