import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestQueue } from '../../../../../src/core/accounts/requestQueue';
import { throttledProvider } from '../../../../../src/core/accounts/throttledProvider';
import { nodeHttp } from '../../../../../src/core/network/nodeHttp';
import { TripoClient } from '../../../../../src/core/providers/tripo/client';
import { fileServer, type Step } from '../../support/fileServer';
import { InstantClock } from '../../support/instantClock';
import { RecordingLog } from '../../support/recordingLog';

const key = 'tsk_canary_0123456789';
const largestForm = 60 * 1024 * 1024;

/** A request as it arrived, with its whole body. */
interface Arrived {
	readonly method: string;
	readonly path: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: Buffer;
}

describe('Uploads to Tripo', () => {
	const http = nodeHttp();
	after(() => http.close());

	/** Uploads to a service that answers its requests by turn, the last for ever. */
	async function upload(
		bytes: Uint8Array,
		name: string,
		...answers: ((origin: string, response: ServerResponse) => void)[]
	): Promise<{ token: string; arrived: Arrived[]; log: RecordingLog; waits: number[] }> {
		const arrived: Arrived[] = [];
		const step: Step = (response, request) => {
			const pieces: Buffer[] = [];
			request.on('data', (piece: Buffer) => pieces.push(piece));
			request.on('end', () => {
				const { method = '', url: path = '', headers } = request;
				arrived.push({ method, path, headers, body: Buffer.concat(pieces) });
				answers[Math.min(arrived.length, answers.length) - 1]?.(server.origin, response);
			});
		};
		const server = await fileServer(step);
		const [log, clock] = [new RecordingLog(), new InstantClock()];
		const parts = { http, clock, log, userAgent: 'propsmith-test', key };
		try {
			// As the engine calls it: repetitions are the account's, not the client's.
			const requests = new RequestQueue(clock, () => 0, { concurrentTasks: 1, classes: {}, budgets: [] });
			const client = throttledProvider(
				new TripoClient({ ...parts, baseUrl: `${server.origin}/v3` }),
				requests,
				{
					clock,
					random: () => 0,
				},
			);
			const token = await client.upload(bytes, name, new AbortController().signal);
			return { token, arrived, log, waits: clock.sleeps };
		} finally {
			await server.close();
		}
	}

	const json =
		(data: unknown, status = 200, code = 0) =>
		(_origin: string, response: ServerResponse): void => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ code, data, message: 'said the service' }));
		};
	const token = json({ file_token: 'file_1' });
	const place =
		(name: string) =>
		(origin: string, response: ServerResponse): void =>
			json({
				[name]: `${origin}/bucket/knight.glb?X-Amz-Signature=secret`,
				file_token: 'file_2',
				expires_in: 1800,
			})(origin, response);
	const stored = (_origin: string, response: ServerResponse): void => void response.writeHead(200).end();
	const expired = (_origin: string, response: ServerResponse): void =>
		void response.writeHead(403).end('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>');

	for (const [name, type] of [
		['front.png', 'image/png'],
		['front.JPG', 'image/jpeg'],
		['front.webp', 'image/webp'],
		['knight.glb', 'model/gltf-binary'],
		['knight.gltf', 'model/gltf+json'],
		['knight.obj', 'model/obj'],
		['knight.stl', 'model/stl'],
		['knight.fbx', 'application/octet-stream'],
	] as const)
		it(`sends ${name} as a form with the type ${type}`, async () => {
			const { token: given, arrived } = await upload(new Uint8Array([1, 2, 3]), name, token);
			assert.equal(given, 'file_1');
			const [{ method, path, headers, body } = assert.fail('nothing arrived')] = arrived;
			assert.deepEqual([method, path, headers.authorization], ['POST', '/v3/files', `Bearer ${key}`]);
			assert.match(headers['content-type'] ?? '', /^multipart\/form-data; boundary=/);
			const text = body.toString('latin1');
			assert.match(
				text,
				new RegExp(`name="file"; filename="${name}"\r\nContent-Type: ${type.replace('+', '\\+')}\r\n`),
			);
			assert.ok(text.includes('\r\n\r\n\x01\x02\x03\r\n'));
		});

	for (const field of ['presigned_url', 'upload_url'])
		it(`puts a large model into storage, without the key, at the address in ${field}`, async () => {
			const bytes = new Uint8Array(largestForm + 1).fill(7);
			const { token: given, arrived, log } = await upload(bytes, 'knight.glb', place(field), stored);
			assert.equal(given, 'file_2');
			const [asked, put] = arrived;
			assert.deepEqual([asked?.method, asked?.path], ['POST', '/v3/files/presign']);
			assert.deepEqual(JSON.parse(String(asked?.body)), { format: 'glb' });
			assert.deepEqual([put?.method, put?.path], ['PUT', '/bucket/knight.glb?X-Amz-Signature=secret']);
			assert.equal(put?.headers.authorization, undefined);
			assert.equal(put?.headers['content-length'], String(bytes.length));
			assert.equal(put?.headers['transfer-encoding'], undefined);
			assert.equal(put?.headers['content-type'], 'application/octet-stream');
			const sum = (all: Uint8Array): string => createHash('sha256').update(all).digest('hex');
			assert.equal(sum(put?.body ?? Buffer.alloc(0)), sum(bytes));
			assert.doesNotMatch(log.text, /secret|canary/);
		});

	it('sends a model of just 60 MB as a form', async () => {
		const { arrived } = await upload(new Uint8Array(largestForm), 'knight.glb', token);
		assert.deepEqual(
			arrived.map(({ path }) => path),
			['/v3/files'],
		);
	});

	it('asks for another address when the first one is dead', async () => {
		const bytes = new Uint8Array(largestForm + 1);
		const way = [place('presigned_url'), expired, place('presigned_url'), stored];
		const { token: given, arrived, waits } = await upload(bytes, 'knight.glb', ...way);
		assert.equal(given, 'file_2');
		assert.deepEqual(
			arrived.map(({ method }) => method),
			['POST', 'PUT', 'POST', 'PUT'],
		);
		assert.equal(waits.length, 1);
	});

	it('gives up after three dead addresses, and says that the service stumbles', async () => {
		const bytes = new Uint8Array(largestForm + 1);
		const way = Array.from({ length: 3 }, () => [place('presigned_url'), expired]).flat();
		await assert.rejects(upload(bytes, 'knight.glb', ...way), {
			kind: 'unclear',
			code: 'serviceFault',
			status: 403,
		});
	});

	for (const [what, name, answer, code] of [
		['an unreadable picture', 'front.png', json({}, 400, 2004), 'imageUnreadable'],
		['an unreadable model', 'knight.glb', json({}, 400, 2004), 'modelUnreadable'],
		['an empty model', 'knight.obj', json({}, 400, 2003), 'modelUnreadable'],
		['a picture that is too large', 'front.png', json({}, 413, 2021), 'imageTooLarge'],
		['a model that is too large', 'knight.glb', json({}, 413, 2021), 'modelTooLarge'],
		['content', 'front.png', json({}, 400, 2008), 'contentRefused'],
	] as const)
		it(`names what is refused: ${what}`, async () => {
			await assert.rejects(upload(new Uint8Array([1]), name, answer), { kind: 'refused', code });
		});

	for (const [what, answers] of [
		['no token', [json({})]],
		['an empty token', [json({ file_token: '' })]],
	] as const)
		it(`does not believe an answer with ${what}`, async () => {
			await assert.rejects(upload(new Uint8Array([1]), 'front.png', ...answers), { kind: 'unclear' });
		});

	it('does not believe an address that is missing', async () => {
		const bytes = new Uint8Array(largestForm + 1);
		await assert.rejects(upload(bytes, 'knight.glb', token), { kind: 'unclear', code: 'serviceFault' });
	});
});
