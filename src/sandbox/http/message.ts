import type { IncomingHttpHeaders } from 'node:http';

/** What a request turned out to be about, for the record of requests. Filled in while it is handled. */
export interface RequestLog {
	/** The account's masked key. */
	account?: string;
	taskId?: string;
	/** The service's own error code, when the answer carried one. */
	code?: number;
	/** Why the service refused, in its own words, where it has no codes. */
	refusal?: string;
	/** Fields of the body that the endpoint does not know. */
	ignored?: readonly string[];
}

/** Faults that only the handler of a request can make. */
export interface HandlerFaults {
	/** File host: ranges are ignored. */
	noRange?: boolean;
	/** File host: all of a file is sent as a part. */
	partial?: boolean;
	/** File host: the file has another ETag. */
	otherETag?: boolean;
	/** Event streams: the stream ends with this error after so many events. */
	errorEvent?: { status: number; message: string; after: number };
}

/** A request whose body has been read. */
export interface Incoming {
	method: string;
	/** Path without the query. */
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** The body was longer than this origin reads; `body` is then empty. */
	oversize: boolean;
	log: RequestLog;
	faults: HandlerFaults;
}

/** A whole answer. `Content-Length` is added when it is sent. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
	/** For HEAD: the length to declare, in bytes, though no body is sent. */
	declaredLength?: number;
	/** Sent instead of `body`, as it comes, until it ends or `gone` says that nobody listens any more. */
	stream?: (gone: AbortSignal) => AsyncIterable<string>;
}

export type Handler = (incoming: Incoming) => Promise<Reply>;

export function emptyReply(status: number, headers: Record<string, string> = {}): Reply {
	return { status, headers, body: Buffer.alloc(0) };
}

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
	return {
		status,
		headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
		body: Buffer.from(JSON.stringify(value)),
	};
}

/** A header's single value; of a repeated one the first. */
export function headerOf({ headers }: Pick<Incoming, 'headers'>, name: string): string | undefined {
	const value = headers[name];
	return Array.isArray(value) ? value[0] : value;
}

/** The JSON object in a body; throws what `refuse` makes of any other body. */
export function jsonObject(body: Buffer, refuse: (complaint: string) => Error): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(body.toString('utf8'));
	} catch {
		throw refuse('The body is not valid JSON.');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw refuse('The body must be a JSON object.');
	return value as Record<string, unknown>;
}

/** What a whole number of a query may be. */
interface Limits {
	/** When the query does not name it. */
	otherwise: number;
	least: number;
	most: number;
}

/** A whole number of a query; throws what the service says of one field when it is none, or lies outside. */
export function wholeIn(
	query: URLSearchParams,
	name: string,
	{ otherwise, least, most }: Limits,
	refusal: (field: string, complaint: string) => Error,
): number {
	const text = query.get(name);
	const value = text === null ? otherwise : Number(text);
	if (text === '' || !Number.isInteger(value) || value < least || value > most)
		throw refusal(name, `must be a whole number from ${least} to ${most}`);
	return value;
}
