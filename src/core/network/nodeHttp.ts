import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { answerOf } from './answer';
import { type Http, type HttpRequest, type HttpResponse, TransportError } from './http';
import { Route } from './route';
import { codeOf, transportErrorOf } from './transportError';

export interface NodeHttpOptions {
	/** False accepts certificates that nobody vouches for, as `http.proxyStrictSSL` does. Asked at each request. */
	readonly strictTls?: () => boolean;
}

/** Larger bodies go out in pieces of this size, so that one that is still moving is not taken for silence. */
const sliceBytes = 64 * 1024;

/** Node's own limit of 16 KB is short for hosts that sign with cookies. */
const maxHeaderSize = 64 * 1024;

/**
 * The HTTP port on Node's `http` and `https`, without an agent of its own. VS Code patches both modules (the objects
 * themselves, so `node:` names and lazily required chunks get it, too) and decides about proxy and certificates for
 * each request: `http.proxy`, `http.noProxy`, `http.proxySupport`, system certificates, the environment, the system.
 * A request that brings an agent passes the proxy by when `http.proxySupport` is `on`; so a fresh connection is had
 * by refusing a reused one before anything is written to it.
 *
 * Why not `fetch`, which is patched as well, seen in VS Code 1.96 and 1.139: what a proxy answers to CONNECT comes out
 * as “Request was cancelled”, a password asked for or not; it takes a kept connection whenever there is one; it cannot
 * do without strict certificates; and the newest version leaves `NODE_EXTRA_CA_CERTS` out. Of `undici` VS Code only
 * notes the options of agents that are handed to `fetch`.
 */
export function nodeHttp(options: NodeHttpOptions = {}): Http & { close(): void } {
	const { strictTls = () => true } = options;
	const open = new Set<() => void>();

	const send: Http = async (request) => {
		request.signal?.throwIfAborted();
		const url = addressOf(request.url);
		let fresh = request.freshConnection === true;
		for (;;) {
			const answer = await exchange({ url, request, fresh, strictTls: strictTls(), open });
			if (answer !== 'again') return answer;
			fresh = true;
		}
	};

	return Object.assign(send, {
		close: () => {
			for (const breakOff of [...open]) breakOff();
		},
	});
}

interface Exchange {
	readonly url: URL;
	readonly request: HttpRequest;
	readonly fresh: boolean;
	readonly strictTls: boolean;
	/** Breaks off what is under way when the port is closed. */
	readonly open: Set<() => void>;
}

/** One request on one connection; `again` when it has to be sent on another one and may be. */
function exchange(call: Exchange): Promise<HttpResponse | 'again'> {
	const { request, fresh, open } = call;
	const { signal, timeoutMs } = request;
	const outgoing = begin(call);
	const route = new Route(outgoing, call.url.protocol === 'https:', fresh);

	return new Promise((resolve, reject) => {
		// Before a request has a socket, destroying it emits nothing: the promise is settled by itself.
		const settle = (act: () => void): void => {
			clearTimeout(silence);
			signal?.removeEventListener('abort', abort);
			act();
		};
		const fail = (error: unknown): void => {
			settle(() => reject(error));
			outgoing.destroy();
			open.delete(close);
		};
		const close = (): void => fail(new TransportError(route.sent, 'CLOSED'));
		open.add(close);
		outgoing.once('close', () => open.delete(close));
		const abort = (): void => fail(signal?.reason);
		const silence = setTimeout(() => {
			const code = route.sent === 'no' ? 'CONNECT_TIMEOUT' : 'ANSWER_TIMEOUT';
			fail(new TransportError(route.sent, code));
		}, timeoutMs);
		signal?.addEventListener('abort', abort, { once: true });

		let answered = false;
		outgoing.on('error', (error) => {
			// An answer may come while the body is still going out; the rest of it matters to nobody.
			if (answered) return;
			const lost = route.reused && request.method === 'GET' && isConnectionLost(error);
			if (route.refused || (lost && !fresh)) settle(() => resolve('again'));
			else fail(route.error(error));
		});
		outgoing.once('response', (message: IncomingMessage) => {
			answered = true;
			const refusal = route.refusalOf(message);
			if (refusal) fail(refusal);
			else settle(() => resolve(answerOf(message, timeoutMs, signal)));
		});
		route.onConnected(() => silence.refresh());
		write(outgoing, request.body, () => silence.refresh());
	});
}

function begin({ url, request, fresh, strictTls }: Exchange): ClientRequest {
	const { method, headers, body } = request;
	const length = typeof body === 'string' ? Buffer.byteLength(body) : body?.byteLength;
	try {
		return (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
			method,
			maxHeaderSize,
			...(strictTls ? {} : { rejectUnauthorized: false }),
			headers: {
				...headers,
				...(length === undefined ? {} : { 'content-length': length }),
				// VS Code's agents would close every connection unless told otherwise.
				connection: fresh ? 'close' : 'keep-alive',
			},
		});
	} catch (error) {
		// Such as a header that cannot be written: nothing left.
		throw transportErrorOf(error, 'no');
	}
}

function write(outgoing: ClientRequest, body: HttpRequest['body'], onProgress: () => void): void {
	const bytes = typeof body === 'string' ? Buffer.from(body) : body;
	if (bytes === undefined || bytes.byteLength <= sliceBytes) outgoing.end(bytes);
	else Readable.from(slicesOf(bytes, onProgress), { highWaterMark: 1 }).pipe(outgoing);
}

function* slicesOf(bytes: Uint8Array, onProgress: () => void): Generator<Uint8Array> {
	for (let at = 0; at < bytes.byteLength; at += sliceBytes) {
		onProgress();
		yield bytes.subarray(at, at + sliceBytes);
	}
}

/** A kept connection that the other side had closed: the way Node's documentation has for such requests. */
function isConnectionLost(error: unknown): boolean {
	return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(codeOf(error) ?? '');
}

function addressOf(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
	throw new TransportError('no', 'ERR_INVALID_URL');
}
