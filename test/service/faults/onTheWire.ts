import type { Http, HttpRequest } from '../../../src/core/net/http';
import type { Operation } from './operations';

/** Where nobody listens. */
const nobody = 'http://127.0.0.1:1';
const shortMs = 25;

/** Does what no service can: refuses the socket, or takes a minute. */
export class OnTheWire {
	private seen = 0;
	private over = false;

	constructor(
		private readonly where: Operation['where'],
		private readonly apiOrigin: string,
		private readonly times: number,
		private readonly change: (request: HttpRequest) => HttpRequest,
	) {}

	static refusing(request: HttpRequest): HttpRequest {
		const { pathname } = new URL(request.url);
		return { ...request, url: nobody + pathname };
	}

	/** Waits for an answer, but not for long. */
	static impatient(request: HttpRequest): HttpRequest {
		return { ...request, timeoutMs: shortMs };
	}

	readonly between = (next: Http): Http => {
		return (request) => next(this.strikes(request) ? this.change(request) : request);
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
