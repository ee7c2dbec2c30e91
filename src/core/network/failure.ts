import { redact } from '../base/redact';
import { toDiskError } from '../files/disk';
import { type ErrorCode, type JobError, PropsmithError } from '../model/errors';
import { ServiceError } from '../model/serviceError';
import { TransportError } from './http';
import { type TransportFaultKind, transportFault } from './transportFault';

/** Any failure as a record keeps it. */
export function jobErrorOf(error: unknown): JobError {
	const fault = toDiskError(error);
	if (fault instanceof PropsmithError) return fault.jobError;
	if (fault instanceof ServiceError) {
		return {
			code: fault.code,
			...(fault.detail ? { detail: redact(fault.detail) } : {}),
			...(fault.requestId ? { requestId: fault.requestId } : {}),
		};
	}
	if (fault instanceof TransportError) {
		const { kind, words } = transportFault(fault.code);
		return { code: transportCodes[kind], detail: words };
	}
	return { code: 'internal', detail: redact(fault instanceof Error ? fault.message : String(fault)) };
}

const transportCodes = {
	network: 'networkDown',
	service: 'serviceDown',
	certificate: 'certificateRejected',
	proxy: 'proxyRefused',
	proxyPassword: 'proxyNeedsPassword',
	address: 'baseUrlInvalid',
	key: 'keyRejected',
} as const satisfies Record<TransportFaultKind, ErrorCode>;

/** Any failure in words for the user, where a caller waits for them. */
export function toUserError(error: unknown): PropsmithError {
	if (error instanceof PropsmithError) return error;
	const { code, ...extra } = jobErrorOf(error);
	return new PropsmithError(code, { ...extra, cause: error });
}

/** Nothing is wrong with the account: requests do not get through. */
const unreachable = [
	'serviceDown',
	'networkDown',
	'certificateRejected',
	'proxyRefused',
	'proxyNeedsPassword',
	'baseUrlInvalid',
] as const satisfies readonly ErrorCode[];

/** Faults of the whole account: every waiting job of it would meet the same. */
const accountWide: ReadonlySet<ErrorCode> = new Set([
	'keyMissing',
	'keyRejected',
	'keyIsClientId',
	'keyMalformed',
	'creditsExhausted',
	'planHasNoApi',
	...unreachable,
]);

/** True where there is no way to the service, whatever the key. */
export function isUnreachable(code: ErrorCode): boolean {
	return unreachable.some((one) => one === code);
}

/** True for faults that every waiting job of the account would meet as well. */
export function isAccountWide(code: ErrorCode): boolean {
	return accountWide.has(code);
}

/** True when looking at the account tells whether the fault is mended: a balance says nothing of a plan. */
export function showsInBalance(code: ErrorCode): boolean {
	return accountWide.has(code) && code !== 'planHasNoApi';
}

/** Faults that the user mends here, after which the job goes on where it was. */
const mendable: ReadonlySet<ErrorCode> = new Set([
	'diskFull',
	'folderUnwritable',
	'recordUnwritable',
	'imageMissing',
	'modelMissing',
	'sourceNotReady',
	'sourceElsewhere',
	'linkDead',
	'linkUnusable',
	'downloadBroken',
	'fileInvalid',
	'taskNotFound',
	'taskEmpty',
	'taskStateUnknown',
]);

/** True for what holds a job up and does not end it: it can go on when something has changed. */
export function blocks(code: ErrorCode): boolean {
	return goesOnByItself(code) || mendable.has(code);
}

/** True for what holds a job up until something outside changes, and not until the user takes the job in hand. */
export function goesOnByItself(code: ErrorCode): boolean {
	return accountWide.has(code) || code === 'spendingOff';
}

/** For a step that may be repeated for free: a service that only stumbles is waited for like one that is down. */
export function asRetryable(error: JobError): JobError {
	return error.code === 'serviceFault' ? { ...error, code: 'serviceDown' } : error;
}
