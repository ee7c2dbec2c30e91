import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readIncoming } from './incoming';
import type { Handler } from './message';
import { transmit } from './transmit';

export interface Listening {
	/** `http://127.0.0.1:<port>` */
	origin: string;
	/** Stops at once: open connections are destroyed, hanging answers included. */
	close(): Promise<void>;
}

/** Serves on the loopback interface only; nothing outside this machine can reach the sandbox. */
export function listen(port: number, listener: RequestListener): Promise<Listening> {
	return new Promise((resolve, reject) => {
		const server = createServer(listener);
		// Uploads of 150 MB may take longer than Node's default allows for a whole request.
		server.requestTimeout = 0;
		// As gateways have it. Node's 5 s are over while a large model is made, and the client's next request is lost.
		server.keepAliveTimeout = 75_000;
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve({
				origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
				close: () =>
					new Promise<void>((done, failed) => {
						server.close((error) => (error ? failed(error) : done()));
						server.closeAllConnections();
					}),
			});
		});
	});
}

/** Serves a handler as it is: nothing recorded, nothing disturbed. A failure is a 500 that says what failed. */
export function plainListener(handler: Handler, bodyLimit: number): RequestListener {
	return async (request, response) => {
		try {
			await transmit(response, await handler(await readIncoming(request, bodyLimit)), {});
		} catch (error) {
			if (!response.headersSent) response.writeHead(500);
			response.end(error instanceof Error ? error.message : String(error));
		}
	};
}
