import { redact } from '../base/redact';
import { type Charge, errorTable } from './errorTable';

/** Names a failure; its words are in the table. */
export type ErrorCode = keyof typeof errorTable;

/** A failure as it is kept in a job record: safe to store and to show (never a key, never a signed link). */
export interface JobError {
	readonly code: ErrorCode;
	/** What the service or the system said, redacted. */
	readonly detail?: string;
	/** The service's id for the failed request, for its support. */
	readonly requestId?: string;
	/** Credits that the account had, where it has too few. */
	readonly balance?: number;
	/** Where this failure's effect on credits differs from what its code usually means. */
	readonly charge?: Charge;
}

/** An error whose words may be shown to the user as they are. */
export class PropsmithError extends Error {
	override readonly name = 'PropsmithError';
	readonly jobError: JobError;

	constructor(
		readonly code: ErrorCode,
		extra: {
			detail?: string | undefined;
			requestId?: string | undefined;
			charge?: Charge;
			/** In the place of the code's own words, where one error stands for several. */
			message?: string;
			cause?: unknown;
		} = {},
	) {
		const { detail, requestId, charge, message, cause } = extra;
		const jobError: JobError = {
			code,
			...(detail ? { detail: redact(detail) } : {}),
			...(requestId ? { requestId } : {}),
			...(charge ? { charge } : {}),
		};
		super(message === undefined ? describeError(jobError) : redact(message), { cause });
		this.jobError = jobError;
	}
}

/** What a failure means for the user's credits. */
export function chargeOf(error: JobError): Charge {
	return error.charge ?? errorTable[error.code].charge;
}

const chargeWords: Record<Charge, string> = {
	none: 'No credits were used.',
	possible: 'Credits may have been used.',
	made: 'The task is paid and its result is kept by the service.',
};

/** What happened, whether credits were used, and what to do next: the text of every message about a failure. */
export function describeError(error: JobError): string {
	const words = errorTable[error.code];
	const detail = error.detail ? ` (${error.detail.replace(/\.$/, '')})` : '';
	return `${words.what.replace(/\.$/, '')}${detail}. ${chargeWords[chargeOf(error)]} ${words.next}`;
}

/** What happened alone, for a row of a tree. */
export function summariseError(error: JobError): string {
	return errorTable[error.code].what;
}

/** Every code with its words, for the documentation and its test. */
export function errorCodes(): readonly ErrorCode[] {
	return Object.keys(errorTable) as ErrorCode[];
}
