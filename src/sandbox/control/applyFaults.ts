import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { renamedLinks } from '../files/linkSigner';
import { oddFile } from '../files/oddFile';
import { emptyReply, type HandlerFaults, jsonReply, type Reply } from '../http/message';
import type { TransferOptions } from '../http/transmit';
import { type FaultAction, type FaultType, scriptedError } from './faultActions';

/** Makes a service's error body for an error that a fault makes up. */
export type ErrorBody = (error: { code?: number | undefined; message: string }) => object;

/** What comes instead of the true answer: another one, a reset, or nothing ever. */
export interface Interruption {
	instead: Reply | 'reset' | 'hang';
	/** The request has its effect nevertheless. */
	taken: boolean;
}

/** The fault that keeps the true answer from coming, if there is one. `link` is the request's whole address. */
export function interruptionBy(
	actions: readonly FaultAction[],
	errorBody: ErrorBody,
	link: string,
): Interruption | undefined {
	for (const action of actions) {
		switch (action.type) {
			case 'status':
				return { instead: statusReply(action, errorBody), taken: action.taken === true };
			case 'html':
				return { instead: htmlReply(action.status), taken: action.taken === true };
			case 'redirect': {
				const location = action.to?.replaceAll('{link}', link);
				const headers = location === undefined ? {} : { Location: location };
				return { instead: emptyReply(action.status, headers), taken: false };
			}
			case 'okWithErrorCode': {
				const body = errorBody({ code: action.code, message: scriptedError });
				return { instead: jsonReply(200, body), taken: false };
			}
			case 'reset':
			case 'resetAfterTaken':
				return { instead: 'reset', taken: action.type === 'resetAfterTaken' };
			case 'hang':
				return { instead: 'hang', taken: action.taken === true };
			default:
		}
	}
	return undefined;
}

/** How long to wait before the request is taken, or between that and the answer, in ms. */
export function delayOf(actions: readonly FaultAction[], when: 'before' | 'after'): number {
	return actions.reduce((sum, action) => {
		const counts = action.type === 'delay' && (action.taken === true) === (when === 'after');
		return counts ? sum + action.ms : sum;
	}, 0);
}

/** What the handler is to do differently. */
export function handlerFaultsOf(actions: readonly FaultAction[]): HandlerFaults {
	const event = actionOf(actions, 'errorEvent');
	return {
		noRange: actionOf(actions, 'noRange') !== undefined,
		partial: actionOf(actions, 'partial') !== undefined,
		otherETag: actionOf(actions, 'otherETag') !== undefined,
		...(event && { errorEvent: { ...event, after: event.afterEvents } }),
	};
}

/** What makes the change of a body another one each time. */
export interface Variation {
	otherTaskId: string;
	count: number;
}

/** The answer as a fault leaves it. */
export function applyFault(reply: Reply, action: FaultAction, variation: Variation): Reply {
	const { body } = reply;
	switch (action.type) {
		case 'truncate':
			return { ...reply, body: body.subarray(0, action.bytes) };
		case 'oddFile':
			return { ...reply, body: oddFile(body, action.how) };
		case 'nameLinks':
			return { ...reply, body: Buffer.from(renamedLinks(body.toString(), action.name)) };
		case 'badJson':
			return { ...reply, body: body.subarray(0, Math.floor(body.length / 2)) };
		case 'wrongTaskId': {
			const ids = /("(?:task_id|id|result)":")[^"]*/;
			return { ...reply, body: Buffer.from(body.toString().replace(ids, `$1${variation.otherTaskId}`)) };
		}
		case 'corrupt': {
			const change = action.vary ? 1 + (variation.count % 255) : 0xff;
			return { ...reply, body: corrupted(body, action.at, change) };
		}
		case 'encode': {
			const headers = { ...reply.headers, 'Content-Encoding': action.coding };
			return { ...reply, headers, body: encoders[action.coding](body) };
		}
		case 'setField':
		case 'dropField':
			return { ...reply, body: withField(body, action) };
		default:
			return reply;
	}
}

/** How the answer goes over the wire. */
export function transferOptionsOf(actions: readonly FaultAction[]): TransferOptions {
	const options: TransferOptions = {};
	for (const action of actions) {
		if (action.type === 'cutAfter') {
			options.cutAfter = action.bytes;
		} else if (action.type === 'expireLink' && action.afterBytes !== undefined) {
			options.cutAfter = action.afterBytes;
		} else if (action.type === 'drip') {
			options.drip = { bytes: action.bytesPerTick, ms: action.ms };
		} else if (action.type === 'pause') {
			options.pause = { bytes: action.afterBytes, ms: action.ms };
		} else if (action.type === 'wrongLength') {
			options.lengthError = action.by;
		} else if (action.type === 'noLength') {
			options.untilClose = { bytes: action.bytes ?? Number.POSITIVE_INFINITY };
		}
	}
	return options;
}

/** When the link that is used is to die: before this request, or after it. */
export function linkFault(actions: readonly FaultAction[]): 'now' | 'afterwards' | undefined {
	const fault = actionOf(actions, 'expireLink');
	return fault && (fault.afterBytes === undefined ? 'now' : 'afterwards');
}

function actionOf<Type extends FaultType>(
	actions: readonly FaultAction[],
	type: Type,
): FaultAction<Type> | undefined {
	const isOne = (action: FaultAction): action is FaultAction & FaultAction<Type> => action.type === type;
	return actions.find(isOne);
}

function statusReply(action: FaultAction<'status'>, errorBody: ErrorBody): Reply {
	const { code, message = scriptedError } = action;
	const reply = jsonReply(action.status, errorBody({ code, message }), action.headers);
	return action.body === undefined ? reply : { ...reply, body: Buffer.from(action.body) };
}

function htmlReply(status: number): Reply {
	const page = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
	return { status, headers: { 'Content-Type': 'text/html' }, body: Buffer.from(page) };
}

const encoders = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

function corrupted(body: Buffer, at: number, change: number): Buffer {
	const copy = Buffer.from(body);
	if (at < copy.length) copy.writeUInt8(copy.readUInt8(at) ^ change, at);
	return copy;
}

/** JSON with one field set or dropped. What is no JSON, or has no such place, comes back as it is. */
function withField(json: Buffer, action: FaultAction<'setField' | 'dropField'>): Buffer {
	const names = action.field.split('.');
	const last = names.pop() ?? '';
	let whole: unknown;
	try {
		whole = JSON.parse(json.toString());
	} catch {
		return json;
	}
	let place = whole;
	for (const name of names) place = isRecord(place) ? place[name] : undefined;
	if (!isRecord(place)) return json;
	if (action.type === 'setField') place[last] = action.value;
	else delete place[last];
	return Buffer.from(JSON.stringify(whole));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
