import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { renamedLinks } from '../files/links';
import { type Oddity, oddFile } from '../files/oddFile';
import type { Manner } from '../http/manner';
import { jsonReply, type Quirks, type Reply } from '../http/message';
import { withField } from './jsonField';

/**
 * What can go wrong, on purpose. `taken: true` lets the request have its full effect first (a task is made
 * and paid for), and only the answer goes wrong.
 */
export type FaultAction =
	/** An error answer. `code` and `message` go where the service has them; `body` replaces the body altogether. */
	| {
			type: 'status';
			status: number;
			code?: number;
			message?: string;
			headers?: Record<string, string>;
			body?: string;
			taken?: boolean;
	  }
	/** A web page instead of JSON, as gateways send it. */
	| { type: 'html'; status: number; taken?: boolean }
	/** The connection is reset before the request is taken. */
	| { type: 'reset' }
	/** The request is taken, then the connection is reset without an answer. */
	| { type: 'resetAfterTaken' }
	/** Everything happens `ms` later; with `taken` only the answer does. */
	| { type: 'delay'; ms: number; taken?: boolean }
	/** No answer ever comes. */
	| { type: 'hang'; taken?: boolean }
	/** The body ends after `bytes`, and `Content-Length` agrees with it. */
	| { type: 'truncate'; bytes: number }
	/** `Content-Length` is right, but the connection is destroyed after `bytes` of the body. */
	| { type: 'cutAfter'; bytes: number }
	/** The body comes in slices of `bytesPerTick` every `ms`. */
	| { type: 'drip'; bytesPerTick: number; ms: number }
	/** The headers come at once; then nothing does for `ms` once `afterBytes` (default 0) of the body have come. */
	| { type: 'pause'; ms: number; afterBytes?: number }
	/** The body comes without a `Content-Length`, and its end is the end of the connection; with `bytes` it ends there. */
	| { type: 'noLength'; bytes?: number }
	/** The body comes in a `Content-Encoding`, whatever the request accepts. */
	| { type: 'encode'; coding: 'gzip' | 'deflate' | 'br' }
	/** A byte of the body is another one; with `vary`, another one each time. */
	| { type: 'corrupt'; at: number; vary?: boolean }
	/** The answer leads elsewhere. `to` is the `Location`; in it, `{link}` is the very link that was asked for. */
	| { type: 'redirect'; status: number; to?: string }
	/** File host: a request without `Range` is answered with 206 and all of the file. */
	| { type: 'partial' }
	/** File host: `Range` is ignored. */
	| { type: 'noRange' }
	/** File host: the file has another ETag, as if it had been replaced. */
	| { type: 'otherETag' }
	/** File host: the link is dead from now on; with `afterBytes` only after that much of the body was sent. */
	| { type: 'expireLink'; afterBytes?: number }
	/** `Content-Length` is `by` bytes more (or, negative, fewer) than what comes; default 1. */
	| { type: 'wrongLength'; by?: number }
	/** File host: the file is whole, and odd; see `oddFile`. It must be one of which there can be such a one. */
	| { type: 'oddFile'; how: Oddity }
	/**
	 * Links in the answer end with this name, in which `*` stands for the file's own without its extension: `*.exe`, `*`.
	 * The file host takes such links.
	 */
	| { type: 'nameLinks'; name: string }
	/** The JSON of the answer breaks off in the middle; the request is taken. */
	| { type: 'badJson' }
	/** The answer names another task id; the request is taken. */
	| { type: 'wrongTaskId' }
	/** A field of the JSON answer (`a.b` for one inside another) is set to something else; the request is taken. */
	| { type: 'setField'; field: string; value: unknown }
	/** A field of the JSON answer is missing; the request is taken. */
	| { type: 'dropField'; field: string }
	/** HTTP 200 with the service's error body; the request is not taken. */
	| { type: 'okWithErrorCode'; code: number }
	/** Event streams: an error event instead of more, after `afterEvents` (default 0) good ones. */
	| { type: 'errorEvent'; status: number; message?: string; afterEvents?: number };

/** How a service words an error that a fault makes up: the JSON of its error body. */
export type Speak = (error: { code?: number; message: string }) => object;

/** What an error says that nobody gave other words. */
const scripted = 'A scripted error.';

/** What a request's faults add up to before it is handled. */
export type Interruption =
	| { kind: 'none' }
	| { kind: 'reset'; taken: boolean }
	| { kind: 'hang'; taken: boolean }
	| { kind: 'reply'; reply: Reply; taken: boolean };

/** The fault that keeps the true answer from coming, if there is one. `link` is the request's whole address. */
export function interruptionBy(actions: readonly FaultAction[], speak: Speak, link: string): Interruption {
	for (const action of actions) {
		switch (action.type) {
			case 'status':
				return { kind: 'reply', reply: statusReply(action, speak), taken: action.taken === true };
			case 'html':
				return { kind: 'reply', reply: htmlReply(action.status), taken: action.taken === true };
			case 'redirect':
				return { kind: 'reply', reply: redirectReply(action, link), taken: false };
			case 'okWithErrorCode': {
				const body = speak({ code: action.code, message: scripted });
				return { kind: 'reply', reply: jsonReply(200, body), taken: false };
			}
			case 'reset':
			case 'resetAfterTaken':
				return { kind: 'reset', taken: action.type === 'resetAfterTaken' };
			case 'hang':
				return { kind: 'hang', taken: action.taken === true };
			default:
		}
	}
	return { kind: 'none' };
}

