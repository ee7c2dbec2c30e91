import { type Http, type HttpRequest, TransportError } from '../../../src/core/network/http';
import type { Operation } from './operations';

/** Where nobody listens. */
const nobody = 'http://127.0.0.1:1';
/** Sends a struck request in a way of its own; `count` says how many were struck so far, this one included. */
export type Sending = (next: Http, request: HttpRequest, count: number) => ReturnType<Http>;

/** To a port that is closed. */
export const refusing: Sending = (next, request) =>
	next({ ...request, url: nobody + new URL(request.url).pathname });

/** Breaks off as soon as the service has the request, as the HTTP port does after a minute. */
export function impatient(arrived: (count: number) => Promise<unknown>): Sending {
	return async (next, request, count) => {
		const end = new AbortController();
		const signal = request.signal ? AbortSignal.any([request.signal, end.signal]) : end.signal;
		const answer = next({ ...request, signal }).catch((error: unknown) => {
			request.signal?.throwIfAborted();
			throw new TransportError('maybe', 'ANSWER_TIMEOUT', error);
		});
		void arrived(count)
			.catch(() => {})
			.finally(() => end.abort());
		return answer;
	};
}

/** Does what no service can, to the requests that it is for: refuses the socket, or takes a minute. */
export class OnTheWire {
	private seen = 0;
	private over = false;

	constructor(
		private readonly where: Operation['where'],
		private readonly apiOrigin: string,
		private readonly times: number,
		private readonly send: Sending,
	) {}

	readonly between = (next: Http): Http => {
		return (request) =>
			this.strikes(request) ? this.send(next, request, this.seen - (this.where.after ?? 0)) : next(request);
	};

	end(): void {
		this.over = true;
	}

	private strikes({ method, url }: HttpRequest): boolean {
		const { origin, pathname } = new URL(url);
		const { where } = this;
		const host = origin === this.apiOrigin ? 'api' : 'files';
		if (this.over || host !== where.origin || method !== where.method || !where.path.test(pathname))
			return false;
		this.seen++;
		const after = where.after ?? 0;
		return this.seen > after && this.seen <= after + this.times;
	}
}
