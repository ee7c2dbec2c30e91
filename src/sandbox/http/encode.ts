import { promisify } from 'node:util';
import { brotliCompress, deflate, gzip } from 'node:zlib';
import type { HttpVariants } from './httpVariants';
import { headerOf, type Incoming, type Reply } from './message';

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
