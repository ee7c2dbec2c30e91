import type { IncomingHttpHeaders } from 'node:http';

/** What a request turned out to be about, filled in while it is handled, for the record of requests. */
export interface Trail {
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

/** Deviations that a scripted fault asks a handler for. */
export interface Quirks {
	/** File host: ranges are ignored. */
	noRange: boolean;
	/** File host: all of a file is sent as a part. */
	partial?: boolean;
	/** File host: the file has another ETag. */
	otherETag: boolean;
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
	trail: Trail;
	quirks: Quirks;
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

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
	return {
		status,
		headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
		body: Buffer.from(JSON.stringify(value)),
	};
}

/** A header's single value; of a repeated one the first. */
export function headerOf(incoming: Pick<Incoming, 'headers'>, name: string): string | undefined {
	const value = incoming.headers[name];
	return Array.isArray(value) ? value[0] : value;
}
