import type { IncomingMessage } from 'node:http';
import type { HandlerFaults, Incoming } from './message';

/** Reads a request with a body of at most `bodyLimit` bytes. */
export async function readIncoming(
	request: IncomingMessage,
	bodyLimit: number,
	faults: HandlerFaults = {},
): Promise<Incoming> {
	const { pathname: path, searchParams: query } = targetOf(request);
	const body = await readBody(request, bodyLimit);
	return {
		method: request.method ?? 'GET',
		path,
		query,
		headers: request.headers,
		body: body ?? Buffer.alloc(0),
		oversize: body === undefined,
		log: {},
		faults,
	};
}

/**
 * Where a request goes. Its target is a path, or a whole address where a proxy was meant (RFC 9112, 3.2.2); only
 * the path and query count. A path that begins with two slashes is a path all the same.
 */
export function targetOf({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
	const address = /^https?:\/\//i.test(url) ? url : `http://sandbox${url.startsWith('/') ? url : `/${url}`}`;
	return URL.canParse(address) ? new URL(address) : new URL('http://sandbox/');
}

/** `undefined` when the body is longer than `limit` bytes. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of request) {
		length += (part as Buffer).length;
		// Reading goes on past the limit: a client that is still sending would miss the answer otherwise.
		if (length <= limit) parts.push(part as Buffer);
		else parts.length = 0;
	}
	return length <= limit ? Buffer.concat(parts) : undefined;
}

/** Longer texts of a body are pictures and the like, which nobody wants to read back; longer lists are polls. */
const longestText = 2000;
const longestList = 20;

/** A JSON body for somebody to look at, with long texts and lists cut; `null` for anything else. */
export function readable(body: Buffer): unknown {
	if (body[0] !== '{'.charCodeAt(0)) return null;
	try {
		return JSON.parse(body.toString('utf8'), (_name, value: unknown) => {
			if (typeof value === 'string' && value.length > longestText)
				return `${value.slice(0, 40)}… (${value.length} characters)`;
			return Array.isArray(value) && value.length > longestList ? `${value.length} entries` : value;
		});
	} catch {
		return null;
	}
}
