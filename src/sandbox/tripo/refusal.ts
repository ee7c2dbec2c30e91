/** Every way in which the service says no: HTTP status, its own code, and its advice. */
export const refusals = {
	badKey: { status: 401, code: 2, suggestion: 'Send an API key that starts with tsk_ as a bearer token.' },
	malformed: { status: 400, code: 1003, suggestion: 'Check the request body.' },
	wrongMethod: { status: 405, code: 1003, suggestion: 'Use one of the methods in the Allow header.' },
	wrongContentType: { status: 415, code: 1003, suggestion: 'Check the Content-Type header.' },
	tooLarge: { status: 413, code: 1003, suggestion: 'Send a smaller body.' },
	invalidParameter: {
		status: 400,
		code: 1004,
		suggestion: 'Correct the parameter and send the request again.',
	},
	tooManyRequests: { status: 429, code: 1007, suggestion: 'Wait as long as Retry-After says.' },
	tooManyTasks: { status: 429, code: 2000, suggestion: 'Keep the task in a queue until one has ended.' },
	taskNotFound: { status: 404, code: 2001, suggestion: 'Check the task id and the key it was made with.' },
	unsupportedTask: { status: 400, code: 2002, suggestion: 'Use one of the operations that are offered.' },
	emptyFile: { status: 400, code: 2003, suggestion: 'Upload a file that is not empty.' },
	unsupportedFile: { status: 400, code: 2004, suggestion: 'Upload one of the accepted file types.' },
	wrongSourceType: { status: 400, code: 2006, suggestion: 'Name a task of a type that fits this step.' },
	sourceNotReady: { status: 400, code: 2007, suggestion: 'Wait until the source task has succeeded.' },
	contentPolicy: { status: 400, code: 2008, suggestion: 'Change the input.' },
	noCredits: { status: 403, code: 2010, suggestion: 'Top up API credits.' },
	priority: { status: 403, code: 2013, suggestion: 'Leave priority out.' },
	retiredModel: { status: 400, code: 2015, suggestion: 'Choose a newer model.' },
	fileTooLarge: { status: 413, code: 2021, suggestion: 'Upload a smaller file.' },
	unknownRoute: { status: 404, code: 4001, suggestion: 'Check the path.' },
	broken: { status: 500, code: 1001, suggestion: 'The sandbox has a defect; its log says more.' },
} as const;

export type RefusalKind = keyof typeof refusals;

/** Thrown by an endpoint to answer with one of the refusals above. */
export class Refusal extends Error {
	readonly kind: RefusalKind;
	readonly headers: Record<string, string>;
	/** The service's code; the kind's own unless another is given. */
	readonly code: number;

	constructor(
		kind: RefusalKind,
		message: string,
		headers: Record<string, string> = {},
		code: number = refusals[kind].code,
	) {
		super(message);
		this.code = code;
		this.kind = kind;
		this.headers = headers;
	}
}

/** The refusal of one field. */
export function invalid(field: string, complaint: string): Refusal {
	return new Refusal('invalidParameter', `${field} ${complaint}.`);
}
