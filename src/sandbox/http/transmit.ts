import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Manner, written } from './manner';
import type { Reply } from './message';
import { transmitStream } from './transmitStream';

/** Sends `reply` and says how many bytes of the body were handed to the socket. */
export async function transmit(response: ServerResponse, reply: Reply, manner: Manner): Promise<number> {
	if (reply.stream) {
		return transmitStream(response, reply, reply.stream, manner);
	}
	const declared = Math.max(0, (reply.declaredLength ?? reply.body.length) + (manner.lengthError ?? 0));
	if (manner.untilClose) {
		return transmitUntilClose(response, reply, reply.body.subarray(0, manner.untilClose.bytes));
	}
	const body = manner.cutAfter === undefined ? reply.body : reply.body.subarray(0, manner.cutAfter);
	const spoilt = manner.cutAfter !== undefined || manner.lengthError !== undefined;
	const headers = {
		...reply.headers,
		...(bodiless(reply.status) ? {} : { 'Content-Length': String(declared) }),
		...(spoilt ? { Connection: 'close' } : {}),
	};
	response.writeHead(reply.status, written(headers, manner));
	const sent = await send(response, body, manner);
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

async function send(response: ServerResponse, body: Buffer, { drip: pace, pause }: Manner): Promise<number> {
	if (pace) {
		return drip(response, body, pace);
	}
	if (pause) {
		response.flushHeaders();
		await write(response, body.subarray(0, pause.bytes));
		await sleep(pause.ms, undefined, { ref: false });
		await write(response, body.subarray(pause.bytes));
	} else {
		await write(response, body);
	}
	return body.length;
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

async function drip(
	response: ServerResponse,
	body: Buffer,
	pace: { bytes: number; ms: number },
): Promise<number> {
	response.flushHeaders();
	let sent = 0;
	while (sent < body.length && !response.destroyed) {
		const slice = body.subarray(sent, sent + pace.bytes);
		await write(response, slice);
		sent += slice.length;
		await sleep(pace.ms, undefined, { ref: false });
	}
	return sent;
}

/** Settles when the bytes were handed over, and also when the client has gone away. */
function write(response: ServerResponse, bytes: Buffer): Promise<void> {
	if (bytes.length === 0 || response.destroyed) {
		return Promise.resolve();
	}
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
	if (!socket || socket.destroyed || socket.writableLength === 0) {
		return Promise.resolve();
	}
	return new Promise((resolve) => {
		socket.once('drain', resolve);
		socket.once('close', resolve);
	});
}

function bodiless(status: number): boolean {
	return status === 204 || status === 304;
}
