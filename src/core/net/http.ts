export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
	/** Longest silence before the answer's head, and between two pieces of its body, in ms. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal;
	/**
	 * Open a connection of its own. A kept-alive connection may have been closed by the other side without
	 * our knowing; a paid POST on it would be lost in doubt.
	 */
	readonly freshConnection?: boolean;
}

export interface HttpResponse {
	readonly status: number;
	/** Names in lower case; repeated headers joined by a comma. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body in pieces. Read it to the end, break out of the loop, or call `discard`. */
	readonly body: AsyncIterable<Uint8Array>;
	text(): Promise<string>;
	discard(): void;
	/** The body was decoded: lengths, ranges and ETags of the answer describe other bytes. */
	readonly decoded?: boolean;
}

/** Sends one request once. Rejects with a TransportError when no answer came, or with the signal's reason. */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** No answer came. `sent` tells whether the service may have seen the request. */
export class TransportError extends Error {
	override readonly name = 'TransportError';

	constructor(
		readonly sent: 'no' | 'maybe',
		/** Such as `ECONNREFUSED` or `UND_ERR_HEADERS_TIMEOUT`. */
		readonly code: string,
		cause?: unknown,
	) {
		super(code, { cause });
	}
}
