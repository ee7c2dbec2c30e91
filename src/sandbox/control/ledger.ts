import { statusOf } from '../tripo/task';
import type { World } from '../world';

/** The books: every account, every movement of credits in order, every task. */
export async function ledgerOf(world: World): Promise<object> {
	await world.desk.settle();
	const accounts = world.bank.accounts();
	return {
		accounts: accounts.map((account) => ({
			key: account.masked,
			balance: account.balance,
			frozen: account.frozen,
			charged: account.charged,
			refunded: account.refunded,
			tasksMade: account.tasksMade,
			active: world.desk.active(account).length,
			peakConcurrent: account.peakConcurrent,
		})),
		entries: world.bank.entries(),
		tasks: world.desk.all().map((task) => ({
			taskId: task.id,
			account: accounts.find((account) => account.id === task.account)?.masked,
			type: task.type,
			status: statusOf(task, world.clock),
			...(task.recipe.from === 'prompt' ? { prompt: task.recipe.prompt } : {}),
			price: task.price,
			charged: task.ended?.charged ?? 0,
			createdAt: task.createdAt,
			...(task.ended ? { endedAt: task.ended.at } : {}),
		})),
	};
}
