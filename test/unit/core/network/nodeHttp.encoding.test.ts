import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import * as zlib from 'node:zlib';
import { eventsOf } from '../../../../src/core/network/eventStream';
import type { HttpResponse } from '../../../../src/core/network/http';
import { nodeHttp } from '../../../../src/core/network/nodeHttp';
import { eventually } from '../../../harness/eventually';
import { fileServer, type Step } from '../support/fileServer';

const plain = Buffer.from(JSON.stringify({ task: 'x'.repeat(100_000), at: 'é' }));

const encodings: readonly [header: string, encoded: Buffer][] = [
	['gzip', zlib.gzipSync(plain)],
	['X-GZIP', zlib.gzipSync(plain)],
	['deflate', zlib.deflateSync(plain)],
	['deflate', zlib.deflateRawSync(plain)],
	['br', zlib.brotliCompressSync(plain)],
	['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(plain))],
	['gzip, identity', zlib.gzipSync(plain)],
	...('zstdCompressSync' in zlib
		? [['zstd', (zlib.zstdCompressSync as (bytes: Buffer) => Buffer)(plain)] as [string, Buffer]]
		: []),
];

describe('Encoded answers', () => {
	const http = nodeHttp();
	after(() => http.close());
	let close: () => Promise<void> = async () => {};
	afterEach(() => close());

	const ask = async (step: Step): Promise<HttpResponse> => {
		const server = await fileServer(step);
		close = server.close;
		return http({ method: 'GET', url: server.origin, timeoutMs: 60_000 });
	};
	const send =
		(encoding: string, body: Buffer, more: Record<string, string | number> = {}, status = 200): Step =>
		(response) =>
			response
				.writeHead(status, { 'content-encoding': encoding, 'content-length': body.length, ...more })
				.end(body);

	encodings.forEach(([encoding, body], index) => {
		it(`are decoded: ${encoding} (${index})`, async () => {
			const answer = await ask(send(encoding, body, { etag: '"e"', 'accept-ranges': 'bytes' }));
			assert.equal(answer.decoded, true);
			const { headers } = answer;
			assert.deepEqual(
				['content-length', 'content-encoding', 'accept-ranges', 'etag'].map((name) => headers[name]),
				[undefined, undefined, undefined, '"e"'],
			);
			assert.equal(await answer.text(), plain.toString());
		});

		it(`are not taken for whole when cut: ${encoding} (${index})`, async () => {
			const answer = await ask(send(encoding, body.subarray(0, body.length - 9)));
			await assert.rejects(answer.text(), { name: 'TransportError', sent: 'maybe' });
		});
	});

	it('that come byte by byte are decoded', async () => {
		for (const [encoding, body] of encodings.slice(2, 4)) {
			const answer = await ask(async (response) => {
				response.writeHead(200, { 'content-encoding': encoding });
				for (const byte of body.subarray(0, 3))
					await new Promise((resolve) => response.write(Buffer.of(byte), () => setTimeout(resolve, 5)));
				response.end(body.subarray(3));
			});
			assert.equal(await answer.text(), plain.toString());
			await close();
		}
	});

	it('that are damaged are no answers', async () => {
		for (const encoding of ['gzip', 'deflate', 'br']) {
			const answer = await ask(send(encoding, Buffer.from('<html>not at all encoded</html>')));
			await assert.rejects(answer.text(), { name: 'TransportError', sent: 'maybe' });
			await close();
		}
	});

	it('may be empty', async () => {
		assert.equal(await (await ask(send('gzip', Buffer.alloc(0)))).text(), '');
		await close();
		const none = await ask((response) => response.writeHead(204, { 'content-encoding': 'gzip' }).end());
		assert.equal(await none.text(), '');
	});

	it('in an encoding that nobody here knows come as they are, headers and all', async () => {
		for (const encoding of ['aws-chunked', 'identity', 'compress', 'gzip, compress']) {
			const answer = await ask(send(encoding, plain));
			assert.equal(answer.decoded, false);
			assert.equal(answer.headers['content-length'], String(plain.length));
			assert.equal(await answer.text(), plain.toString());
			await close();
		}
	});

	it('cannot be read from the middle', async () => {
		const body = zlib.deflateRawSync(plain);
		const range = { 'content-range': `bytes 10-${body.length - 1}/${body.length}` };
		const answer = await ask(send('deflate', body.subarray(10), range, 206));
		assert.equal(answer.headers['content-range'], undefined);
		await assert.rejects(answer.text(), { code: 'ENCODED_RANGE' });
	});

	it('bring events as they come', async () => {
		let go: () => void = () => {};
		const asked = new Promise<void>((resolve) => {
			go = resolve;
		});
		const answer = await ask(async (response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
			const packer = zlib.createGzip();
			packer.pipe(response);
			packer.write('data: one\n\n');
			packer.flush();
			await asked;
			packer.end('data: two\n\n');
		});
		const seen: string[] = [];
		for await (const { data } of eventsOf(answer.body)) {
			seen.push(data);
			go();
		}
		assert.deepEqual(seen, ['one', 'two']);
	});

	it('end their connection when the reader stops early', async () => {
		let socket: Socket | undefined;
		const answer = await ask((response, request) => {
			socket = request.socket;
			response.writeHead(200, { 'content-encoding': 'gzip' });
			const packer = zlib.createGzip();
			packer.pipe(response);
			packer.write('beginning');
			packer.flush();
		});
		for await (const piece of answer.body) {
			assert.equal(Buffer.from(piece).toString(), 'beginning');
			break;
		}
		await eventually('the connection to end', () => socket?.destroyed === true, 60_000);
	});

	it('stop with the signal’s reason', async () => {
		const stop = new AbortController();
		const server = await fileServer((response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' });
			const packer = zlib.createGzip();
			packer.pipe(response);
			packer.write('beginning');
			packer.flush();
		});
		close = server.close;
		const answer = await http({ method: 'GET', url: server.origin, timeoutMs: 60_000, signal: stop.signal });
		await assert.rejects(async () => {
			for await (const _ of answer.body) stop.abort(new Error('enough'));
		}, /enough/);
	});
});
