import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, deflate, gzip } from 'node:zlib';
import type { HttpVariants } from './httpVariants';
import { headerOf, type Incoming, type Reply } from './message';

/** How an answer's body goes over the wire. */
export interface TransferOptions {
	/** The connection is destroyed after this many bytes of the body. */
	cutAfter?: number;
	/** The body goes out in slices of `bytes` every `ms`. */
	drip?: { bytes: number; ms: number };
	/** Added to the declared `Content-Length`. */
	lengthError?: number;
	/** Nothing of the body goes out for `ms` once `bytes` of it have. */
	pause?: { bytes: number; ms: number };
	headerNames?: HttpVariants['headerNames'];
	/** No length is declared; the connection ends, in good order, after the body or so many bytes of it. */
	untilClose?: { bytes: number };
}

/** Sends a reply. Gives the number of bytes of the body that were handed to the socket. */
export async function transmit(
	response: ServerResponse,
	reply: Reply,
	options: TransferOptions,
): Promise<number> {
	if (reply.stream) return transmitStream(response, reply, reply.stream(goneSignal(response)), options);
	const declared = Math.max(0, (reply.declaredLength ?? reply.body.length) + (options.lengthError ?? 0));
	if (options.untilClose)
		return transmitUntilClose(response, reply, reply.body.subarray(0, options.untilClose.bytes));
	const body = options.cutAfter === undefined ? reply.body : reply.body.subarray(0, options.cutAfter);
	const spoilt = options.cutAfter !== undefined || options.lengthError !== undefined;
	const headers = {
		...reply.headers,
		...(bodiless(reply.status) ? {} : { 'Content-Length': String(declared) }),
		...(spoilt ? { Connection: 'close' } : {}),
	};
	response.writeHead(reply.status, namedHeaders(headers, options));
	const sent = await send(response, body, options);
	if (spoilt) {
		// Headers may not have left yet when no byte of the body was due.
		response.flushHeaders();
		await flushed(response);
		response.socket?.destroy();
	} else {
		response.end();
	}
	return sent;
}

/** All at once, or in slices with a wait between them. */
async function send(
	response: ServerResponse,
	body: Buffer,
	{ drip, pause }: TransferOptions,
): Promise<number> {
	if (!drip && !pause) {
		await write(response, body);
		return body.length;
	}
	response.flushHeaders();
	let sent = 0;
	for (const slice of drip ? slicesOf(body, drip.bytes) : [body.subarray(0, pause?.bytes)]) {
		await write(response, slice);
		await sleep((drip ?? pause)?.ms, undefined, { ref: false });
		sent += slice.length;
		if (response.destroyed) return sent;
	}
	await write(response, body.subarray(sent));
	return body.length;
}

function slicesOf(body: Buffer, length: number): Buffer[] {
	const count = Math.ceil(body.length / length);
	return Array.from({ length: count }, (_, index) => body.subarray(index * length, (index + 1) * length));
}

/** As HTTP/1.0 has it: neither a length nor chunks. */
async function transmitUntilClose(response: ServerResponse, reply: Reply, body: Buffer): Promise<number> {
	response.useChunkedEncodingByDefault = false;
	response.shouldKeepAlive = false;
	response.removeHeader('Content-Length');
	response.writeHead(reply.status, { ...reply.headers, Connection: 'close' });
	await write(response, body);
	response.end();
	return body.length;
}

/** Settles when the bytes were handed over, and also when the client has gone away. */
function write(response: ServerResponse, bytes: Buffer): Promise<void> {
	if (bytes.length === 0 || response.destroyed) return Promise.resolve();
	return new Promise((resolve) => {
		response.once('close', resolve);
		response.write(bytes, () => {
			response.off('close', resolve);
			resolve();
		});
	});
}

function flushed(response: ServerResponse): Promise<void> {
	const { socket } = response;
	if (!socket || socket.destroyed || socket.writableLength === 0) return Promise.resolve();
	return new Promise((resolve) => {
		socket.once('drain', resolve);
		socket.once('close', resolve);
	});
}

function bodiless(status: number): boolean {
	return status === 204 || status === 304;
}

async function transmitStream(
	response: ServerResponse,
	head: Pick<Reply, 'status' | 'headers'>,
	texts: AsyncIterable<string>,
	options: TransferOptions,
): Promise<number> {
	const { cutAfter = Number.POSITIVE_INFINITY } = options;
	response.writeHead(head.status, namedHeaders(head.headers, options));
	response.flushHeaders();
	let sent = 0;
	for await (const text of texts) {
		const bytes = Buffer.from(text).subarray(0, cutAfter - sent);
		// Node calls back when the bytes are out, and with an error when nobody is there any more.
		await new Promise<void>((resolve) => {
			response.write(bytes, () => resolve());
		});
		sent += bytes.length;
		if (sent >= cutAfter) {
			response.socket?.destroy();
			return sent;
		}
	}
	response.end();
	return sent;
}

/** Aborts when the client has gone away. */
function goneSignal(response: ServerResponse): AbortSignal {
	const gone = new AbortController();
	response.once('close', () => gone.abort());
	return gone.signal;
}

function namedHeaders(
	headers: Record<string, string>,
	{ headerNames }: TransferOptions,
): Record<string, string> {
	const name = (usual: string): string => {
		if (headerNames === 'lower') return usual.toLowerCase();
		return headerNames === 'upper' ? usual.toUpperCase() : usual;
	};
	return Object.fromEntries(Object.entries(headers).map(([usual, value]) => [name(usual), value]));
}

type Encoding = HttpVariants['encoding'];

const encoders = {
	gzip: promisify(gzip),
	deflate: promisify(deflate),
	br: promisify(brotliCompress),
} as const;

/** The reply with its body encoded. What has no body, is encoded already, or comes bit by bit, stays as it is. */
export async function encoded(reply: Reply, encoding: Encoding): Promise<Reply> {
	const done = 'Content-Encoding' in reply.headers;
	if (encoding === 'identity' || done || reply.stream || reply.body.length === 0) return reply;
	return {
		...reply,
		headers: { ...reply.headers, 'Content-Encoding': encoding, Vary: 'Accept-Encoding' },
		body: await encoders[encoding](reply.body),
	};
}

/** Whether `Accept-Encoding` takes the encoding; `q=0` means that it does not. */
export function accepts(incoming: Pick<Incoming, 'headers'>, encoding: Encoding): boolean {
	const offers = (headerOf(incoming, 'accept-encoding') ?? '').split(',').map((offer) => {
		const [name = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
		return { name, refused: parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) };
	});
	const offer = offers.find(({ name }) => name === encoding) ?? offers.find(({ name }) => name === '*');
	return offer !== undefined && !offer.refused;
}
