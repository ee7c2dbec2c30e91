import type { SandboxContext } from '../context';
import { emptyReply, jsonReply, type Reply, wholeIn } from '../http/message';
import type { Route } from '../http/router';
import { isUuid } from '../seededRandom';
import { invalid, MeshyRefusal, type MeshyRequestContext } from './meshyRefusal';
import type { MeshyTask } from './meshyTask';
import { meshyTaskView } from './meshyTaskView';
import { eventStream } from './taskEventStream';
import { type Resource, resources } from './taskTypes';

/** Tasks on one page of a list. */
const pageSizes = { least: 1, most: 50, usual: 10 };

/** The calls that look at tasks or remove them, the same for every resource. They are free. */
export function meshyTaskRoutes(context: SandboxContext): Route<MeshyRequestContext>[] {
	return Object.entries(resources).flatMap(([name, path]) => {
		const resource = name as Resource;
		return [
			{ method: 'GET', path, run: (requestContext) => list(context, requestContext, resource) },
			{
				method: 'GET',
				path: `${path}/:id`,
				run: async (requestContext, { id = '' }) =>
					jsonReply(
						200,
						meshyTaskView(
							context,
							requestContext.account,
							await taskOf(context, requestContext, resource, id),
						),
					),
			},
			{
				method: 'DELETE',
				path: `${path}/:id`,
				run: async (requestContext, { id = '' }) =>
					remove(context, await taskOf(context, requestContext, resource, id)),
			},
			{
				method: 'GET',
				path: `${path}/:id/stream`,
				run: (requestContext, { id = '' }) => eventStream(context, requestContext, resource, id),
			},
		] satisfies Route<MeshyRequestContext>[];
	});
}

async function taskOf(
	context: SandboxContext,
	{ account, incoming }: MeshyRequestContext,
	resource: Resource,
	id: string,
): Promise<MeshyTask> {
	incoming.log.taskId = id;
	if (!isUuid(id)) throw invalid('The task id', 'is malformed');
	await context.meshy.tasks.settle();
	const task = context.meshy.tasks.find(account, id, resource);
	if (!task) throw new MeshyRefusal(404, 'Task not found');
	return task;
}

async function remove(context: SandboxContext, task: MeshyTask): Promise<Reply> {
	if (!context.meshy.tasks.remove(task)) {
		throw new MeshyRefusal(409, 'The task is in progress and cannot be deleted.');
	}
	await context.saved();
	return emptyReply(200);
}

async function list(
	context: SandboxContext,
	{ account, incoming: { query } }: MeshyRequestContext,
	resource: Resource,
): Promise<Reply> {
	const page = wholeIn(query, 'page_num', { otherwise: 1, least: 1, most: Number.MAX_SAFE_INTEGER }, invalid);
	const size = wholeIn(query, 'page_size', { otherwise: pageSizes.usual, ...pageSizes }, invalid);
	const order = query.get('sort_by') ?? '-created_at';
	if (order !== '+created_at' && order !== '-created_at') {
		throw invalid('sort_by', 'must be +created_at or -created_at');
	}
	await context.meshy.tasks.settle();
	const tasks = context.meshy.tasks
		.all()
		.filter((task) => context.meshy.tasks.find(account, task.id, resource));
	if (order === '-created_at') tasks.reverse();
	const shown = tasks.slice((page - 1) * size, page * size);
	return jsonReply(
		200,
		shown.map((task) => meshyTaskView(context, account, task)),
	);
}
