import type { Route } from '../http/router';
import type { World } from '../world';
import { success } from './envelope';
import { invalid, Refusal } from './refusal';
import { taskView } from './taskView';
import { jsonObject, type Visit } from './visit';

/** Ids that one list request may name. */
const longestList = 100;

/** The calls that look at tasks. They are free and may be repeated without end. */
export function taskRoutes(world: World): Route<Visit>[] {
	return [
		{
			method: 'GET',
			path: '/tasks/:id',
			run: async ({ account, incoming }, { id = '' }) => {
				incoming.trail.taskId = id;
				await world.desk.settle();
				const task = world.desk.find(account, id);
				if (!task) {
					throw new Refusal('taskNotFound', 'There is no such task.');
				}
				return success(taskView(world, account, task));
			},
		},
		{
			method: 'POST',
			path: '/tasks/list',
			run: async (visit) => {
				const ids = idsIn(jsonObject(visit).task_ids);
				await world.desk.settle();
				const tasks: Record<string, unknown> = {};
				const missed: string[] = [];
				for (const id of ids) {
					const task = world.desk.find(visit.account, id);
					if (task) {
						tasks[id] = taskView(world, visit.account, task);
					} else {
						missed.push(id);
					}
				}
				const list = Object.values(tasks);
				switch (world.variants.taskList) {
					case 'map':
						return success({ tasks, missed });
					case 'list':
						return success({ tasks: list, missed });
					case 'bareList':
						return success(list);
				}
			},
		},
	];
}

function idsIn(value: unknown): string[] {
	const ids: unknown[] = Array.isArray(value) ? value : [];
	if (ids.length < 1 || ids.length > longestList || !ids.every((id) => typeof id === 'string')) {
		throw invalid('task_ids', `must be a list of 1 to ${longestList} task ids`);
	}
	return ids;
}
