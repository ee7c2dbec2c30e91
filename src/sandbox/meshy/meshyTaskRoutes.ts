import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxContext } from '../context';
import { emptyReply, jsonReply, type Reply, wholeIn } from '../http/message';
import type { Route } from '../http/router';
import { isUuid } from '../seededRandom';
import { visibleEnd } from '../tasks/timedTask';
import { invalid, MeshyRefusal, type MeshyRequestContext } from './meshyRefusal';
import { type MeshyTask, meshyProgressOf, meshyStatusOf } from './meshyTask';
import { meshyTaskView } from './meshyTaskView';
import { pathOf, type Resource, resources } from './taskTypes';

/** Tasks on one page of a list. */
const pageSizes = { least: 1, most: 50, usual: 10 };

/** The calls that look at tasks or remove them, the same for every resource. They are free. */
export function meshyTaskRoutes(context: SandboxContext): Route<MeshyRequestContext>[] {
	return resources.flatMap((resource): Route<MeshyRequestContext>[] => {
		const path = pathOf(resource);
		const find = (from: MeshyRequestContext, id = '') => taskOf(context, from, resource, id);
		return [
			{ method: 'GET', path, run: (from) => list(context, from, resource) },
			{
				method: 'GET',
				path: `${path}/:id`,
				run: async (from, { id }) =>
					jsonReply(200, meshyTaskView(context, from.account, await find(from, id))),
			},
			{
				method: 'DELETE',
				path: `${path}/:id`,
				run: async (from, { id }) => remove(context, await find(from, id)),
			},
			{
				method: 'GET',
				path: `${path}/:id/stream`,
				run: (from, { id = '' }) => eventStream(context, from, resource, id),
			},
		];
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
	if (!context.meshy.tasks.remove(task))
		throw new MeshyRefusal(409, 'The task is in progress and cannot be deleted.');
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
	if (order !== '+created_at' && order !== '-created_at')
		throw invalid('sort_by', 'must be +created_at or -created_at');
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

/** Real ms between two looks at the task, and after which an unchanged task is told of again. */
const pace = { look: 50, repeat: 10_000 };

/**
 * Server-sent events of a task until it ends. While it runs an event has its id, status and progress only; the
 * last one has all of it. An unknown task is an error event, not an HTTP error: the headers are out by then.
 */
export function eventStream(
	context: SandboxContext,
	requestContext: MeshyRequestContext,
	resource: Resource,
	id: string,
): Reply {
	requestContext.incoming.log.taskId = id;
	return {
		status: 200,
		headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' },
		body: Buffer.alloc(0),
		stream: (gone) => events(context, requestContext, { resource, id }, gone),
	};
}

async function* events(
	context: SandboxContext,
	{ account, incoming }: MeshyRequestContext,
	{ resource, id }: { resource: Resource; id: string },
	gone: AbortSignal,
): AsyncGenerator<string> {
	const { tasks } = context.meshy;
	const fault = incoming.faults.errorEvent;
	let told = '';
	let toldAt = 0;
	let count = 0;
	while (!gone.aborted) {
		if (fault && count >= fault.after) {
			yield event('error', { status_code: fault.status, message: fault.message });
			return;
		}
		await tasks.settle();
		const task = tasks.find(account, id, resource);
		if (!task) {
			yield event('error', { status_code: 404, message: 'Task not found' });
			return;
		}
		if (visibleEnd(task)) {
			yield event('message', meshyTaskView(context, account, task));
			return;
		}
		const now = {
			id,
			status: meshyStatusOf(task, context.clock),
			progress: meshyProgressOf(task, context.clock),
		};
		const text = JSON.stringify(now);
		if (text !== told || context.clock.wallMs() - toldAt >= pace.repeat) {
			[told, toldAt] = [text, context.clock.wallMs()];
			count += 1;
			yield event('message', now);
		}
		// Whoever hangs up ends the wait; an unreferenced timer does not keep a closing sandbox alive. A signal of its own,
		// because a finished wait leaves its listener on one that lives as long as the stream.
		await sleep(pace.look, undefined, { ref: false, signal: AbortSignal.any([gone]) }).catch(() => undefined);
	}
}

function event(name: 'message' | 'error', data: unknown): string {
	return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
