import type { ServerResponse } from 'node:http';
import { type Manner, written } from './manner';

/** Sends an answer bit by bit, as `source` gives it, and says how many bytes were handed to the socket. */
export async function transmitStream(
	response: ServerResponse,
	head: { status: number; headers: Record<string, string> },
	source: (gone: AbortSignal) => AsyncIterable<string>,
	manner: Manner,
): Promise<number> {
	const gone = new AbortController();
	response.once('close', () => gone.abort());
	const { cutAfter = Number.POSITIVE_INFINITY } = manner;
	response.writeHead(head.status, written(head.headers, manner));
	response.flushHeaders();
	let sent = 0;
	for await (const text of source(gone.signal)) {
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
