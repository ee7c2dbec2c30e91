import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer as createRawServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { eventsOf } from '../../../../src/core/network/eventStream';
import type { HttpRequest, HttpResponse } from '../../../../src/core/network/http';
import { nodeHttp } from '../../../../src/core/network/nodeHttp';
import { fileServer, type Step } from '../support/fileServer';

describe('Answers', () => {
	const http = nodeHttp();
	after(() => http.close());
	let close: () => Promise<void> | void = () => {};
	afterEach(() => close());

	const serve = async (...steps: Step[]): Promise<string> => {
		const server = await fileServer(...steps);
		close = server.close;
		return server.origin;
	};
	/** Bytes as a server may write them. */
	const serveRaw = async (...pieces: string[]): Promise<string> => {
		const server = createRawServer((socket) => {
			socket.on('error', () => {});
			socket.once('data', () => {
				for (const piece of pieces) socket.write(piece);
				socket.end();
			});
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		close = () => void server.close();
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	};
	const ask = (url: string, more: Partial<HttpRequest> = {}): Promise<HttpResponse> =>
		http({ method: 'GET', url, timeoutMs: 60_000, ...more });

	it('have lower-case names and join repeated headers', async () => {
		const origin = await serve((response) => {
			response.writeHead(200, { 'X-One': ['a', 'b'], ETag: '"e"', 'Set-Cookie': ['c=1', 'd=2'] }).end();
		});
		const { headers, status, decoded } = await ask(origin);
		assert.deepEqual([status, headers['x-one'], headers.etag, decoded], [200, 'a, b', '"e"', false]);
		assert.equal(headers['set-cookie'], 'c=1, d=2');
	});

	it('have the first of headers that make sense once', async () => {
		const origin = await serveRaw(
			'HTTP/1.1 429 No\r\nRetry-After: 7\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n',
		);
		const { headers } = await ask(origin);
		assert.equal(headers['retry-after'], '7');
	});

	it('may have large heads', async () => {
		const value = 'x'.repeat(40_000);
		const origin = await serve((response) => response.writeHead(200, { 'x-large': value }).end('ok'));
		const answer = await ask(origin);
		assert.equal(answer.headers['x-large'], value);
		assert.equal(await answer.text(), 'ok');
	});

	it('are not followed anywhere', async () => {
		const origin = await serve((response) => response.writeHead(302, { location: '/elsewhere' }).end());
		const { status, headers } = await ask(origin);
		assert.deepEqual([status, headers.location], [302, '/elsewhere']);
	});

	it('come after 100 and 103', async () => {
		const origin = await serveRaw(
			'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n',
			'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
		);
		const answer = await ask(origin);
		assert.equal(answer.status, 200);
		assert.equal(await answer.text(), 'ok');
	});

	it('end with the connection in HTTP/1.0', async () => {
		const origin = await serveRaw('HTTP/1.0 200 OK\r\n\r\n', 'all of it');
		assert.equal(await (await ask(origin)).text(), 'all of it');
	});

	it('may have trailers', async () => {
		const origin = await serve((response) => {
			response.writeHead(200, { trailer: 'x-sum' });
			response.write('body');
			response.addTrailers({ 'x-sum': '1' });
			response.end();
		});
		assert.equal(await (await ask(origin)).text(), 'body');
	});

	it('are broken when a chunk is cut', async () => {
		const origin = await serveRaw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '5\r\nab');
		await assert.rejects((await ask(origin)).text(), { name: 'TransportError', sent: 'maybe' });
	});

	it('may be empty', async () => {
		const origin = await serve((response) => response.writeHead(204).end());
		assert.equal(await (await ask(origin)).text(), '');
	});

	it('put characters together that come in two pieces', async () => {
		const bytes = Buffer.from('\ufeff„é“');
		const origin = await serve(async (response) => {
			response.write(bytes.subarray(0, 5));
			await delay(20);
			response.end(bytes.subarray(5));
		});
		assert.equal(await (await ask(origin)).text(), '„é“');
	});

	it('are waited for as long as pieces come', async () => {
		const origin = await serve(async (response) => {
			for (let count = 0; count < 6; count++) {
				response.write('.');
				await delay(500);
			}
			response.end();
		});
		assert.equal(await (await ask(origin, { timeoutMs: 2000 })).text(), '......');
	});

	it('are given up when no piece comes', async () => {
		const origin = await serve((response) => void response.write('.'));
		await assert.rejects((await ask(origin, { timeoutMs: 2000 })).text(), {
			name: 'TransportError',
			sent: 'maybe',
			code: 'BODY_TIMEOUT',
		});
	});

	it('are not given up for a slow reader', async () => {
		const size = 4 * 1024 * 1024;
		const origin = await serve((response) => void response.end(Buffer.alloc(size)));
		let bytes = 0;
		for await (const piece of (await ask(origin, { timeoutMs: 2000 })).body) {
			if (bytes === 0) await delay(3000);
			bytes += piece.byteLength;
		}
		assert.equal(bytes, size);
	});

	it('stop with the signal’s reason in the middle', async () => {
		const stop = new AbortController();
		const origin = await serve((response) => void response.write('.'));
		const answer = await ask(origin, { signal: stop.signal });
		await assert.rejects(async () => {
			for await (const _ of answer.body) stop.abort(new Error('enough'));
		}, /enough/);
	});

	it('bring events as they come', async () => {
		let go: () => void = () => {};
		const asked = new Promise<void>((resolve) => {
			go = resolve;
		});
		const origin = await serve(async (response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write('data: one\n\n');
			// The second is written only when the first has arrived.
			await asked;
			response.end('data: two\n\n');
		});
		const seen: string[] = [];
		for await (const { data } of eventsOf((await ask(origin)).body)) {
			seen.push(data);
			go();
		}
		assert.deepEqual(seen, ['one', 'two']);
	});

	it('come to large bodies, however slowly those go out', async () => {
		const body = Buffer.alloc(45_000_000, 'x');
		let received = 0;
		let length: string | undefined;
		const origin = await serve((response, request) => {
			length = request.headers['content-length'];
			// Reads ten bytes a microsecond: all of it takes longer than the limit to silence, no part of it does.
			const began = performance.now();
			request.on('data', (piece: Buffer) => {
				received += piece.length;
				const early = received / 10_000 - (performance.now() - began);
				if (early <= 0) return;
				request.pause();
				setTimeout(() => request.resume(), early);
			});
			request.on('end', () => response.end('taken'));
		});
		const answer = await ask(origin, { method: 'PUT', body, timeoutMs: 3000 });
		assert.equal(await answer.text(), 'taken');
		assert.deepEqual([received, length], [body.length, String(body.length)]);
	});

	it('are read though they come before the body is out', async () => {
		const origin = await serve((response, request) => {
			request.pause();
			response.writeHead(413, { connection: 'close' });
			response.write('too');
			setTimeout(() => response.end(' large'), 50);
		});
		const answer = await ask(origin, { method: 'PUT', body: Buffer.alloc(45_000_000) });
		assert.equal(answer.status, 413);
		assert.equal(await answer.text(), 'too large');
	});

	it('come to bodies of every method, with their length', async () => {
		const seen: unknown[] = [];
		const origin = await serve(async (response, request) => {
			const pieces: Buffer[] = [];
			for await (const piece of request) pieces.push(piece as Buffer);
			const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
			seen.push([request.method, Buffer.concat(pieces).toString(), length, coding]);
			response.end();
		});
		for (const method of ['POST', 'PUT', 'DELETE'] as const) {
			await (await ask(origin, { method, body: 'é' })).text();
			await (await ask(origin, { method })).text();
		}
		assert.deepEqual(seen, [
			['POST', 'é', '2', undefined],
			['POST', '', '0', undefined],
			['PUT', 'é', '2', undefined],
			['PUT', '', '0', undefined],
			['DELETE', 'é', '2', undefined],
			['DELETE', '', undefined, undefined],
		]);
	});
});
