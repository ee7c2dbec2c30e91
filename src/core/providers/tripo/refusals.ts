import type { ErrorCode } from '../../model/errors';
import { ServiceError, type ServiceErrorKind } from '../../model/serviceError';

/** Tripo's numeric codes and what they mean for us. The same numbers appear on failed tasks. */
const byCode: Readonly<Record<number, readonly [ServiceErrorKind, ErrorCode]>> = {
	2: ['refused', 'keyRejected'],
	1002: ['refused', 'keyRejected'],
	1003: ['refused', 'requestInvalid'],
	1004: ['refused', 'requestInvalid'],
	1005: ['refused', 'requestInvalid'],
	1007: ['rate', 'serviceFault'],
	2000: ['busy', 'serviceFault'],
	2001: ['refused', 'taskNotFound'],
	2002: ['refused', 'requestInvalid'],
	2003: ['refused', 'imageUnreadable'],
	2004: ['refused', 'imageUnreadable'],
	2006: ['refused', 'requestInvalid'],
	2007: ['refused', 'requestInvalid'],
	2008: ['refused', 'contentRefused'],
	2010: ['refused', 'creditsExhausted'],
	2013: ['refused', 'requestInvalid'],
	2015: ['refused', 'modelRetired'],
	2016: ['refused', 'requestInvalid'],
	2017: ['refused', 'requestInvalid'],
	2018: ['refused', 'requestInvalid'],
	2019: ['refused', 'requestInvalid'],
	2021: ['refused', 'imageTooLarge'],
	2022: ['refused', 'imageTooLarge'],
	4001: ['refused', 'requestInvalid'],
};

/** What a refused file is. */
export type UploadKind = 'picture' | 'model';

/** The service has the same codes for both. */
const ofModels: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
	imageUnreadable: 'modelUnreadable',
	imageTooLarge: 'modelTooLarge',
};

/** An answer that is no success; the fields are those of the service's own JSON. */
export interface ErrorAnswer {
	readonly status: number;
	readonly code?: number;
	readonly message?: string;
	readonly suggestion?: string;
	readonly requestId?: string;
	readonly retryAfterMs?: number;
	readonly subject?: UploadKind;
}

/** The HTTP status decides first, then Tripo's code: sources disagree on what 1000 and 1001 mean. */
export function refusal(answer: ErrorAnswer): ServiceError {
	const [kind, plain] = classify(answer);
	const code = (answer.subject === 'model' && ofModels[plain]) || plain;
	// Our own words say what to do next; the service's suggestion serves where it says nothing else.
	const detail = answer.message ?? answer.suggestion;
	return new ServiceError(kind, code, answer.status, {
		detail: detail ?? (answer.code === undefined ? `HTTP ${answer.status}` : `code ${answer.code}`),
		requestId: answer.requestId,
		retryAfterMs: answer.retryAfterMs,
	});
}

function classify({ status, code }: ErrorAnswer): readonly [ServiceErrorKind, ErrorCode] {
	const known = code === undefined ? undefined : byCode[code];
	if (status === 401) return ['refused', 'keyRejected'];
	if (status === 429) return known && known[0] !== 'refused' ? known : ['rate', 'serviceFault'];
	// In Tripo's own words it took nothing; a gateway's page may hide a task that was made.
	if (status === 503)
		return code === undefined ? ['unclear', 'serviceFault'] : ['unavailable', 'serviceDown'];
	if (status === 408 || status === 425 || status >= 500) return ['unclear', 'serviceFault'];
	if (known) return known;
	if (status === 413) return ['refused', 'imageTooLarge'];
	if (status === 404) return ['refused', 'taskNotFound'];
	if (status >= 400) return ['refused', 'requestInvalid'];
	// A success status with a code we do not know, or with a body that is not an answer at all.
	return ['unclear', 'serviceFault'];
}
