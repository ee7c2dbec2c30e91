import type { IncomingMessage } from 'node:http';

/** Reads a whole body of at most `limit` bytes; `undefined` when it is longer. The rest is then thrown away. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of request) {
		length += (part as Buffer).length;
		// Reading goes on past the limit: a client that is still sending would miss the answer otherwise.
		if (length <= limit) {
			parts.push(part as Buffer);
		} else {
			parts.length = 0;
		}
	}
	return length <= limit ? Buffer.concat(parts) : undefined;
}
