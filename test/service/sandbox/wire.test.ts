import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { freshBench, key, ledger } from './bench';

interface RawAnswer {
	/** Everything that came before the body, statuses on the way included. */
	head: string;
	body: Buffer;
}

/** Sends bytes as they are, for what `fetch` would tidy up, and reads until the connection is closed. */
async function raw(origin: string, lines: readonly string[], body: string | Buffer = ''): Promise<RawAnswer> {
	const { hostname, port, host } = new URL(origin);
	const socket = connect(Number(port), hostname);
	const parts: Buffer[] = [];
	socket.on('data', (part: Buffer) => parts.push(part));
	socket.write([...lines, `Host: ${host}`, 'Connection: close', '', ''].join('\r\n'));
	socket.write(body);
	await once(socket, 'close');
	const bytes = Buffer.concat(parts);
	const end = bytes.lastIndexOf('\r\n\r\n');
	return { head: bytes.toString('latin1', 0, end), body: bytes.subarray(end + 4) };
}

describe('sandbox: HTTP as clients and gateways speak it', () => {
	const bench = freshBench();
	const withKey = `Authorization: Bearer ${key}`;
	const origin = () => new URL(bench().sandbox.tripo).origin;
	const generation = '/v3/generation/text-to-model';
	const json = JSON.stringify({ prompt: 'a crate', model: 'v3.1-20260211' });
	const variants = (http: object) => bench().control('/variants', { http });
	const balance = (headers: Record<string, string> = {}) =>
		fetch(`${bench().sandbox.tripo}/account/balance`, {
			headers: { Authorization: `Bearer ${key}`, ...headers },
		});

	it('takes a whole address for a target, as proxies send it', async () => {
		const tripo = await raw(origin(), [`GET ${bench().sandbox.tripo}/account/balance HTTP/1.1`, withKey]);
		assert.match(tripo.head, /^HTTP\/1\.1 200 /);
		const meshy = await raw(origin(), [
			`GET ${origin()}/openapi/v1/balance HTTP/1.1`,
			'Authorization: Bearer msy_bench00001',
		]);
		assert.match(meshy.head, /^HTTP\/1\.1 200 /);
	});

	it('answers targets that are no good paths, too', async () => {
		for (const target of ['//', '//v3/account/balance', '/v3//account/balance', '*', '/%']) {
			const method = target === '*' ? 'OPTIONS' : 'GET';
			const { head } = await raw(origin(), [`${method} ${target} HTTP/1.1`, withKey]);
			assert.match(head, /^HTTP\/1\.1 40[34] /, target);
		}
	});

	it('takes a body in chunks, and one that waits for 100 Continue', async () => {
		const type = 'Content-Type: application/json';
		const chunk = `${json.length.toString(16)}\r\n${json}\r\n0\r\n\r\n`;
		const start = `POST ${generation} HTTP/1.1`;
		const chunked = await raw(origin(), [start, withKey, type, 'Transfer-Encoding: chunked'], chunk);
		assert.match(chunked.head, /^HTTP\/1\.1 200 /);
		const length = `Content-Length: ${json.length}`;
		const waited = await raw(origin(), [start, withKey, type, length, 'Expect: 100-continue'], json);
		assert.match(waited.head, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
		assert.equal((await ledger(bench())).tasks.length, 2);
	});

	it('reads names of headers, the word Bearer and a content type in any case, a byte order mark not', async () => {
		const lines = (type: string) => [
			`POST ${generation} HTTP/1.1`,
			`AUTHORIZATION: bearer ${key}`,
			`content-TYPE: ${type}`,
		];
		const length = (text: string) => `CONTENT-LENGTH: ${Buffer.byteLength(text)}`;
		const good = await raw(origin(), [...lines('Application/JSON; Charset=UTF-8'), length(json)], json);
		assert.match(good.head, /^HTTP\/1\.1 200 /);
		const marked = await raw(
			origin(),
			[...lines('application/json'), length(`\ufeff${json}`)],
			`\ufeff${json}`,
		);
		assert.match(marked.head, /^HTTP\/1\.1 400 /);
	});

	it('tells an empty body and a form from JSON', async () => {
		const post = (headers: Record<string, string>, body: string) =>
			fetch(origin() + generation, {
				method: 'POST',
				headers: { Authorization: `Bearer ${key}`, ...headers },
				body,
			});
		assert.equal((await post({ 'Content-Type': 'application/json' }, '')).status, 400);
		// What curl calls a body when nobody says what it is.
		assert.equal((await post({ 'Content-Type': 'application/x-www-form-urlencoded' }, json)).status, 415);
	});

	it('has numbers as numbers: text with a number in it is refused', async () => {
		assert.equal((await bench().generate({ face_limit: '5000' })).body.code, 1004);
		assert.equal((await bench().generate({ texture: 'true' })).body.code, 1004);
		assert.equal((await bench().generate({ face_limit: 5000 })).body.code, 0);
	});

	it('gives a HEAD of a file what a GET has, without the bytes', async () => {
		const link = await bench().link();
		const { pathname, search } = new URL(link);
		const files = bench().sandbox.files;
		const head = await raw(files, [`HEAD ${pathname}${search} HTTP/1.1`]);
		const length = Number((await fetch(link)).headers.get('content-length'));
		assert.match(head.head, new RegExp(`^HTTP/1\\.1 200 [\\s\\S]*Content-Length: ${length}`));
		const part = await raw(files, [`HEAD ${pathname}${search} HTTP/1.1`, 'Range: bytes=0-9']);
		assert.match(part.head, /^HTTP\/1\.1 206 [\s\S]*Content-Length: 10/);
	});

	for (const [encoding, decode] of [
		['gzip', gunzipSync],
		['deflate', inflateSync],
		['br', brotliDecompressSync],
	] as const) {
		it(`encodes API answers as ${encoding} for those who take it, once it is told to`, async () => {
			const asked = [withKey, `Accept-Encoding: identity;q=0.1, ${encoding};q=0.5`];
			const target = 'GET /v3/account/balance HTTP/1.1';
			const before = await raw(origin(), [target, ...asked]);
			assert.ok(!/content-encoding/i.test(before.head));
			await variants({ encoding });
			const answer = await raw(origin(), [target, ...asked]);
			assert.match(answer.head, new RegExp(`Content-Encoding: ${encoding}`));
			assert.match(answer.head, new RegExp(`Content-Length: ${answer.body.length}`));
			assert.equal(JSON.parse(decode(answer.body).toString()).code, 0);
			for (const unasked of [[withKey], [withKey, `Accept-Encoding: ${encoding};q=0, *;q=0`]]) {
				const plain = await raw(origin(), [target, ...unasked]);
				assert.equal(JSON.parse(plain.body.toString()).code, 0);
			}
			const file = await fetch(await bench().link());
			assert.equal(file.headers.get('content-encoding'), null, 'files are none of it');
		});
	}

	it('writes the names of headers in lower or upper case', async () => {
		for (const [headerNames, name] of [
			['usual', 'Content-Type'],
			['lower', 'content-type'],
			['upper', 'CONTENT-TYPE'],
		] as const) {
			await variants({ headerNames });
			const { head } = await raw(origin(), ['GET /v3/account/balance HTTP/1.1', withKey]);
			assert.match(head, new RegExp(`\r\n${name}: application/json`));
			assert.equal((await balance()).headers.get('content-type'), 'application/json; charset=utf-8');
		}
	});

	it('pause: the headers come at once, and the body stops where it is told to', async () => {
		const link = await bench().link();
		const length = Number((await fetch(link, { method: 'HEAD' })).headers.get('content-length'));
		await bench().control('/faults', [
			{ origin: 'files', action: { type: 'pause', ms: 300, afterBytes: 100 } },
			{ origin: 'files', action: { type: 'pause', ms: 600_000 } },
		]);
		const parts: number[] = [];
		for await (const part of (await fetch(link)).body ?? []) parts.push((part as Uint8Array).length);
		assert.equal(parts[0], 100);
		assert.equal(
			parts.reduce((sum, bytes) => sum + bytes),
			length,
		);
		const silent = await fetch(link);
		assert.equal(Number(silent.headers.get('content-length')), length);
		await silent.body?.cancel();
	});

	it('a page of a gateway after the task was made: 502, 503 and 504 hide it', async () => {
		for (const status of [502, 503, 504]) {
			await bench().control('/faults', [
				{ method: 'POST', path: '/generation/**', action: { type: 'html', status, taken: true } },
			]);
			const answer = await fetch(origin() + generation, {
				method: 'POST',
				headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
				body: json,
			});
			assert.deepEqual([answer.status, answer.headers.get('content-type')], [status, 'text/html']);
		}
		assert.equal((await ledger(bench())).tasks.length, 3);
	});

	it('says what is wrong with such steps and variants', async () => {
		for (const [path, body] of [
			['/faults', [{ action: { type: 'pause' } }]],
			['/variants', { http: { encoding: 'zip' } }],
			['/variants', { http: { fileauthorization: 'refused' } }],
		] as const)
			assert.equal((await bench().control(path, body)).httpStatus, 400, JSON.stringify(body));
	});
});
