import { randomUUID } from 'node:crypto';
import { headerOf, type Incoming, jsonObject, jsonReply, type Reply } from '../http/message';
import type { TripoAccount } from './tripoAccount';

/** Every way in which the service says no: HTTP status, its own code, and its advice. */
export const refusals = {
	badKey: { status: 401, code: 2, suggestion: 'Send an API key that starts with tsk_ as a bearer token.' },
	malformed: { status: 400, code: 1003, suggestion: 'Check the request body.' },
	wrongMethod: { status: 405, code: 1003, suggestion: 'Use one of the methods in the Allow header.' },
	wrongContentType: { status: 415, code: 1003, suggestion: 'Check the Content-Type header.' },
	tooLarge: { status: 413, code: 1003, suggestion: 'Send a smaller body.' },
	invalidParameter: {
		status: 400,
		code: 1004,
		suggestion: 'Correct the parameter and send the request again.',
	},
	tooManyRequests: { status: 429, code: 1007, suggestion: 'Wait as long as Retry-After says.' },
	tooManyTasks: { status: 429, code: 2000, suggestion: 'Keep the task in a queue until one has ended.' },
	taskNotFound: { status: 404, code: 2001, suggestion: 'Check the task id and the key it was made with.' },
	unsupportedTask: { status: 400, code: 2002, suggestion: 'Use one of the operations that are offered.' },
	emptyFile: { status: 400, code: 2003, suggestion: 'Upload a file that is not empty.' },
	unsupportedFile: { status: 400, code: 2004, suggestion: 'Upload one of the accepted file types.' },
	wrongSourceType: { status: 400, code: 2006, suggestion: 'Name a task of a type that fits this step.' },
	sourceNotReady: { status: 400, code: 2007, suggestion: 'Wait until the source task has succeeded.' },
	contentPolicy: { status: 400, code: 2008, suggestion: 'Change the input.' },
	noCredits: { status: 403, code: 2010, suggestion: 'Top up API credits.' },
	priority: { status: 403, code: 2013, suggestion: 'Leave priority out.' },
	retiredModel: { status: 400, code: 2015, suggestion: 'Choose a newer model.' },
	fileTooLarge: { status: 413, code: 2021, suggestion: 'Upload a smaller file.' },
	unknownRoute: { status: 404, code: 4001, suggestion: 'Check the path.' },
	broken: { status: 500, code: 1001, suggestion: 'The sandbox has a defect; its log says more.' },
} as const;

export type RefusalKind = keyof typeof refusals;

/** Thrown by an endpoint to answer with one of the refusals above. */
export class TripoRefusal extends Error {
	constructor(
		readonly kind: RefusalKind,
		message: string,
		readonly headers: Record<string, string> = {},
		/** The service's code; the kind's own unless another is given. */
		readonly code: number = refusals[kind].code,
	) {
		super(message);
	}
}

/** The refusal of one field. */
export function invalid(field: string, complaint: string): TripoRefusal {
	return new TripoRefusal('invalidParameter', `${field} ${complaint}.`);
}

/** `{"code":0,"status":"success","data":…}`: the call worked, which says nothing about the task. */
export function success(data: unknown): Reply {
	return jsonReply(200, { code: 0, status: 'success', data });
}

/** `requestId` is what support would ask for. */
export function refusalReply({ kind, code, message, headers }: TripoRefusal, requestId: string): Reply {
	const { status, suggestion } = refusals[kind];
	return jsonReply(status, { code, status: 'error', message, suggestion, request_id: requestId }, headers);
}

/** The error body of an error that a fault makes up. */
export function tripoErrorBody({
	code = 1000,
	message,
}: {
	code?: number | undefined;
	message: string;
}): object {
	return { code, status: 'error', message, suggestion: 'None.', request_id: randomUUID() };
}

/** An API request of a known account. */
export interface TripoRequestContext {
	incoming: Incoming;
	account: TripoAccount;
}

/** Bytes of the longest JSON body that is taken. */
const jsonLimit = 20 * 1024 * 1024;

/** The JSON object in the body. Throws the refusal for another content type, bad JSON and other JSON. */
export function bodyOf({ incoming }: TripoRequestContext): Record<string, unknown> {
	if (!/^application\/json\b/i.test(headerOf(incoming, 'content-type') ?? ''))
		throw new TripoRefusal('wrongContentType', 'The body must be application/json.');
	if (incoming.oversize || incoming.body.length > jsonLimit)
		throw new TripoRefusal('tooLarge', 'The body must not be larger than 20 MB.');
	return jsonObject(incoming.body, (complaint) => new TripoRefusal('malformed', complaint));
}
