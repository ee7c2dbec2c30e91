import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../http/message';
import { isActive } from '../tasks/timedTask';
import type { World } from '../world';
import { progressOf, statusOf } from './task';
import type { Resource } from './taskTypes';
import { taskView } from './taskView';
import type { Visit } from './visit';

/** Real ms between two looks at the task, and after which an unchanged task is told of again. */
const pace = { look: 50, repeat: 10_000 };

/**
 * Server-sent events of a task until it ends. While it runs an event has its id, status and progress only; the
 * last one has all of it. An unknown task is an error event, not an HTTP error: the headers are out by then.
 */
export function eventStream(world: World, visit: Visit, resource: Resource, id: string): Reply {
	visit.incoming.trail.taskId = id;
	return {
		status: 200,
		headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' },
		body: Buffer.alloc(0),
		stream: (gone) => events(world, visit, { resource, id }, gone),
	};
}

async function* events(
	world: World,
	{ account, incoming }: Visit,
	{ resource, id }: { resource: Resource; id: string },
	gone: AbortSignal,
): AsyncGenerator<string> {
	const { desk } = world.meshy;
	const fault = incoming.quirks.errorEvent;
	let told = '';
	let toldAt = 0;
	let count = 0;
	while (!gone.aborted) {
		if (fault && count >= fault.after) {
			yield event('error', { status_code: fault.status, message: fault.message });
			return;
		}
		await desk.settle();
		const task = desk.find(account, id, resource);
		if (!task) {
			yield event('error', { status_code: 404, message: 'Task not found' });
			return;
		}
		if (!isActive(task) && task.shownStatus === undefined) {
			yield event('message', taskView(world, account, task));
			return;
		}
		const now = { id, status: statusOf(task, world.clock), progress: progressOf(task, world.clock) };
		const text = JSON.stringify(now);
		if (text !== told || world.clock.wallMs() - toldAt >= pace.repeat) {
			[told, toldAt] = [text, world.clock.wallMs()];
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
