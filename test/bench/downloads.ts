import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as undici from 'undici';
import { nodeHttp } from '../../src/core/network/nodeHttp';

const bytes = 128 * 1024 * 1024;
const rounds = 9;

/** Seconds for one large file from this machine, median of the rounds, by each way; ratios are what can be compared. */
export interface Downloads {
	readonly mb: number;
	/** Bytes off a socket, with nothing that understands HTTP: what the rest is divided by. */
	readonly socketSeconds: number;
	/** How many times longer than the socket. */
	readonly ratios: Readonly<Record<string, number>>;
}

/** Sends the same bytes to everybody, in a thread of its own. */
const server = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const piece = Buffer.alloc(1024 * 1024, 'x');
createServer((request, response) => {
	response.writeHead(200, { 'content-length': ${bytes} });
	let left = ${bytes};
	const write = () => {
		while (left > 0) {
			left -= piece.length;
			if (!response.write(piece)) return void response.once('drain', write);
		}
		response.end();
	};
	write();
}).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;

async function overSocket(port: number): Promise<number> {
	const socket = connect(port, '127.0.0.1');
	socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
	let received = 0;
	for await (const piece of socket) received += (piece as Buffer).length;
	return received;
}

async function overPort(port: number): Promise<number> {
	const http = nodeHttp();
	const answer = await http({ method: 'GET', url: `http://127.0.0.1:${port}/`, timeoutMs: 60_000 });
	let received = 0;
	for await (const piece of answer.body) received += piece.length;
	http.close();
	return received;
}

/** What the port was made of before it went where VS Code's traffic goes. */
async function overUndici(port: number): Promise<number> {
	const agent = new undici.Agent();
	const { body } = await undici.request(`http://127.0.0.1:${port}/`, { dispatcher: agent });
	let received = 0;
	for await (const piece of body) received += (piece as Buffer).length;
	await agent.close();
	return received;
}

async function overFetch(port: number): Promise<number> {
	const { body } = await fetch(`http://127.0.0.1:${port}/`);
	let received = 0;
	for await (const piece of body ?? []) received += piece.length;
	return received;
}

async function overCurl(port: number): Promise<number> {
	const args = ['-s', '-o', '/dev/null', '-w', '%{size_download}', `http://127.0.0.1:${port}/`];
	return Number((await promisify(execFile)('curl', args)).stdout);
}

const ways = {
	'bare socket': overSocket,
	'the port, on http of Node': overPort,
	'before: undici with its own Agent': overUndici,
	fetch: overFetch,
	curl: overCurl,
} as const;

async function measure(): Promise<Downloads> {
	const worker = new Worker(server, { eval: true });
	const [port] = (await once(worker, 'message')) as [number];
	const seconds = new Map<string, number[]>();
	// By turns, so that whatever else the machine does hits everybody.
	for (let round = 0; round < rounds; round++)
		for (const [way, download] of Object.entries(ways)) {
			const began = performance.now();
			const received = await download(port).catch(() => undefined);
			// There need not be a curl.
			if (received === undefined && download === overCurl) continue;
			if (received === undefined || received < bytes) throw new Error(`${way}: ${received} bytes`);
			seconds.set(way, [...(seconds.get(way) ?? []), (performance.now() - began) / 1000]);
		}
	await worker.terminate();
	const socketSeconds = median(seconds.get('bare socket') ?? []);
	const ratios = [...seconds].map(([way, all]) => [way, median(all) / socketSeconds] as const);
	return { mb: bytes / 2 ** 20, socketSeconds, ratios: Object.fromEntries(ratios) };
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

measure().then(
	(downloads) => console.log(JSON.stringify(downloads)),
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
