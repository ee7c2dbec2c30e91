import type { ErrorCode } from '../../model/errors';
import { ServiceError, type ServiceErrorKind } from '../../model/serviceError';
import type { PreparedRequest } from '../provider';

/** An answer that is no success. */
export interface ErrorAnswer {
	readonly status: number;
	/** Of the service's own JSON; a gateway's page has none. */
	readonly message?: string;
	readonly requestId?: string;
	readonly retryAfterMs?: number;
}

/** The only words of Meshy's messages that mean something to us: each may stand alone or in a sentence. */
const queueFull = /NoMoreConcurrentTasks|NoMorePendingTasks/i;

/** What the answer means, with the service's own words as detail. */
export function refusal(answer: ErrorAnswer): ServiceError {
	const [kind, code] = classify(answer);
	const { status, message, requestId, retryAfterMs } = answer;
	return new ServiceError(kind, code, status, {
		detail: message ?? `HTTP ${status}`,
		requestId,
		retryAfterMs,
	});
}

function classify({ status, message }: ErrorAnswer): readonly [ServiceErrorKind, ErrorCode] {
	const own = message !== undefined;
	switch (status) {
		case 301:
		case 307:
		case 308:
			// Never followed: the key would travel to wherever it leads. It tells of a wrong base URL.
			return ['refused', 'serviceDown'];
		case 401:
			return ['refused', 'keyRejected'];
		case 402:
			return ['refused', queueFull.test(message ?? '') ? 'planHasNoApi' : 'creditsExhausted'];
		case 403:
			return ['refused', own ? 'planHasNoApi' : 'serviceDown'];
		case 404:
			return ['refused', own ? 'taskNotFound' : 'serviceDown'];
		case 407:
			return ['refused', 'serviceDown'];
		case 413:
			return ['refused', 'imageTooLarge'];
		case 429:
			return [queueFull.test(message ?? '') ? 'busy' : 'rate', 'serviceFault'];
		case 503:
			// In the service's own words it took nothing; a gateway's page may hide a task that was made.
			return own ? ['unavailable', 'serviceDown'] : ['unclear', 'serviceFault'];
		case 408:
		case 425:
			return ['unclear', 'serviceFault'];
	}
	return status >= 400 && status < 500 ? ['refused', 'requestInvalid'] : ['unclear', 'serviceFault'];
}

/** What a refused submit means, which depends on what was sent. */
export function submitRefusal(error: unknown, { request, sourceTaskId }: PreparedRequest): unknown {
	if (!(error instanceof ServiceError) || error.kind !== 'refused') return error;
	const as = (code: ErrorCode): ServiceError => new ServiceError(error.kind, code, error.status, error);
	// Some operations are switched on account by account, and are not there for the others.
	if (error.code === 'taskNotFound' && !sourceTaskId) return as('requestInvalid');
	if (error.status === 413 && request.source?.kind === 'file') return as('modelTooLarge');
	if (error.status === 422 && request.operation === 'rig') return as('figureUnclear');
	return error;
}
