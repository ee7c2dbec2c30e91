import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
	readonly method: string;
	readonly path: string;
	readonly query: string;
	readonly headers: IncomingMessage['headers'];
}

export type Step = (response: ServerResponse, request: IncomingMessage) => void;

/** A real server on loopback that answers its requests by turn; the last step goes on for ever. */
export async function fileServer(...steps: Step[]): Promise<{
	readonly origin: string;
	readonly seen: Seen[];
	close(): Promise<void>;
}> {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '', 'http://x');
		seen.push({
			method: request.method ?? '',
			path: url.pathname,
			query: url.search,
			headers: request.headers,
		});
		request.resume();
		steps[Math.min(seen.length, steps.length) - 1]?.(response, request);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
