import { createHash, randomUUID } from 'node:crypto';
import { type Handler, headerOf, type Incoming, type Reply } from '../http/message';
import { type KeptFile, keptFile } from '../meshy/links';
import type { World } from '../world';
import { contentTypeOf } from './contentType';
import { artifactIn, signedPath, tokenIn } from './links';
import { sliceOf } from './range';

/**
 * The host of results and presigned uploads. It behaves like an object store behind a content network: the
 * signed query is the whole permission, refusals are XML, and no CORS header is ever sent. An API key has no
 * business here: uploads with one are refused, as a store refuses two ways of authorization at once; downloads
 * only by a variant, because the network in front of the store passes the header by.
 */
export function fileHost(world: World): Handler {
	return async (incoming) => {
		if (incoming.headers.authorization !== undefined && refusesAuthorization(world, incoming)) {
			return xmlError(400, 'InvalidArgument', 'Only one way of authorization is allowed.');
		}
		switch (incoming.method) {
			case 'GET':
			case 'HEAD':
				return download(world, incoming);
			case 'PUT':
				return put(world, incoming);
			case 'OPTIONS':
				return xmlError(403, 'AccessForbidden', 'CORS is not enabled.');
			default:
				return xmlError(405, 'MethodNotAllowed', 'This method is not allowed here.');
		}
	};
}

function refusesAuthorization({ http }: World, { method }: Incoming): boolean {
	return method === 'PUT' || http.fileAuthorization === 'refused';
}

async function download(world: World, incoming: Incoming): Promise<Reply> {
	const path = signedPath(incoming.path);
	if (world.signer.judge(path, incoming.query) !== 'valid') {
		return xmlError(403, 'AccessDenied', 'Access Denied');
	}
	const kept = keptFile(world, path);
	if (kept) {
		return meshyDownload(incoming, kept);
	}
	const named = artifactIn(path);
	const task = named && world.desk.get(named.taskId);
	const bytes = task?.ended?.status === 'success' && (await world.artifacts.file(task, named?.name ?? ''));
	if (!task || !named || !bytes) {
		return xmlError(404, 'NoSuchKey', 'There is no such file.');
	}
	incoming.trail.taskId = task.id;
	return deliver(incoming, bytes, contentTypeOf(named.name));
}

/** Meshy's store does not tell what it never had from what it has removed. */
async function meshyDownload(incoming: Incoming, { taskId, name, bytes }: KeptFile): Promise<Reply> {
	const found = await bytes;
	if (!found) {
		return xmlError(403, 'AccessDenied', 'Access Denied');
	}
	incoming.trail.taskId = taskId;
	return deliver(incoming, found, contentTypeOf(name));
}

/** 200, 206 or 416, as `Range` and `If-Range` ask for. */
function deliver(incoming: Incoming, bytes: Buffer, type: string): Reply {
	const { noRange, otherETag, partial } = incoming.quirks;
	const etag = `"${createHash('md5')
		.update(bytes)
		.update(otherETag ? 'other' : '')
		.digest('hex')}"`;
	const headers = { 'Content-Type': type, ETag: etag, ...(noRange ? {} : { 'Accept-Ranges': 'bytes' }) };
	const ifRange = headerOf(incoming, 'if-range');
	const range =
		noRange || (ifRange !== undefined && ifRange !== etag) ? undefined : headerOf(incoming, 'range');
	const slice = sliceOf(range ?? (partial ? 'bytes=0-' : undefined), bytes.length);
	if (slice.kind === 'unsatisfiable') {
		const refusal = xmlError(416, 'InvalidRange', 'The range asked for is not in the file.');
		return { ...refusal, headers: { ...refusal.headers, 'Content-Range': `bytes */${bytes.length}` } };
	}
	const body = slice.kind === 'whole' ? bytes : bytes.subarray(slice.first, slice.last + 1);
	return {
		status: slice.kind === 'whole' ? 200 : 206,
		headers:
			slice.kind === 'whole'
				? headers
				: { ...headers, 'Content-Range': `bytes ${slice.first}-${slice.last}/${bytes.length}` },
		...(incoming.method === 'HEAD' ? { body: Buffer.alloc(0), declaredLength: body.length } : { body }),
	};
}

async function put(world: World, incoming: Incoming): Promise<Reply> {
	if (world.signer.judge(incoming.path, incoming.query) !== 'valid') {
		return xmlError(403, 'SignatureDoesNotMatch', 'The signature does not fit this request.');
	}
	if (headerOf(incoming, 'content-length') === undefined) {
		return xmlError(411, 'MissingContentLength', 'Send a Content-Length.');
	}
	const upload = world.uploads.get(tokenIn(incoming.path) ?? '');
	if (!upload) {
		return xmlError(404, 'NoSuchKey', 'There is no such upload.');
	}
	if (incoming.oversize) {
		return xmlError(400, 'EntityTooLarge', 'The file is too large.');
	}
	await world.uploads.fill(upload, incoming.body);
	await world.saved();
	return { status: 200, headers: {}, body: Buffer.alloc(0) };
}

function xmlError(status: number, code: string, message: string): Reply {
	const text = `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${randomUUID()}</RequestId></Error>`;
	return {
		status,
		headers: { 'Content-Type': 'application/xml' },
		body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`),
	};
}
