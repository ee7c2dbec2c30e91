import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxContext } from '../context';
import type { Reply } from '../http/message';
import { visibleEnd } from '../tasks/timedTask';
import type { MeshyRequestContext } from './meshyRefusal';
import { meshyProgressOf, meshyStatusOf } from './meshyTask';
import { meshyTaskView } from './meshyTaskView';
import type { Resource } from './taskTypes';

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
