import type { Clock } from '../../base/clock';
import type { Log } from '../../base/log';
import { redact, withoutQuery } from '../../base/redact';
import { ServiceError } from '../../model/serviceError';
import { type Http, type HttpRequest, type HttpResponse, TransportError } from '../../network/http';
import { retryAfterMs } from '../../network/retryAfter';
import { answeredAt } from '../../network/serviceTime';
import { transportFault } from '../../network/transportFault';
import { authorizationOf, rejectionOf } from '../apiKey';
import { asObject, type Json, parsed } from '../json';
import { refusal, type UploadKind } from './refusals';

/** Tripo's code for an account whose tasks are at their limit. */
const tasksAtLimit = 2000;

export interface TripoWireOptions {
	readonly http: Http;
	readonly clock: Clock;
	readonly log: Log;
	/** Up to and including `/v3`, without a slash at the end. */
	readonly baseUrl: string;
	readonly key: string;
	readonly userAgent: string;
}

/** A request to the API, below its base URL. */
export type Call = Pick<HttpRequest, 'method' | 'timeoutMs' | 'freshConnection' | 'body'> & {
	readonly path: string;
	readonly contentType?: string;
	/** What its file is; a picture when absent. */
	readonly subject?: UploadKind;
};

/** What a call that worked brought. */
export interface Answer {
	/** The envelope's. */
	readonly data: unknown;
	/** How far the service's clock is ahead of ours, in ms. */
	readonly aheadMs: number;
}

/** Requests in Tripo's envelope, with the key; and files to its storage, without it. */
export class TripoWire {
	private readonly authorization: string;

	/** Rejects a key that no header can carry; see `authorizationOf`. */
	constructor(private readonly options: TripoWireOptions) {
		this.authorization = authorizationOf(options.key);
	}

	/** One request. Rejects with a ServiceError, a TransportError, or the signal's reason. */
	async send(call: Call, signal: AbortSignal): Promise<Answer> {
		const { clock, baseUrl, key } = this.options;
		const { path, contentType, subject, ...request } = call;
		const label = `${call.method} ${path}`;
		const headers = {
			authorization: this.authorization,
			accept: 'application/json',
			...(contentType ? { 'content-type': contentType } : {}),
		};
		const url = baseUrl + path;
		const { response, text, ms } = await this.exchange(label, { ...request, url, headers, signal });
		const envelope = asObject(parsed(text));
		const trace = traceOf(response, envelope);
		this.options.log.info(`${label} → ${response.status} in ${ms} ms${trace ? `, trace ${trace}` : ''}`);
		if (response.status < 300 && envelope?.code === 0) {
			const now = clock.now();
			return { data: envelope.data, aheadMs: answeredAt(response.headers, now) - now };
		}
		throw this.told(label, rejectionOf(key, this.refusalOf(response, envelope, trace, subject)));
	}

	/** Puts a file to where the service said. The address is a credential by itself: the key does not go along. */
	async put(url: string, bytes: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<void> {
		const label = `PUT ${withoutQuery(url)}`;
		const headers = { 'content-type': 'application/octet-stream' };
		const request: HttpRequest = { method: 'PUT', url, body: bytes, headers, timeoutMs, signal };
		const { response, ms } = await this.exchange(label, request);
		this.options.log.info(`${label} → ${response.status} in ${ms} ms`);
		if (response.status < 300) return;
		// Such an address dies like a link does; another one may do.
		const detail = `the file host answered ${response.status} to an upload`;
		throw this.told(label, new ServiceError('unclear', 'serviceFault', response.status, { detail }));
	}

	private async exchange(
		label: string,
		request: HttpRequest,
	): Promise<{ response: HttpResponse; text: string; ms: number }> {
		const { http, clock, log, userAgent } = this.options;
		const started = clock.now();
		try {
			const response = await http({ ...request, headers: { ...request.headers, 'user-agent': userAgent } });
			return { response, text: await response.text(), ms: clock.now() - started };
		} catch (error) {
			if (error instanceof TransportError) {
				const { words } = transportFault(error.code);
				log.warn(`${label} → no answer, ${words} (${error.code}), in ${clock.now() - started} ms`);
			}
			throw error;
		}
	}

	private told(label: string, error: ServiceError): ServiceError {
		this.options.log.warn(`${label} → ${redact(error.message)}`);
		return error;
	}

	private refusalOf(
		response: HttpResponse,
		envelope: Json | undefined,
		trace: string | undefined,
		subject: UploadKind | undefined,
	): ServiceError {
		const text = (value: unknown): string | undefined =>
			typeof value === 'string' ? redact(value) : undefined;
		const message = text(envelope?.message);
		const suggestion = text(envelope?.suggestion);
		// Every answer tells when the window of the request rate ends; it matters only when the rate was too high.
		const { 'x-ratelimit-reset': _, ...others } = response.headers;
		const tooFast = response.status === 429 && envelope?.code !== tasksAtLimit;
		const wait = retryAfterMs(tooFast ? response.headers : others, this.options.clock.now());
		return refusal({
			status: response.status,
			...(typeof envelope?.code === 'number' ? { code: envelope.code } : {}),
			...(message ? { message } : {}),
			...(suggestion ? { suggestion } : {}),
			...(trace ? { requestId: trace } : {}),
			...(wait === undefined ? {} : { retryAfterMs: wait }),
			...(subject ? { subject } : {}),
		});
	}
}

/** The ids that Tripo's support asks for: `request_id` in an error's body, else the trace header. */
function traceOf(response: HttpResponse, envelope: Json | undefined): string | undefined {
	if (typeof envelope?.request_id === 'string') return envelope.request_id;
	return response.headers['x-tripo-trace-id'] ?? response.headers['x-request-id'];
}
