import { TransportError } from './http';

/** Any error on the way to the host. `sent` says whether the request may have reached it. */
export function transportErrorOf(error: unknown, sent: 'no' | 'maybe'): TransportError {
	if (error instanceof TransportError) return error;
	return new TransportError(sent, codeOf(error) ?? 'UNKNOWN', error);
}

/** The system's code, looked for along the chain of causes (several addresses give an AggregateError). */
export function codeOf(error: unknown): string | undefined {
	for (let at = error; at instanceof Error; at = at.cause) {
		if ('code' in at && typeof at.code === 'string') return at.code;
		if (at instanceof AggregateError) {
			const code = at.errors.map(codeOf).find((one) => one !== undefined);
			if (code) return code;
		}
	}
	return undefined;
}
