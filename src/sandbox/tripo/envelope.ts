import { jsonReply, type Reply } from '../http/message';
import { type Refusal, refusals } from './refusal';

/** `{"code":0,"status":"success","data":…}`: the call worked, which says nothing about the task. */
export function success(data: unknown): Reply {
	return jsonReply(200, { code: 0, status: 'success', data });
}

/** The error body; `requestId` is what support would ask for. */
export function errorBody(code: number, message: string, suggestion: string, requestId: string): object {
	return { code, status: 'error', message, suggestion, request_id: requestId };
}

export function refusalReply(refusal: Refusal, requestId: string): Reply {
	const { status, suggestion } = refusals[refusal.kind];
	return jsonReply(status, errorBody(refusal.code, refusal.message, suggestion, requestId), refusal.headers);
}
