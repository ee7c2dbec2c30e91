import type { Incoming } from '../http/message';
import type { MeshyAccount } from './account';
import { Refusal } from './refusal';

/** An API request of a known account. */
export interface Visit {
	incoming: Incoming;
	account: MeshyAccount;
}

/** The JSON object in the body. Like the service it does not look at the content type, only at the body. */
export function jsonObject({ incoming }: Visit): Record<string, unknown> {
	if (incoming.oversize) {
		throw new Refusal(400, 'The body is too large.');
	}
	const text = incoming.body.toString('utf8');
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		// The service's own words for the multipart body that clients send by mistake.
		const multipart = text.startsWith('--');
		throw new Refusal(
			400,
			multipart ? "invalid character '-' in numeric literal" : 'The body is not valid JSON.',
		);
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Refusal(400, 'The body must be a JSON object.');
	}
	return value as Record<string, unknown>;
}
