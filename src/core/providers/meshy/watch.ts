import type { Clock } from '../../base/clock';
import type { TaskKey, TaskSnapshot } from '../../model/task';
import { eventsOf, type StreamEvent } from '../../network/eventStream';
import type { HttpResponse } from '../../network/http';
import { judge } from '../../network/retry';
import { asNumber, asObject, asText, parsed } from '../json';
import { decodeTask } from './decode';
import { refusal } from './refusals';

/** Streams in a row that told nothing, before it is left to whoever watches. */
const silentStreams = 4;

/** How a task is watched: its stream, and what to do where that fails. */
export interface Watching {
	/** Opens the task's event stream. */
	readonly open: () => Promise<HttpResponse>;
	/** Asks for the task itself. */
	readonly ask: () => Promise<TaskSnapshot>;
	readonly clock: Clock;
	readonly random: () => number;
	readonly signal: AbortSignal;
}

/**
 * A task's snapshots from its event stream. A stream cannot be resumed, but begins with how things stand, so a lost one
 * is opened anew. What its last event carries differs between sources: the result is read from the task itself.
 */
export async function* watchTask(task: TaskKey, watching: Watching): AsyncGenerator<TaskSnapshot> {
	const { open, ask, clock, random, signal } = watching;
	for (let silent = 0; ; ) {
		try {
			for await (const snapshot of snapshotsOf(await open(), task)) {
				silent = 0;
				const now = isUnderWay(snapshot) ? snapshot : await ask();
				yield now;
				if (!isUnderWay(now)) return;
			}
			throw refusal({ status: 200, message: 'the event stream ended before the task' });
		} catch (error) {
			signal.throwIfAborted();
			const verdict = judge('free', error, silent, random);
			if (verdict.kind !== 'again' || ++silent >= silentStreams) throw error;
			await clock.sleep(verdict.afterMs, signal);
		}
	}
}

function isUnderWay({ status }: TaskSnapshot): boolean {
	return status === 'queued' || status === 'running' || status === 'unknown';
}

async function* snapshotsOf(response: HttpResponse, task: TaskKey): AsyncGenerator<TaskSnapshot> {
	if (!/^text\/event-stream\b/i.test(response.headers['content-type'] ?? '')) {
		response.discard();
		throw refusal({ status: 200, message: 'the answer is no event stream' });
	}
	for await (const event of eventsOf(response.body)) {
		if (event.type === 'error') throw errorOf(event);
		// Of another task, or of nothing at all: it says nothing about this one.
		const snapshot = decodeTask(parsed(event.data), task);
		if (snapshot) yield snapshot;
	}
}

/** An error may come after the stream began well. */
function errorOf({ data }: StreamEvent): Error {
	const told = asObject(parsed(data));
	const message = asText(told?.message) ?? 'the event stream told of an error';
	return refusal({ status: asNumber(told?.status_code) ?? 500, message });
}
