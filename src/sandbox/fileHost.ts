import { createHash, randomUUID } from 'node:crypto';
import type { SandboxContext } from './context';
import { signedPath } from './files/linkSigner';
import { emptyReply, type Handler, headerOf, type Incoming, type Reply } from './http/message';
import { meshyFile } from './meshy/meshyTaskView';
import { tokenIn, tripoFile } from './tripo/tripoTaskView';

/**
 * The host of results and presigned uploads. It behaves like an object store behind a content network: the
 * signed query is the whole permission, refusals are XML, and no CORS header is ever sent. An API key has no
 * business here: uploads with one are refused, as a store refuses two ways of authorization at once; downloads
 * only by a variant, because the network in front of the store passes the header by.
 */
export function fileHost(context: SandboxContext): Handler {
	return async (incoming) => {
		const { method, headers } = incoming;
		const refusesKeys = method === 'PUT' || context.http.fileAuthorization === 'refused';
		if (headers.authorization !== undefined && refusesKeys)
			return xmlError(400, 'InvalidArgument', 'Only one way of authorization is allowed.');
		switch (method) {
			case 'GET':
			case 'HEAD':
				return download(context, incoming);
			case 'PUT':
				return put(context, incoming);
			case 'OPTIONS':
				return xmlError(403, 'AccessForbidden', 'CORS is not enabled.');
			default:
				return xmlError(405, 'MethodNotAllowed', 'This method is not allowed here.');
		}
	};
}

async function download(context: SandboxContext, incoming: Incoming): Promise<Reply> {
	const path = signedPath(incoming.path);
	const denied = xmlError(403, 'AccessDenied', 'Access Denied');
	if (context.signer.judge(path, incoming.query) !== 'valid') return denied;
	const ofMeshy = meshyFile(context, path);
	const file = ofMeshy ?? tripoFile(context, path);
	const bytes = await file?.bytes;
	if (!file || !bytes) {
		// Meshy's store does not tell what it never had from what it has removed.
		return ofMeshy ? denied : xmlError(404, 'NoSuchKey', 'There is no such file.');
	}
	incoming.log.taskId = file.taskId;
	return deliver(incoming, bytes, contentTypeOf(file.name));
}

/** 200, 206 or 416, as `Range` and `If-Range` ask for. */
function deliver(incoming: Incoming, bytes: Buffer, type: string): Reply {
	const { noRange, otherETag, partial } = incoming.faults;
	const digest = createHash('md5').update(bytes);
	const etag = `"${digest.update(otherETag ? 'other' : '').digest('hex')}"`;
	const headers = { 'Content-Type': type, ETag: etag, ...(!noRange && { 'Accept-Ranges': 'bytes' }) };
	const ifRange = headerOf(incoming, 'if-range');
	const ignored = noRange || (ifRange !== undefined && ifRange !== etag);
	const range = ignored ? undefined : headerOf(incoming, 'range');
	const slice = sliceOf(range ?? (partial ? 'bytes=0-' : undefined), bytes.length);
	if (slice.kind === 'unsatisfiable') {
		const refusal = xmlError(416, 'InvalidRange', 'The range asked for is not in the file.');
		return { ...refusal, headers: { ...refusal.headers, 'Content-Range': `bytes */${bytes.length}` } };
	}
	if (slice.kind === 'whole') return bodyOrHead(incoming, { status: 200, headers, body: bytes });
	const { first, last } = slice;
	return bodyOrHead(incoming, {
		status: 206,
		headers: { ...headers, 'Content-Range': `bytes ${first}-${last}/${bytes.length}` },
		body: bytes.subarray(first, last + 1),
	});
}

function bodyOrHead({ method }: Incoming, reply: Reply): Reply {
	return method === 'HEAD' ? { ...reply, body: Buffer.alloc(0), declaredLength: reply.body.length } : reply;
}

async function put(context: SandboxContext, incoming: Incoming): Promise<Reply> {
	const { uploads } = context.tripo;
	if (context.signer.judge(incoming.path, incoming.query) !== 'valid')
		return xmlError(403, 'SignatureDoesNotMatch', 'The signature does not fit this request.');
	if (headerOf(incoming, 'content-length') === undefined)
		return xmlError(411, 'MissingContentLength', 'Send a Content-Length.');
	const upload = uploads.get(tokenIn(incoming.path) ?? '');
	if (!upload) return xmlError(404, 'NoSuchKey', 'There is no such upload.');
	if (incoming.oversize) return xmlError(400, 'EntityTooLarge', 'The file is too large.');
	await uploads.fill(upload, incoming.body);
	await context.saved();
	return emptyReply(200);
}

const contentTypes: Readonly<Record<string, string>> = {
	glb: 'model/gltf-binary',
	gltf: 'model/gltf+json',
	stl: 'model/stl',
	'3mf': 'model/3mf',
	usdz: 'model/vnd.usdz+zip',
	zip: 'application/zip',
	png: 'image/png',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
};

function contentTypeOf(name: string): string {
	return contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

function xmlError(status: number, code: string, message: string): Reply {
	const text = `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${randomUUID()}</RequestId></Error>`;
	return {
		status,
		headers: { 'Content-Type': 'application/xml' },
		body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`),
	};
}

/** The bytes that a `Range` header asks for: a slice (both ends included), all of it, or none that exist. */
export type Slice =
	| { kind: 'whole' }
	| { kind: 'part'; first: number; last: number }
	| { kind: 'unsatisfiable' };

/**
 * Reads a `Range` header against a body of `length` bytes. Several ranges, other units and nonsense mean the
 * whole body, as object stores do it.
 */
export function sliceOf(range: string | undefined, length: number): Slice {
	const match = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '');
	if (!match || (match[1] === '' && match[2] === '')) return { kind: 'whole' };
	if (match[1] === '') {
		const tail = Math.min(Number(match[2]), length);
		return tail === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', first: length - tail, last: length - 1 };
	}
	const first = Number(match[1]);
	const last = match[2] === '' ? length - 1 : Math.min(Number(match[2]), length - 1);
	if (match[2] !== '' && Number(match[2]) < first) return { kind: 'whole' };
	return first >= length ? { kind: 'unsatisfiable' } : { kind: 'part', first, last };
}
