import type { SandboxContext } from '../context';
import { type Reply, wholeIn } from '../http/message';
import type { Route } from '../http/router';
import { isActive } from '../tasks/timedTask';
import { bodyOf, invalid, success, TripoRefusal, type TripoRequestContext } from './tripoRefusal';
import { tripoTaskView, usageRow } from './tripoTaskView';

/** Ids that one list request may name. */
const longestList = 100;

/** The calls that read tasks. They are free and may be repeated without end. */
export function tripoTaskRoutes(context: SandboxContext): Route<TripoRequestContext>[] {
	const { tasks } = context.tripo;
	return [
		{
			method: 'GET',
			path: '/tasks/:id',
			run: async ({ account, incoming }, { id = '' }) => {
				incoming.log.taskId = id;
				await tasks.settle();
				const task = tasks.find(account, id);
				if (!task) throw new TripoRefusal('taskNotFound', 'There is no such task.');
				return success(tripoTaskView(context, account, task));
			},
		},
		{ method: 'POST', path: '/tasks/list', run: (requestContext) => list(context, requestContext) },
	];
}

async function list(context: SandboxContext, requestContext: TripoRequestContext): Promise<Reply> {
	const { tasks, variants } = context.tripo;
	const ids = idsIn(bodyOf(requestContext).task_ids);
	await tasks.settle();
	const found: Record<string, unknown> = {};
	const missed: string[] = [];
	for (const id of ids) {
		const task = tasks.find(requestContext.account, id);
		if (task) found[id] = tripoTaskView(context, requestContext.account, task);
		else missed.push(id);
	}
	switch (variants.taskList) {
		case 'map':
			return success({ tasks: found, missed });
		case 'list':
			return success({ tasks: Object.values(found), missed });
		case 'bareList':
			return success(Object.values(found));
	}
}

function idsIn(value: unknown): string[] {
	const ids: unknown[] = Array.isArray(value) ? value : [];
	if (ids.length < 1 || ids.length > longestList || !ids.every((id) => typeof id === 'string'))
		throw invalid('task_ids', `must be a list of 1 to ${longestList} task ids`);
	return ids;
}

const limits = { otherwise: 50, least: 1, most: 200 };
const offsets = { otherwise: 0, least: 0, most: Number.MAX_SAFE_INTEGER };

/** Balance and usage. Usage lists the account's tasks newest first, unfinished ones too unless switched off. */
export function accountRoutes(context: SandboxContext): Route<TripoRequestContext>[] {
	const { tasks, variants } = context.tripo;
	return [
		{
			method: 'GET',
			path: '/account/balance',
			run: async ({ account }) => {
				await tasks.settle();
				return success({ balance: account.balance, frozen: account.frozen });
			},
		},
		{
			method: 'GET',
			path: '/account/usage',
			run: async ({ account, incoming: { query } }) => {
				const limit = wholeIn(query, 'limit', limits, invalid);
				const offset = wholeIn(query, 'offset', offsets, invalid);
				await tasks.settle();
				const shown = tasks
					.all()
					.filter(
						(task) => task.account === account.id && !(variants.usage === 'endedOnly' && isActive(task)),
					);
				const page = shown.reverse().slice(offset, offset + limit);
				return success(page.map((task) => usageRow(context, task)));
			},
		},
	];
}
