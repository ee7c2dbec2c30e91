import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { type HttpRequest, TransportError } from '../../../../src/core/network/http';
import { nodeHttp } from '../../../../src/core/network/nodeHttp';
import { openPortFront } from '../../../harness/portFront';
import { testService } from '../../../harness/testCertificates';
import { fileServer } from '../support/fileServer';

/** A server of bare sockets. */
async function rawServer(serve: (socket: Socket) => void): Promise<{ origin: string; close(): void }> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		serve(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => {
			server.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}

describe('Law 2: whether a request may have arrived', () => {
	const http = nodeHttp();
	after(() => http.close());
	const post = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
		...{ method: 'POST', url, body: '{}', timeoutMs: 60_000, freshConnection: true },
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
		const { sent, code } = await failure(post(server.origin.replace('127.0.0.1', 'localhost')));
		assert.deepEqual([sent, code], ['no', 'ECONNREFUSED']);
	});

	it('no: there is no such name', async () => {
		const { sent, code } = await failure(post('http://no-such-host.invalid/'));
		assert.equal(sent, 'no');
		assert.match(code, /ENOTFOUND|EAI_AGAIN/);
	});

	for (const url of ['not a url', '', 'ftp://host/', 'file:///etc/hosts', 'data:,x', '//host/'])
		it(`no: “${url}” is no address of a service`, async () => {
			const { sent, code } = await failure(post(url));
			assert.deepEqual([sent, code], ['no', 'ERR_INVALID_URL']);
		});

	it('no: a key that no header can hold', async () => {
		const request = post('http://127.0.0.1:9/', { headers: { authorization: 'Bearer tsk_\u200b' } });
		const { sent, code } = await failure(request);
		assert.deepEqual([sent, code], ['no', 'ERR_INVALID_CHAR']);
	});

	it('no: the other side speaks no TLS', async () => {
		let seen = '';
		const server = await rawServer((socket) =>
			socket.once('data', (piece) => {
				seen += piece.toString('latin1');
				socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
			}),
		);
		const { sent } = await failure(post(server.origin.replace('http:', 'https:'), { body: 'the request' }));
		server.close();
		assert.equal(sent, 'no');
		assert.doesNotMatch(seen, /the request/);
	});

	it('no: nobody vouches for the certificate, and the service sees nothing', async () => {
		const server = await fileServer((response) => response.end('ok'));
		const front = await openPortFront(testService);
		front.leadsTo(Number(new URL(server.origin).port));
		const url = `https://127.0.0.1:${front.port}/`;
		const { sent, code } = await failure(post(url));
		assert.deepEqual([sent, code], ['no', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
		assert.equal(server.seen.length, 0);
		// As with http.proxyStrictSSL switched off.
		const lenient = nodeHttp({ strictTls: () => false });
		assert.equal(await (await lenient(post(url))).text(), 'ok');
		lenient.close();
		await front.close();
		await server.close();
	});

	it('no: there is no connection in time', async () => {
		// Says nothing to the handshake.
		const server = await rawServer(() => {});
		const { sent, code } = await failure(post(server.origin.replace('http:', 'https:'), { timeoutMs: 50 }));
		server.close();
		assert.deepEqual([sent, code], ['no', 'CONNECT_TIMEOUT']);
	});

	it('maybe: the connection is reset after the request', async () => {
		const server = await fileServer((response) => response.socket?.resetAndDestroy());
		const { sent, code } = await failure(post(server.origin));
		await server.close();
		assert.deepEqual([sent, code], ['maybe', 'ECONNRESET']);
		assert.equal(server.seen.length, 1);
	});

	it('maybe: the same behind TLS', async () => {
		const server = await fileServer((response) => response.socket?.resetAndDestroy());
		const front = await openPortFront(testService);
		front.leadsTo(Number(new URL(server.origin).port));
		const lenient = nodeHttp({ strictTls: () => false });
		const error: unknown = await lenient(post(`https://127.0.0.1:${front.port}/`)).catch((fault) => fault);
		assert.ok(error instanceof TransportError);
		assert.equal(error.sent, 'maybe');
		lenient.close();
		await front.close();
		await server.close();
	});

	it('maybe: the other side hangs up without an answer', async () => {
		const server = await rawServer((socket) => socket.once('data', () => socket.end()));
		const { sent } = await failure(post(server.origin));
		server.close();
		assert.equal(sent, 'maybe');
	});

	it('maybe: what answers speaks no HTTP', async () => {
		const server = await rawServer((socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n')));
		const { sent, code } = await failure(post(server.origin));
		server.close();
		assert.equal(sent, 'maybe');
		assert.match(code, /^HPE_/);
	});

	it('maybe: no answer comes in time', async () => {
		const server = await fileServer(() => {});
		const { sent, code } = await failure(post(server.origin, { timeoutMs: 2000 }));
		await server.close();
		assert.deepEqual([sent, code], ['maybe', 'ANSWER_TIMEOUT']);
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

	it('no: a proxy without VS Code asks for a password in place of the service', async () => {
		const server = await fileServer((response) =>
			response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end(),
		);
		const { sent, code } = await failure(post(server.origin));
		await server.close();
		assert.deepEqual([sent, code], ['no', 'PROXY_PASSWORD']);
	});

	it('rejects with the signal’s reason when it is stopped', async () => {
		const stop = new AbortController();
		const server = await fileServer(() => stop.abort(new Error('enough')));
		await assert.rejects(http(post(server.origin, { signal: stop.signal })), /enough/);
		await assert.rejects(http(post(server.origin, { signal: stop.signal })), /enough/);
		assert.equal(server.seen.length, 1);
		await server.close();
	});

	it('breaks off what is under way when it is closed', async () => {
		const own = nodeHttp();
		const server = await fileServer(() => own.close());
		await assert.rejects(own(post(server.origin)), { name: 'TransportError', sent: 'maybe', code: 'CLOSED' });
		await server.close();
	});
});
