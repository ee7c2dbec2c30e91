import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpRequest } from '../../../../src/core/network/http';
import { nodeHttp } from '../../../../src/core/network/nodeHttp';
import { eventually } from '../../../harness/eventually';
import { fileServer } from '../support/fileServer';

describe('Connections', () => {
	const http = nodeHttp();
	after(() => http.close());
	const ask = async (url: string, more: Partial<HttpRequest> = {}): Promise<string> =>
		(await http({ method: 'GET', url, timeoutMs: 60_000, ...more })).text();

	/** A server that notes on which connection each request came. */
	const notingServer = async () => {
		const ports: (number | undefined)[] = [];
		const sockets = new Set<Socket>();
		const heads: IncomingMessage['headers'][] = [];
		const server = await fileServer((response, request) => {
			ports.push(request.socket.remotePort);
			sockets.add(request.socket);
			heads.push(request.headers);
			response.end('ok');
		});
		return { ...server, ports, sockets, heads };
	};

	it('are kept for the next request', async () => {
		const server = await notingServer();
		for (let count = 0; count < 3; count++) await ask(server.origin);
		assert.equal(new Set(server.ports).size, 1);
		await server.close();
	});

	it('are fresh where that is asked for, whatever is kept, and used once', async () => {
		const server = await notingServer();
		// Three kept connections lie ready.
		await Promise.all([ask(server.origin), ask(server.origin), ask(server.origin)]);
		const before = new Set(server.ports);
		for (let count = 0; count < 2; count++)
			await ask(server.origin, { method: 'POST', body: '{}', freshConnection: true });
		const fresh = server.ports.slice(3);
		assert.equal(new Set(fresh).size, 2);
		assert.ok(
			fresh.every((port) => !before.has(port)),
			`${fresh} of ${[...before]}`,
		);
		// Each was sent once: a refused connection never saw a byte of it.
		assert.equal(server.seen.length, 5);
		assert.deepEqual(
			server.heads.slice(3).map(({ connection }) => connection),
			['close', 'close'],
		);
		await server.close();
	});

	it('that the other side closed meanwhile do not fail a GET', async () => {
		let ended: Socket | undefined;
		const server = await fileServer(
			(response) => response.end('one'),
			(_response, request) => request.socket.resetAndDestroy(),
			(response, request) => {
				ended = request.socket;
				response.end('three');
			},
		);
		assert.equal(await ask(server.origin), 'one');
		assert.equal(await ask(server.origin), 'three');
		assert.equal(server.seen.length, 3);
		assert.ok(ended);
		await server.close();
	});

	it('that the other side closed meanwhile fail a POST, which is not sent again here', async () => {
		const server = await fileServer(
			(response) => response.end('one'),
			(_response, request) => request.socket.resetAndDestroy(),
		);
		await ask(server.origin);
		await assert.rejects(ask(server.origin, { method: 'POST', body: '{}' }), {
			name: 'TransportError',
			sent: 'maybe',
		});
		assert.equal(server.seen.length, 2);
		await server.close();
	});

	it('end with an answer that is discarded', async () => {
		let socket: Socket | undefined;
		const server = await fileServer((response, request) => {
			socket = request.socket;
			response.writeHead(200, { 'content-length': 1e9 });
			response.write('beginning');
		});
		const response = await http({ method: 'GET', url: server.origin, timeoutMs: 60_000 });
		response.discard();
		await eventually('the connection to end', () => socket?.destroyed === true, 60_000);
		await server.close();
	});

	it('end with a reader that stops early', async () => {
		let socket: Socket | undefined;
		const server = await fileServer((response, request) => {
			socket = request.socket;
			response.writeHead(200, { 'content-length': 1e9 });
			response.write('beginning');
		});
		const response = await http({ method: 'GET', url: server.origin, timeoutMs: 60_000 });
		for await (const piece of response.body) {
			assert.equal(Buffer.from(piece).toString(), 'beginning');
			break;
		}
		await eventually('the connection to end', () => socket?.destroyed === true, 60_000);
		await server.close();
	});
});
