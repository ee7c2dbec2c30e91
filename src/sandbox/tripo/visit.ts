import type { Account } from '../accounts/account';
import { headerOf, type Incoming } from '../http/message';
import { Refusal } from './refusal';

/** An API request of a known account. */
export interface Visit {
	incoming: Incoming;
	account: Account;
}

/** Bytes of the longest JSON body that is taken. */
const jsonLimit = 20 * 1024 * 1024;

/** The JSON object in the body. Throws the refusal for another content type, bad JSON and other JSON. */
export function jsonObject({ incoming }: Visit): Record<string, unknown> {
	if (!/^application\/json\b/i.test(headerOf(incoming, 'content-type') ?? '')) {
		throw new Refusal('wrongContentType', 'The body must be application/json.');
	}
	if (incoming.oversize || incoming.body.length > jsonLimit) {
		throw new Refusal('tooLarge', 'The body must not be larger than 20 MB.');
	}
	let value: unknown;
	try {
		value = JSON.parse(incoming.body.toString('utf8'));
	} catch {
		throw new Refusal('malformed', 'The body is not valid JSON.');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Refusal('malformed', 'The body must be a JSON object.');
	}
	return value as Record<string, unknown>;
}
