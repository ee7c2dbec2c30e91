import { jsonReply, type Reply } from '../http/message';
import { wholeIn } from '../http/query';
import type { Route } from '../http/router';
import type { World } from '../world';
import { invalid, Refusal } from './refusal';
import { eventStream } from './stream';
import type { Task } from './task';
import { isTaskId } from './taskId';
import { type Resource, resources } from './taskTypes';
import { taskView } from './taskView';
import type { Visit } from './visit';

/** Tasks on one page of a list. */
const pageSizes = { least: 1, most: 50, usual: 10 };

/** The calls that look at tasks or remove them, the same for every resource. They are free. */
export function taskRoutes(world: World): Route<Visit>[] {
	return Object.entries(resources).flatMap(([name, path]) => {
		const resource = name as Resource;
		return [
			{ method: 'GET', path, run: (visit) => list(world, visit, resource) },
			{
				method: 'GET',
				path: `${path}/:id`,
				run: async (visit, { id = '' }) =>
					jsonReply(200, taskView(world, visit.account, await taskOf(world, visit, resource, id))),
			},
			{
				method: 'DELETE',
				path: `${path}/:id`,
				run: async (visit, { id = '' }) => remove(world, await taskOf(world, visit, resource, id)),
			},
			{
				method: 'GET',
				path: `${path}/:id/stream`,
				run: (visit, { id = '' }) => eventStream(world, visit, resource, id),
			},
		] satisfies Route<Visit>[];
	});
}

async function taskOf(
	world: World,
	{ account, incoming }: Visit,
	resource: Resource,
	id: string,
): Promise<Task> {
	incoming.trail.taskId = id;
	if (!isTaskId(id)) {
		throw invalid('The task id', 'is malformed');
	}
	await world.meshy.desk.settle();
	const task = world.meshy.desk.find(account, id, resource);
	if (!task) {
		throw new Refusal(404, 'Task not found');
	}
	return task;
}

async function remove(world: World, task: Task): Promise<Reply> {
	if (!world.meshy.desk.remove(task)) {
		throw new Refusal(409, 'The task is in progress and cannot be deleted.');
	}
	await world.saved();
	return { status: 200, headers: {}, body: Buffer.alloc(0) };
}

async function list(
	world: World,
	{ account, incoming: { query } }: Visit,
	resource: Resource,
): Promise<Reply> {
	const page = wholeIn(query, 'page_num', { otherwise: 1, least: 1, most: Number.MAX_SAFE_INTEGER }, invalid);
	const size = wholeIn(query, 'page_size', { otherwise: pageSizes.usual, ...pageSizes }, invalid);
	const order = query.get('sort_by') ?? '-created_at';
	if (order !== '+created_at' && order !== '-created_at') {
		throw invalid('sort_by', 'must be +created_at or -created_at');
	}
	await world.meshy.desk.settle();
	const tasks = world.meshy.desk.all().filter((task) => world.meshy.desk.find(account, task.id, resource));
	if (order === '-created_at') {
		tasks.reverse();
	}
	const shown = tasks.slice((page - 1) * size, page * size);
	return jsonReply(
		200,
		shown.map((task) => taskView(world, account, task)),
	);
}
