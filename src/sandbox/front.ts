import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from './accounts/customer';
import type { FaultBook, Origin } from './control/faultBook';
import {
	bend,
	delayOf,
	type FaultAction,
	interruptionBy,
	linkFault,
	mannerOf,
	quirksOf,
	type Speak,
} from './control/faults';
import type { Recorder, RequestRecord } from './control/recorder';
import { readable, readBody } from './http/body';
import { accepts, encoded } from './http/encode';
import type { Handler, Incoming, Quirks, Reply, Trail } from './http/message';
import { targetOf } from './http/target';
import { transmit } from './http/transmit';
import type { HttpVariants } from './http/variants';

/** A host of the service: how it answers, and what watches and disturbs it. */
export interface Front {
	origin: Origin;
	/** The service that answers; none on the file host, which keeps the files of both. */
	service?: Service;
	handler: Handler;
	/** The words of errors that faults make up. */
	speak: Speak;
	/** Bytes of the longest body that is read. */
	bodyLimit: number;
	faults: FaultBook;
	recorder: Recorder;
	variants: Readonly<HttpVariants>;
	/** What the service's own clock shows, ms since 1970. */
	now(): number;
	/** Kills the link of a request for every later one. */
	revoke(query: URLSearchParams): void;
	log(line: string): void;
}

/** Puts one request through: recorded, disturbed by its faults, handled, answered. */
export function listenerOf(front: Front): RequestListener {
	return (request, response) => {
		serve(front, request, response).catch((error: unknown) => {
			// A client that breaks off is no failure of the service.
			if (request.readableAborted) return;
			front.log(`${front.origin}: ${request.method} failed: ${error instanceof Error ? error.stack : error}`);
			response.destroy();
		});
	};
}

async function serve(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = targetOf(request);
	const method = request.method ?? 'GET';
	const actions = front.faults.take(front.origin, method, url.pathname);
	const record = front.recorder.begin({
		origin: front.origin,
		service: front.service ?? null,
		method,
		path: url.pathname,
		at: Date.now(),
		authorization: request.headers.authorization !== undefined,
		range: request.headers.range ?? null,
		faults: actions.map((action) => action.type),
	});
	const interruption = interruptionBy(actions, front.speak, linkOf(request));
	// An unreferenced timer does not keep a closing sandbox alive.
	await sleep(delayOf(actions, 'before'), undefined, { ref: false });
	if (interruption.kind === 'reset' && !interruption.taken) {
		request.socket.resetAndDestroy();
		return;
	}
	if (interruption.kind === 'hang' && !interruption.taken) {
		return;
	}

	const link = linkFault(actions);
	if (link === 'now') {
		front.revoke(url.searchParams);
	}
	const incoming = await read(front, request, url, quirksOf(actions));
	record.body = readable(incoming.body);
	const handled =
		interruption.kind === 'none' || interruption.taken ? await front.handler(incoming) : undefined;
	note(record, incoming.trail);
	if (link === 'afterwards') {
		front.revoke(url.searchParams);
	}
	await sleep(delayOf(actions, 'after'), undefined, { ref: false });
	if (interruption.kind === 'reset') {
		request.socket.resetAndDestroy();
	} else if (interruption.kind !== 'hang') {
		const reply = interruption.kind === 'reply' ? interruption.reply : handled;
		await answer(front, incoming, response, record, reply, actions);
	}
}

async function answer(
	front: Front,
	incoming: Incoming,
	response: ServerResponse,
	record: RequestRecord,
	reply: Reply | undefined,
	actions: readonly FaultAction[],
): Promise<void> {
	if (!reply) {
		throw new Error('no answer was made');
	}
	record.status = reply.status;
	const headers = { Date: new Date(front.now()).toUTCString(), ...reply.headers };
	const { encoding, headerNames } = front.variants;
	const asked = front.origin === 'api' && accepts(incoming, encoding) ? encoding : 'identity';
	const bent = bend({ ...reply, headers }, actions, {
		otherTaskId: randomUUID(),
		count: record.number,
	});
	const wire = await encoded(bent, asked);
	record.sentBytes = await transmit(response, wire, { headerNames, ...mannerOf(actions) });
}

async function read(front: Front, request: IncomingMessage, url: URL, quirks: Quirks): Promise<Incoming> {
	const body = await readBody(request, front.bodyLimit);
	return {
		method: request.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers: request.headers,
		body: body ?? Buffer.alloc(0),
		oversize: body === undefined,
		trail: {},
		quirks,
	};
}

function note(record: RequestRecord, trail: Trail): void {
	record.account = trail.account ?? null;
	record.taskId = trail.taskId ?? null;
	record.code = trail.code ?? null;
	record.refusal = trail.refusal ?? null;
	record.ignored = [...(trail.ignored ?? [])];
}

/** The address as the client wrote it. */
function linkOf({ headers, url = '/' }: IncomingMessage): string {
	return `http://${headers.host}${url}`;
}
