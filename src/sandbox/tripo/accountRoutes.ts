import type { Route } from '../http/router';
import type { World } from '../world';
import { success } from './envelope';
import { invalid } from './refusal';
import { isActive } from './task';
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
				const limit = whole('limit', query, 50, 1, 200);
				const offset = whole('offset', query, 0, 0, Number.MAX_SAFE_INTEGER);
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

function whole(name: string, query: URLSearchParams, otherwise: number, least: number, most: number): number {
	const text = query.get(name);
	const value = text === null ? otherwise : Number(text);
	if (text === '' || !Number.isInteger(value) || value < least || value > most) {
		throw invalid(name, `must be a whole number from ${least} to ${most}`);
	}
	return value;
}
