import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from './accounts/account';
import {
	applyFault,
	delayOf,
	type ErrorBody,
	handlerFaultsOf,
	interruptionBy,
	linkFault,
	transferOptionsOf,
} from './control/applyFaults';
import type { FaultAction } from './control/faultActions';
import type { FaultBook, Origin } from './control/faultBook';
import type { RequestRecord, RequestRecorder } from './control/requestRecorder';
import type { HttpVariants } from './http/httpVariants';
import { readable, readIncoming, targetOf } from './http/incoming';
import type { Handler, Incoming, Reply } from './http/message';
import { accepts, encoded, transmit } from './http/transmit';

/** A host of the sandbox: what answers, and what records and disturbs it. */
export interface HttpFrontend {
	origin: Origin;
	/** The service that answers; `null` on the file host, which keeps the files of both. */
	service: Service | null;
	handler: Handler;
	errorBody: ErrorBody;
	/** Bytes of the longest body that is read. */
	bodyLimit: number;
	faults: FaultBook;
	recorder: RequestRecorder;
	variants: Readonly<HttpVariants>;
	/** What the service's own clock shows, ms since 1970. */
	now(): number;
	/** Kills the link of a request for every later one. */
	revoke(query: URLSearchParams): void;
	log(line: string): void;
}

/** Puts one request through: recorded, disturbed by its faults, handled, answered. */
export function listenerOf(frontend: HttpFrontend): RequestListener {
	return (request, response) => {
		serve(frontend, request, response).catch((error: unknown) => {
			// A client that breaks off is no failure of the service.
			if (request.readableAborted) return;
			const reason = error instanceof Error ? error.stack : error;
			frontend.log(`${frontend.origin}: ${request.method} failed: ${reason}`);
			response.destroy();
		});
	};
}

async function serve(
	frontend: HttpFrontend,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { pathname, searchParams } = targetOf(request);
	const actions = frontend.faults.take(frontend.origin, request.method ?? 'GET', pathname);
	const record = begin(frontend, request, pathname, actions);
	const interruption = interruptionBy(actions, frontend.errorBody, linkOf(request));
	await pause(delayOf(actions, 'before'));
	if (interruption && !interruption.taken && typeof interruption.instead === 'string')
		return giveUp(request, interruption.instead);
	const link = linkFault(actions);
	if (link === 'now') frontend.revoke(searchParams);
	const incoming = await readIncoming(request, frontend.bodyLimit, handlerFaultsOf(actions));
	record.body = readable(incoming.body);
	const handled = interruption?.taken === false ? undefined : await frontend.handler(incoming);
	const { log } = incoming;
	Object.assign(record, { ...log, ignored: [...(log.ignored ?? [])] });
	if (link === 'afterwards') frontend.revoke(searchParams);
	await pause(delayOf(actions, 'after'));
	const reply = interruption?.instead ?? handled;
	if (typeof reply === 'string') giveUp(request, reply);
	else if (reply) await answer(frontend, incoming, response, record, reply, actions);
}

function begin(
	{ recorder, origin, service }: HttpFrontend,
	{ method = 'GET', headers }: IncomingMessage,
	path: string,
	actions: readonly FaultAction[],
): RequestRecord {
	return recorder.begin({
		origin,
		service,
		method,
		path,
		at: Date.now(),
		authorization: headers.authorization !== undefined,
		range: headers.range ?? null,
		faults: actions.map((action) => action.type),
	});
}

/** An unreferenced timer does not keep a closing sandbox alive. */
function pause(ms: number): Promise<void> {
	return sleep(ms, undefined, { ref: false });
}

function giveUp(request: IncomingMessage, how: 'reset' | 'hang'): void {
	if (how === 'reset') request.socket.resetAndDestroy();
}

async function answer(
	frontend: HttpFrontend,
	incoming: Incoming,
	response: ServerResponse,
	record: RequestRecord,
	reply: Reply,
	actions: readonly FaultAction[],
): Promise<void> {
	record.status = reply.status;
	const headers = { Date: new Date(frontend.now()).toUTCString(), ...reply.headers };
	const { encoding, headerNames } = frontend.variants;
	const asked = frontend.origin === 'api' && accepts(incoming, encoding) ? encoding : 'identity';
	const variation = { otherTaskId: randomUUID(), count: record.number };
	const disturbed = actions.reduce<Reply>((one, action) => applyFault(one, action, variation), {
		...reply,
		headers,
	});
	const wire = await encoded(disturbed, asked);
	record.sentBytes = await transmit(response, wire, { headerNames, ...transferOptionsOf(actions) });
}

/** The address as the client wrote it. */
function linkOf({ headers, url = '/' }: IncomingMessage): string {
	return `http://${headers.host}${url}`;
}
