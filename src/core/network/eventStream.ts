import { TransportError } from './http';

/** One event of a stream, as WHATWG's server-sent events have it. */
export interface StreamEvent {
	/** `message` unless the stream names another. */
	readonly type: string;
	readonly data: string;
}

/** Characters of one event; a service that sends more has lost its way. */
const longestEvent = 1024 * 1024;

/**
 * The events of a body in pieces. Comments (keep-alives), ids and retry times are left out; an event that the end
 * cuts off is no event.
 */
export async function* eventsOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<StreamEvent> {
	let type = '';
	let data: string[] = [];
	let length = 0;
	for await (const line of linesOf(body)) {
		if (line === '') {
			if (data.length > 0) yield { type: type || 'message', data: data.join('\n') };
			type = '';
			data = [];
			length = 0;
			continue;
		}
		const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
		length += line.length;
		if (length > longestEvent) throw endless();
		if (field === 'event') type = value;
		if (field === 'data') data.push(value);
	}
}

/** Lines end in LF, CR or both, which may come in two pieces. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const piece of body) {
		rest += decoder.decode(piece, { stream: true });
		// A CR at the very end may be the first half of a line's end.
		const lines = rest.split(/\r\n|\n|\r(?!$)/);
		rest = lines.pop() ?? '';
		yield* lines;
		if (rest.length > longestEvent) throw endless();
	}
	if (rest.endsWith('\r')) yield rest.slice(0, -1);
}

function endless(): TransportError {
	return new TransportError('maybe', 'EVENT_WITHOUT_END');
}
