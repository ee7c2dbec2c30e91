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
