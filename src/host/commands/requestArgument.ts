import type { GenerateRequest } from '../api';

/** A request object of the API, as scripts and other extensions hand it over; the operation may be the command's. */
export type RequestArgument = Omit<GenerateRequest, 'operation'> & { readonly operation?: string };

export function isRequest(argument: unknown): argument is RequestArgument {
	return (
		typeof argument === 'object' &&
		argument !== null &&
		['operation', 'prompt', 'images', 'source', 'preset'].some((name) => name in argument)
	);
}
