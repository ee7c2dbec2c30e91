import type { IncomingMessage } from 'node:http';

/**
 * Where a request goes. Its target is a path, or a whole address where a proxy was meant (RFC 9112, 3.2.2); only
 * the path and query count. A path that begins with two slashes is a path all the same.
 */
export function targetOf({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
	const address = /^https?:\/\//i.test(url) ? url : `http://sandbox${url.startsWith('/') ? url : `/${url}`}`;
	return URL.canParse(address) ? new URL(address) : new URL('http://sandbox/');
}
