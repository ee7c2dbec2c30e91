import type { IncomingMessage } from 'node:http';
import { type Decoder, decoded, decodersOf } from './contentEncoding';
import { type HttpResponse, TransportError } from './http';
import { transportErrorOf } from './transportError';

/** The answer as the port gives it: decoded, and with a limit to silence while somebody waits for a piece. */
export function answerOf(
	message: IncomingMessage,
	timeoutMs: number,
	signal: AbortSignal | undefined,
): HttpResponse {
	const headers = headersOf(message);
	const status = message.statusCode ?? 0;
	const decoders = decodersOf(headers['content-encoding']);
	const stop = (): void => void message.destroy(new Error('stopped'));
	signal?.addEventListener('abort', stop, { once: true });
	message.once('close', () => signal?.removeEventListener('abort', stop));
	// An error that nobody waits for yet is met by whoever reads the body.
	message.on('error', () => {});

	async function* pieces(): AsyncGenerator<Uint8Array> {
		try {
			const raw = piecesOf(message, timeoutMs);
			yield* decoders.length > 0 ? decodedAnswer(raw, decoders, headers['content-range']) : raw;
		} catch (error) {
			throw signal?.aborted ? signal.reason : transportErrorOf(error, 'maybe');
		} finally {
			// Nothing is left to do after the end; before it, the reader wants no more.
			message.destroy();
		}
	}
	const body = { [Symbol.asyncIterator]: pieces };
	return {
		status,
		headers: decoders.length > 0 ? withoutEncodedSizes(headers) : headers,
		decoded: decoders.length > 0,
		body,
		text: () => textOf(body),
		discard: () => void message.destroy(),
	};
}

/** What Node joins by commas is joined; of headers that make sense once only, the first counts. */
function headersOf(message: IncomingMessage): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(message.headers)) {
		if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	return headers;
}

function withoutEncodedSizes(headers: Record<string, string>): Record<string, string> {
	const about = ['content-encoding', 'content-length', 'content-range', 'accept-ranges'];
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !about.includes(name)));
}

/** The body as it comes. The limit counts only while a piece is waited for: a slow reader is no silence. */
async function* piecesOf(message: IncomingMessage, timeoutMs: number): AsyncGenerator<Uint8Array> {
	let waiting = true;
	const silence = setTimeout(() => {
		if (waiting) message.destroy(new TransportError('maybe', 'BODY_TIMEOUT'));
	}, timeoutMs);
	try {
		for await (const piece of message) {
			waiting = false;
			yield piece as Uint8Array;
			waiting = true;
			silence.refresh();
		}
	} finally {
		clearTimeout(silence);
	}
}

async function* decodedAnswer(
	raw: AsyncIterable<Uint8Array>,
	decoders: readonly Decoder[],
	range: string | undefined,
): AsyncGenerator<Uint8Array> {
	// From its middle a compressed stream cannot be read.
	if (range !== undefined && !/^bytes 0-/.test(range)) throw new TransportError('maybe', 'ENCODED_RANGE');
	yield* decoded(raw, decoders);
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const piece of body) text += decoder.decode(piece, { stream: true });
	return text + decoder.decode();
}
