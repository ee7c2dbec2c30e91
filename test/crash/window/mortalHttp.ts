import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { type Http, type HttpResponse, TransportError } from '../../../src/core/network/http';
import type { Diary } from './diary';
import type { LawWatch } from './lawWatch';
import type { Mishaps } from './mishaps';
import type { Reaper } from './reaper';

/** Models come in at least this many pieces, so that there is a middle to die in. */
const leastPieces = 24;

interface Parts {
	readonly http: Http;
	readonly tripo: string;
	readonly reaper: Reaper;
	readonly watch: LawWatch;
	readonly mishaps: Mishaps;
	readonly diary: Diary;
}

/** Real requests over real sockets, around which the process may die. */
export function mortalHttp(parts: Parts): Http {
	const { http, tripo, reaper, watch, mishaps, diary } = parts;
	dieWhenSent(reaper);
	return async (request) => {
		const path = request.url.startsWith(tripo) ? request.url.slice(tripo.length) : undefined;
		const paid = request.method === 'POST' && path?.startsWith('/generation/') === true;
		reaper.at('step');
		if (paid) {
			const key = watch.posting(request.body);
			reaper.at('beforePost');
			diary.write({ what: 'posts', key });
		}
		if (path?.startsWith('/account/usage')) reaper.at('whileLooking');
		if (path?.startsWith('/tasks/')) watch.asking(path.slice('/tasks/'.length));
		const response = await http(request);
		if (paid) {
			reaper.at('afterPostTaken');
			if (mishaps.strikes('answerLost')) {
				response.discard();
				throw new TransportError('maybe', 'ECONNRESET');
			}
		}
		if (path === '/files') reaper.at('duringUpload');
		reaper.at('step');
		if (path === undefined) return download(response, parts);
		return { ...response, text: async () => read(await response.text(), paid, parts) };
	};
}

/** Node tells when the last byte of a request was handed to its socket, which may still be connecting. */
function dieWhenSent(reaper: Reaper): void {
	subscribe('http.client.request.start', (message) => {
		const { path, socket } = (message as { request: ClientRequest }).request;
		const left = (): void => {
			if (path.includes('/generation/')) reaper.at('afterPostLeft');
			if (path.endsWith('/files')) reaper.at('duringUpload');
		};
		// What waits for the connection is written just after it stands.
		if (socket?.connecting) socket.once('connect', () => setImmediate(left));
		else left();
	});
}

function read(text: string, paid: boolean, { reaper, watch }: Parts): string {
	reaper.at('step');
	if (paid) {
		watch.answer(text);
		reaper.at('afterAnswerBeforeWrite');
	}
	return text;
}

function download(response: HttpResponse, { reaper, mishaps, diary }: Parts): HttpResponse {
	if (response.status === 206) diary.write({ what: 'resumes' });
	if (mishaps.strikes('linkDead')) {
		response.discard();
		return { ...response, status: 403 };
	}
	const cut = mishaps.strikes('bodyCut');
	const pieceBytes = Math.ceil(Number(response.headers['content-length'] ?? 1) / leastPieces);
	async function* pieces(): AsyncGenerator<Uint8Array> {
		for await (const piece of response.body) {
			for (let at = 0; at < piece.byteLength; at += pieceBytes) {
				yield piece.subarray(at, at + pieceBytes);
				// Asked for the next one: this one was appended.
				reaper.at('midDownload');
				reaper.at('step');
				if (cut) throw new TransportError('maybe', 'ECONNRESET');
			}
		}
	}
	return { ...response, body: { [Symbol.asyncIterator]: pieces } };
}
