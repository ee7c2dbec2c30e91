import { type Incoming, jsonObject, jsonReply, type Reply } from '../http/message';
import type { MeshyAccount } from './meshyAccount';

/** Thrown by an endpoint to answer with an HTTP status and `{"message"}`. */
export class MeshyRefusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}
}

/** The refusal of one field. */
export function invalid(field: string, complaint: string): MeshyRefusal {
	return new MeshyRefusal(400, `${field} ${complaint}`);
}

/** The JSON of an error. */
export function meshyErrorBody({ message }: { message: string }): object {
	return { message };
}

export function refusalReply(refusal: MeshyRefusal): Reply {
	return jsonReply(refusal.status, meshyErrorBody(refusal), refusal.headers);
}

/** An API request of a known account. */
export interface MeshyRequestContext {
	incoming: Incoming;
	account: MeshyAccount;
}

/** The JSON object in the body. Like the service it does not look at the content type, only at the body. */
export function bodyOf({ incoming: { body, oversize } }: MeshyRequestContext): Record<string, unknown> {
	if (oversize) throw new MeshyRefusal(400, 'The body is too large.');
	if (body.toString('utf8', 0, 2) === '--') {
		// The service's own words for the multipart body that clients send by mistake.
		throw new MeshyRefusal(400, "invalid character '-' in numeric literal");
	}
	return jsonObject(body, (complaint) => new MeshyRefusal(400, complaint));
}
