import type { ErrorCode } from './errors';

/** What a refusal means for the engine; the words for the user follow from `code`. */
export type ServiceErrorKind =
	/** Too many requests a second: wait and send again. */
	| 'rate'
	/** The account's tasks are at their limit: wait for one to end. */
	| 'busy'
	/** The service says that it is not there at the moment and took nothing (503). */
	| 'unavailable'
	/** Anything that repeating does not mend; see `code`. */
	| 'refused'
	/** An answer that leaves open whether the request was carried out (500, 502, 504, not JSON, …). */
	| 'unclear';

/** The service answered, and not with what was asked for. */
export class ServiceError extends Error {
	override readonly name = 'ServiceError';
	readonly detail?: string;
	readonly requestId?: string;
	/** Ms that the service asks us to wait. */
	readonly retryAfterMs?: number;

	constructor(
		readonly kind: ServiceErrorKind,
		readonly code: ErrorCode,
		/** HTTP status. */
		readonly status: number,
		extra: {
			detail?: string | undefined;
			requestId?: string | undefined;
			retryAfterMs?: number | undefined;
		} = {},
	) {
		super(`${status} ${code}${extra.detail ? `: ${extra.detail}` : ''}`);
		if (extra.detail) this.detail = extra.detail;
		if (extra.requestId) this.requestId = extra.requestId;
		if (extra.retryAfterMs !== undefined) this.retryAfterMs = extra.retryAfterMs;
	}
}
