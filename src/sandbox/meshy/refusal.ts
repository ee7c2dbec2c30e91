import { jsonReply, type Reply } from '../http/message';

/** Thrown by an endpoint to answer with an HTTP status and `{"message"}`. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}
}

/** The refusal of one field. */
export function invalid(field: string, complaint: string): Refusal {
	return new Refusal(400, `${field} ${complaint}`);
}

/** The JSON of an error. */
export function errorBody({ message }: { message: string }): object {
	return { message };
}

export function refusalReply(refusal: Refusal): Reply {
	return jsonReply(refusal.status, errorBody(refusal), refusal.headers);
}
