import assert from 'node:assert/strict';
import { eventsOf } from '../../../../src/core/network/eventStream';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
	const bytes = Buffer.from(text);
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size: number): Promise<string[]> {
	const events: string[] = [];
	for await (const { type, data } of eventsOf(inPieces(text, size))) events.push(`${type} ${data}`);
	return events;
}

describe('Event streams', () => {
	const cases: readonly [what: string, text: string, expected: string[]][] = [
		['one event', 'event: message\ndata: {"a":1}\n\n', ['message {"a":1}']],
		['an event without a name', 'data: x\n\n', ['message x']],
		[
			'several',
			'data: 1\n\ndata: 2\n\nevent: error\ndata: 3\n\ndata: 4\n\n',
			['message 1', 'message 2', 'error 3', 'message 4'],
		],
		['comments, ids and retry times', ': ping\nid: 7\nretry: 10\ndata: x\n: pong\n\n', ['message x']],
		['comments alone', ': ping\n\n: ping\n\n', []],
		['data in lines', 'data: {\ndata: "a":1\ndata:}\n\n', ['message {\n"a":1\n}']],
		['one blank after the colon, no more', 'data:  x\ndata:y\ndata\n\n', ['message  x\ny\n']],
		['colons in data', 'data: a: b\n\n', ['message a: b']],
		['an event without data', 'event: message\n\n', []],
		['lines that end in CR LF', 'data: x\r\n\r\ndata: y\r\n\r\n', ['message x', 'message y']],
		['lines that end in CR', 'data: x\r\rdata: y\r\r', ['message x', 'message y']],
		['a mark of the byte order', '\ufeffdata: x\n\n', ['message x']],
		['letters of several bytes', 'data: Holzfaß 樽\n\n', ['message Holzfaß 樽']],
		['an event that the end cuts off as none', 'data: x\n\ndata: y\n', ['message x']],
		['a line that the end cuts off as none', 'data: x\n\ndata: y', ['message x']],
	];
	for (const [what, text, expected] of cases)
		for (const size of [1, 2, 3, 1000])
			it(`reads ${what}, ${size} bytes at a time`, async () =>
				assert.deepEqual(await read(text, size), expected));

	for (const [what, text] of [
		['a line', `data: ${'x'.repeat(1_100_000)}`],
		['an event', 'data: x\n'.repeat(200_000)],
	] as const)
		it(`gives up on ${what} without an end`, async () => {
			await assert.rejects(read(text, 65_536), { code: 'EVENT_WITHOUT_END' });
		});
});
