import type { Clock } from '../../base/clock';
import type { Log } from '../../base/log';
import { redact } from '../../base/redact';
import { ServiceError } from '../../model/serviceError';
import { type Http, type HttpRequest, type HttpResponse, TransportError } from '../../network/http';
import { retryAfterMs } from '../../network/retryAfter';
import { answeredAt } from '../../network/serviceTime';
import { transportFault } from '../../network/transportFault';
import { authorizationOf, rejectionOf } from '../apiKey';
import { asObject, asText, parsed } from '../json';
import { refusal } from './refusals';

const timeoutMs = 60_000;
/** Bodies carry whole files: what a slow line sends in a ms. */
const slowestBytesPerMs = 100;

export interface MeshyWireOptions {
	readonly http: Http;
	readonly clock: Clock;
	readonly log: Log;
	/** Without a slash at the end. */
	readonly baseUrl: string;
	readonly key: string;
	readonly userAgent: string;
}

/** A request to the API, below its base URL. */
export type Call = Pick<HttpRequest, 'method'> & {
	readonly path: string;
	/** As JSON. */
	readonly body?: unknown;
	readonly accept?: string;
};

/** What a call that worked brought. */
export interface Answer {
	/** Undefined where it was no JSON. */
	readonly data: unknown;
	/** How far the service's clock is ahead of ours, in ms. */
	readonly aheadMs: number;
}

/** Requests of JSON with the key. A redirection is never followed: the key would travel with it. */
export class MeshyWire {
	private readonly authorization: string;

	/** Rejects a key that no header can carry; see `authorizationOf`. */
	constructor(private readonly options: MeshyWireOptions) {
		this.authorization = authorizationOf(options.key);
	}

	/** One request, read to its end. Rejects with a ServiceError, a TransportError, or the signal's reason. */
	async ask(call: Call, signal: AbortSignal): Promise<Answer> {
		const response = await this.send(call, signal);
		const now = this.options.clock.now();
		const aheadMs = answeredAt(response.headers, now) - now;
		return { data: parsed(await response.text()), aheadMs };
	}

	/** One request whose answer says that it worked; rejects like `ask`. */
	async send(call: Call, signal: AbortSignal): Promise<HttpResponse> {
		const { clock, log } = this.options;
		const started = clock.now();
		const label = `${call.method} ${call.path}`;
		try {
			const response = await this.options.http({ ...this.request(call), signal });
			const requestId = response.headers['x-request-id'];
			const trace = requestId ? `, request ${requestId}` : '';
			log.info(`${label} → ${response.status} in ${clock.now() - started} ms${trace}`);
			if (response.status >= 200 && response.status < 300) return response;
			throw rejectionOf(this.options.key, await refusalOf(response, clock.now()));
		} catch (error) {
			if (error instanceof TransportError) {
				const { words } = transportFault(error.code);
				log.warn(`${label} → no answer, ${words} (${error.code}), in ${clock.now() - started} ms`);
			}
			if (error instanceof ServiceError) log.warn(`${label} → ${redact(error.message)}`);
			throw error;
		}
	}

	private request({ method, path, body, accept = 'application/json' }: Call): HttpRequest {
		const { baseUrl, userAgent } = this.options;
		const headers = { authorization: this.authorization, accept, 'user-agent': userAgent };
		const url = baseUrl + path;
		if (body === undefined) return { method, url, headers, timeoutMs };
		const json = JSON.stringify(body);
		return {
			method,
			url,
			body: json,
			headers: { ...headers, 'content-type': 'application/json' },
			timeoutMs: timeoutMs + Math.round(json.length / slowestBytesPerMs),
			// Only what is paid has a body here.
			freshConnection: true,
		};
	}
}

async function refusalOf(response: HttpResponse, now: number): Promise<ServiceError> {
	const body = asObject(parsed(await response.text()));
	const message = asText(body?.message) ?? asText(body?.error) ?? asText(body?.error_message);
	const requestId = response.headers['x-request-id'];
	const wait = retryAfterMs(response.headers, now);
	return refusal({
		status: response.status,
		...(message === undefined ? {} : { message: redact(message) }),
		...(requestId ? { requestId } : {}),
		...(wait === undefined ? {} : { retryAfterMs: wait }),
	});
}
