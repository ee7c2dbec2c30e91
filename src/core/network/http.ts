/** One request, without redirects: those are the caller's business. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
	/** Longest silence before the connection, before the answer's head, and between two pieces of its body, in ms. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal;
	/**
	 * Use a connection that served no other request. A kept-alive one may have been closed by the other side without
	 * our knowing; a paid POST on it would be lost in doubt.
	 */
	readonly freshConnection?: boolean;
}

/** An answer whose head is there; its body is still to come. */
export interface HttpResponse {
	readonly status: number;
	/**
	 * Names in lower case; repeated headers joined by a comma, or the first where only one makes sense. A decoded
	 * answer has none that describe the encoded bytes (`content-length`, `content-encoding`, ranges).
	 */
	readonly headers: Readonly<Record<string, string>>;
	/** The body came in a `Content-Encoding` that was undone: the host's lengths, ranges and ETags are not those of the body. */
	readonly decoded?: boolean;
	/** The body in pieces. Read it to the end, break out of the loop, or call `discard`. */
	readonly body: AsyncIterable<Uint8Array>;
	text(): Promise<string>;
	discard(): void;
}

/**
 * Sends one request once, where VS Code's own traffic goes. Redirections come out as they are. Rejects with a
 * TransportError when no answer of the service came, or with the signal's reason.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** No answer came. `sent` tells whether the service may have seen the request. */
export class TransportError extends Error {
	override readonly name = 'TransportError';

	constructor(
		readonly sent: 'no' | 'maybe',
		/** Such as `ECONNREFUSED` or `PROXY_PASSWORD`; `transportFault` has the words. */
		readonly code: string,
		cause?: unknown,
	) {
		super(code, { cause });
	}
}