/** How long to wait before the request is taken, or between that and the answer, in ms. */
export function delayOf(actions: readonly FaultAction[], when: 'before' | 'after'): number {
	return actions.reduce((sum, action) => {
		const counts = action.type === 'delay' && (action.taken === true) === (when === 'after');
		return counts ? sum + action.ms : sum;
	}, 0);
}

/** What the handler is to do differently. */
export function quirksOf(actions: readonly FaultAction[]): Quirks {
	const fault = actions.find((action) => action.type === 'errorEvent');
	return {
		noRange: actions.some((action) => action.type === 'noRange'),
		partial: actions.some((action) => action.type === 'partial'),
		otherETag: actions.some((action) => action.type === 'otherETag'),
		...(fault?.type === 'errorEvent'
			? {
					errorEvent: {
						status: fault.status,
						message: fault.message ?? scripted,
						after: fault.afterEvents ?? 0,
					},
				}
			: {}),
	};
}

/** The answer with its body bent. `count` is a number that is another one each time. */
export function bend(
	reply: Reply,
	actions: readonly FaultAction[],
	{ otherTaskId, count }: { otherTaskId: string; count: number },
): Reply {
	let { body, headers } = reply;
	for (const action of actions) {
		if (action.type === 'truncate') {
			body = body.subarray(0, action.bytes);
		} else if (action.type === 'oddFile') {
			body = oddFile(body, action.how);
		} else if (action.type === 'nameLinks') {
			body = Buffer.from(renamedLinks(body.toString(), action.name));
		} else if (action.type === 'badJson') {
			body = body.subarray(0, Math.floor(body.length / 2));
		} else if (action.type === 'wrongTaskId') {
			body = Buffer.from(body.toString().replace(/("(?:task_id|id|result)":")[^"]*/, `$1${otherTaskId}`));
		} else if (action.type === 'corrupt') {
			body = corrupted(body, action.at, action.vary ? 1 + (count % 255) : 0xff);
		} else if (action.type === 'encode') {
			body = encoders[action.coding](body);
			headers = { ...headers, 'Content-Encoding': action.coding };
		} else if (action.type === 'setField' || action.type === 'dropField') {
			body = withField(body, action);
		}
	}
	return { ...reply, headers, body };
}

/** How the answer goes over the wire. */
export function mannerOf(actions: readonly FaultAction[]): Manner {
	const manner: Manner = {};
	for (const action of actions) {
		if (action.type === 'cutAfter') {
			manner.cutAfter = action.bytes;
		} else if (action.type === 'expireLink' && action.afterBytes !== undefined) {
			manner.cutAfter = action.afterBytes;
		} else if (action.type === 'drip') {
			manner.drip = { bytes: action.bytesPerTick, ms: action.ms };
		} else if (action.type === 'pause') {
			manner.pause = { bytes: action.afterBytes ?? 0, ms: action.ms };
		} else if (action.type === 'wrongLength') {
			manner.lengthError = action.by ?? 1;
		} else if (action.type === 'noLength') {
			manner.untilClose = { bytes: action.bytes ?? Number.POSITIVE_INFINITY };
		}
	}
	return manner;
}

/** When the link that is used is to die: before this request, or after it. */
export function linkFault(actions: readonly FaultAction[]): 'now' | 'afterwards' | undefined {
	const fault = actions.find((action) => action.type === 'expireLink');
	if (fault?.type !== 'expireLink') {
		return undefined;
	}
	return fault.afterBytes === undefined ? 'now' : 'afterwards';
}

function statusReply(action: Extract<FaultAction, { type: 'status' }>, speak: Speak): Reply {
	const { code, message = scripted } = action;
	const body = speak({ ...(code === undefined ? {} : { code }), message });
	const reply = jsonReply(action.status, body, action.headers);
	return action.body === undefined ? reply : { ...reply, body: Buffer.from(action.body) };
}

function redirectReply({ status, to }: Extract<FaultAction, { type: 'redirect' }>, link: string): Reply {
	const headers = to === undefined ? undefined : { Location: to.replaceAll('{link}', link) };
	return { status, headers: headers ?? {}, body: Buffer.alloc(0) };
}

const encoders = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

function corrupted(body: Buffer, at: number, change: number): Buffer {
	const copy = Buffer.from(body);
	if (at < copy.length) copy.writeUInt8(copy.readUInt8(at) ^ change, at);
	return copy;
}

function htmlReply(status: number): Reply {
	return {
		status,
		headers: { 'Content-Type': 'text/html' },
		body: Buffer.from(`<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`),
	};
}
