import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { type HttpRequest, TransportError } from '../../../../src/core/net/http';
import { nodeHttp } from '../../../../src/core/net/nodeHttp';
import { fileServer } from '../support/fileServer';

describe('Law 2: whether a request may have arrived', () => {
	const http = nodeHttp();
	after(() => http.close());
	const post = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
		...{ method: 'POST', url, body: '{}', timeoutMs: 5000 },
		...more,
	});
	const failure = async (request: HttpRequest): Promise<TransportError> => {
		const error: unknown = await http(request).then(
			(response) => response.text(),
			(fault) => fault,
		);
		assert.ok(error instanceof TransportError, String(error));
		return error;
	};

	it('no: nobody listens', async () => {
		const server = await fileServer(() => {});
		await server.close();
		const { sent, code } = await failure(post(server.origin));
		assert.deepEqual([sent, code], ['no', 'ECONNREFUSED']);
	});

	it('no: several addresses, and nobody listens at any', async () => {
		const server = await fileServer(() => {});
		await server.close();
		const { sent } = await failure(post(server.origin.replace('127.0.0.1', 'localhost')));
		assert.equal(sent, 'no');
	});

	it('no: there is no such name', async () => {
		const { sent } = await failure(post('http://no-such-host.invalid/'));
		assert.equal(sent, 'no');
	});

	it('no: that is no address', async () => {
		assert.equal((await failure(post('not a url'))).sent, 'no');
	});

	it('no: the other side speaks no TLS that we trust', async () => {
		// A plain server breaks the handshake; the request itself never leaves.
		const server = await fileServer(() => {});
		const { sent } = await failure(post(server.origin.replace('http:', 'https:')));
		await server.close();
		assert.notEqual(sent, undefined);
	});

	it('maybe: the connection is reset after the request', async () => {
		const server = await fileServer((response) => response.socket?.resetAndDestroy());
		const { sent } = await failure(post(server.origin));
		await server.close();
		assert.equal(sent, 'maybe');
		assert.equal(server.seen.length, 1);
	});

	it('maybe: the other side hangs up without an answer', async () => {
		const server = createServer((socket) => socket.once('data', () => socket.end()));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { sent } = await failure(post(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
		server.close();
		assert.equal(sent, 'maybe');
	});

	it('maybe: no answer comes in time', async () => {
		const server = await fileServer(() => {});
		const { sent, code } = await failure(post(server.origin, { timeoutMs: 50 }));
		await server.close();
		assert.deepEqual([sent, code], ['maybe', 'UND_ERR_HEADERS_TIMEOUT']);
	});

	it('maybe: the answer breaks off', async () => {
		const server = await fileServer((response) => {
			response.writeHead(200, { 'content-length': 100 });
			response.write('half', () => response.socket?.end());
		});
		const response = await http(post(server.origin));
		await assert.rejects(
			response.text(),
			(error) => error instanceof TransportError && error.sent === 'maybe',
		);
		await server.close();
	});

	it('rejects with the signal’s reason when it is stopped', async () => {
		const stop = new AbortController();
		const server = await fileServer(() => stop.abort(new Error('enough')));
		await assert.rejects(http(post(server.origin, { signal: stop.signal })), /enough/);
		await server.close();
	});
});

describe('HTTP over undici', () => {
	it('opens a connection of its own where it is asked to, and closes it', async () => {
		const seen: [port: number | undefined, connection: string | undefined][] = [];
		const server = await fileServer((response, request) => {
			seen.push([request.socket.remotePort, request.headers.connection]);
			response.end('ok');
		});
		const http = nodeHttp();
		for (const freshConnection of [false, true, true])
			await (await http({ method: 'GET', url: server.origin, timeoutMs: 5000, freshConnection })).text();
		assert.deepEqual(
			seen.map(([, connection]) => connection),
			['keep-alive', 'close', 'close'],
		);
		assert.equal(new Set(seen.map(([port]) => port)).size, 3);
		http.close();
		await server.close();
	});

	it('joins repeated headers and lowers their names', async () => {
		const server = await fileServer((response) => {
			response.writeHead(200, { 'X-One': ['a', 'b'], ETag: '"e"' }).end();
		});
		const http = nodeHttp();
		const { headers, status } = await http({ method: 'GET', url: server.origin, timeoutMs: 5000 });
		assert.deepEqual([status, headers['x-one'], headers.etag], [200, 'a, b', '"e"']);
		http.close();
		await server.close();
	});
});
