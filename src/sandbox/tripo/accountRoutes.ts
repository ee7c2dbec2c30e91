import { wholeIn } from '../http/query';
import type { Route } from '../http/router';
import { isActive } from '../tasks/timedTask';
import type { World } from '../world';
import { success } from './envelope';
import { invalid } from './refusal';
import { usageRow } from './taskView';
import type { Visit } from './visit';

/** Balance and usage. Usage lists the account's tasks newest first, unfinished ones too unless switched off. */
export function accountRoutes(world: World): Route<Visit>[] {
	return [
		{
			method: 'GET',
			path: '/account/balance',
			run: async ({ account }) => {
				await world.desk.settle();
				return success({ balance: account.balance, frozen: account.frozen });
			},
		},
		{
			method: 'GET',
			path: '/account/usage',
			run: async ({ account, incoming: { query } }) => {
				const limit = wholeIn(query, 'limit', { otherwise: 50, least: 1, most: 200 }, invalid);
				const offset = wholeIn(
					query,
					'offset',
					{ otherwise: 0, least: 0, most: Number.MAX_SAFE_INTEGER },
					invalid,
				);
				await world.desk.settle();
				const endedOnly = world.variants.usage === 'endedOnly';
				const tasks = world.desk
					.all()
					.filter((task) => task.account === account.id && !(endedOnly && isActive(task)));
				const page = tasks.reverse().slice(offset, offset + limit);
				return success(page.map((task) => usageRow(world, task)));
			},
		},
	];
}
