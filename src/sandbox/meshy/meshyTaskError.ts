/** What kind of failure it was: the input's fault, or the service's. */
export type ErrorType = 'invalid_input' | 'timeout' | 'service_unavailable' | 'server_error';

/** Why a task failed, as it says it. `code` and `doc_url` come together or not at all. */
export interface TaskError {
	type: ErrorType;
	message: string;
	code?: ErrorCode;
	doc_url?: string;
}

/** The failures that have a code. */
const coded = {
	image_too_complex: {
		type: 'invalid_input',
		message: 'The picture shows too much to make one object of it.',
	},
	model_missing_uv: { type: 'invalid_input', message: 'The model has no texture coordinates.' },
	model_insufficient_uv: {
		type: 'invalid_input',
		message: 'The texture coordinates do not cover the model.',
	},
	invalid_input: { type: 'invalid_input', message: 'The input cannot be used.' },
	moderation_blocked: { type: 'invalid_input', message: 'The input was blocked by content moderation.' },
	timeout: { type: 'timeout', message: 'The task took too long.' },
	format_conversion_failed: { type: 'server_error', message: 'The model could not be written in a format.' },
} as const satisfies Record<string, { type: ErrorType; message: string }>;

/** The failures that have none. */
const uncoded = {
	service_unavailable: 'The service is busy. Please retry later.',
	server_error: 'Failed to generate. Please retry.',
} as const satisfies Partial<Record<ErrorType, string>>;

export type ErrorCode = keyof typeof coded;

/** Everything that a failure can be asked for by: codes, and the types that have none. */
export type FailureName = ErrorCode | keyof typeof uncoded;
export const failureNames = [...Object.keys(coded), ...Object.keys(uncoded)] as readonly FailureName[];

/** The failure of this name, in its own words unless others are given. */
export function taskError(name: FailureName, message?: string): TaskError {
	if (name === 'service_unavailable' || name === 'server_error')
		return { type: name, message: message ?? uncoded[name] };
	return {
		type: coded[name].type,
		message: message ?? coded[name].message,
		code: name,
		doc_url: `https://docs.meshy.ai/en/api/errors#${name}`,
	};
}
