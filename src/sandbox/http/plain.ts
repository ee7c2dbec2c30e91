import type { RequestListener } from 'node:http';
import { readBody } from './body';
import type { Handler } from './message';
import { targetOf } from './target';
import { transmit } from './transmit';

/** Serves a handler as it is: nothing recorded, nothing disturbed. A failure is a 500 that says what failed. */
export function plainListener(handler: Handler, bodyLimit: number): RequestListener {
	return async (request, response) => {
		try {
			const url = targetOf(request);
			const body = await readBody(request, bodyLimit);
			const reply = await handler({
				method: request.method ?? 'GET',
				path: url.pathname,
				query: url.searchParams,
				headers: request.headers,
				body: body ?? Buffer.alloc(0),
				oversize: body === undefined,
				trail: {},
				quirks: { noRange: false, otherETag: false },
			});
			await transmit(response, reply, {});
		} catch (error) {
			if (!response.headersSent) {
				response.writeHead(500);
			}
			response.end(error instanceof Error ? error.message : String(error));
		}
	};
}
