import type * as undici from 'undici';
import { type Http, type HttpRequest, type HttpResponse, TransportError } from './http';

/** Failures that happen before a byte of the request leaves: name resolution and connecting. */
const nothingSent = new Set([
	'ENOTFOUND',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'UND_ERR_CONNECT_TIMEOUT',
	'ERR_INVALID_URL',
	'UND_ERR_INVALID_ARG',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * The HTTP port on undici. It is imported at the first request, not at activation, and stays a real module:
 * VS Code patches `undici` by name for proxies and certificates.
 */
export function undiciHttp(
	load: () => Promise<typeof undici> = () => import('undici'),
): Http & { close(): void } {
	let agents: Promise<{ module: typeof undici; kept: undici.Agent; fresh: undici.Agent }> | undefined;

	const open = async (): Promise<{ module: typeof undici; kept: undici.Agent; fresh: undici.Agent }> => {
		const module = await load();
		return { module, kept: new module.Agent(), fresh: new module.Agent({ pipelining: 0 }) };
	};

	const send: Http = async (request: HttpRequest): Promise<HttpResponse> => {
		agents ??= open();
		const { module, kept, fresh } = await agents;
		try {
			const answer = await module.request(request.url, {
				method: request.method,
				headers: { ...request.headers },
				body: request.body ?? null,
				dispatcher: request.freshConnection ? fresh : kept,
				headersTimeout: request.timeoutMs,
				bodyTimeout: request.timeoutMs,
				...(request.signal ? { signal: request.signal } : {}),
			});
			return response(answer, request.signal);
		} catch (error) {
			throw transportError(error, request.signal);
		}
	};

	return Object.assign(send, {
		close: () => {
			void agents?.then(({ kept, fresh }) => Promise.all([kept.destroy(), fresh.destroy()]));
		},
	});
}

function response(answer: undici.Dispatcher.ResponseData, signal: AbortSignal | undefined): HttpResponse {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(answer.headers)) {
		if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	async function* pieces(): AsyncGenerator<Uint8Array> {
		try {
			for await (const piece of answer.body) yield piece as Uint8Array;
		} catch (error) {
			throw transportError(error, signal);
		}
	}
	return {
		status: answer.statusCode,
		headers,
		body: { [Symbol.asyncIterator]: pieces },
		text: async () => {
			try {
				return await answer.body.text();
			} catch (error) {
				throw transportError(error, signal);
			}
		},
		discard: () => {
			answer.body.on('error', () => {});
			answer.body.destroy();
		},
	};
}

function transportError(error: unknown, signal: AbortSignal | undefined): unknown {
	if (signal?.aborted) return signal.reason;
	const code = codeOf(error);
	return new TransportError(nothingSent.has(code) ? 'no' : 'maybe', code, error);
}

/** The system's code, looked for along the chain of causes (several addresses give an AggregateError). */
function codeOf(error: unknown): string {
	for (let at: unknown = error; at instanceof Error; at = at.cause) {
		if (at instanceof AggregateError && at.errors.length > 0) {
			const codes = new Set(at.errors.map(codeOf));
			if (codes.size === 1 || [...codes].every((code) => nothingSent.has(code)))
				return [...codes][0] as string;
		}
		if ('code' in at && typeof at.code === 'string') return at.code;
	}
	return error instanceof Error ? error.name : 'UNKNOWN';
}
