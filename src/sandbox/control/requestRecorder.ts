import type { Service } from '../accounts/account';
import type { Origin } from './faultBook';

/** One request as it is remembered: enough to prove what a client did, nothing that opens a door. */
export interface RequestRecord {
	/** Counts up from 1 over both hosts, in the order of arrival. */
	number: number;
	origin: Origin;
	/** Whose API it was; `null` on the file host. */
	service: Service | null;
	method: string;
	/** Without the query: a signed query is a credential. */
	path: string;
	/** Wall time of arrival, ms since 1970. */
	at: number;
	/** HTTP status; `null` when no answer was sent, or not yet. */
	status: number | null;
	/** The service's own error code, when there was one. */
	code: number | null;
	/** Why the service refused, in its own words, where it has no codes. */
	refusal: string | null;
	/** Names of fields in the body that the endpoint does not know. */
	ignored: string[];
	/** Masked key of the account. */
	account: string | null;
	taskId: string | null;
	/** Whether the request carried an `Authorization` header. */
	authorization: boolean;
	/** The `Range` header. */
	range: string | null;
	/** What was sent as JSON, with long texts (pictures as data URIs) shortened; `null` for anything else. */
	body: unknown;
	/** Bytes of the body that were sent. */
	sentBytes: number;
	/** The faults that were applied. */
	faults: string[];
}

/** Requests beyond this many are forgotten, oldest first: the embedded sandbox is polled for days. */
const keptRequests = 20_000;

/** What is not known of a request before it was handled. */
const unanswered = {
	status: null,
	code: null,
	refusal: null,
	account: null,
	taskId: null,
	body: null,
	sentBytes: 0,
};

/** Every request to the API and the file host. The control API's own are left out. */
export class RequestRecorder {
	#records: RequestRecord[] = [];
	#count = 0;

	begin(start: Omit<RequestRecord, keyof typeof unanswered | 'number' | 'ignored'>): RequestRecord {
		this.#count += 1;
		const record = { number: this.#count, ...start, ...unanswered, ignored: [] };
		this.#records.push(record);
		if (this.#records.length > keptRequests) this.#records.shift();
		return record;
	}

	list(): readonly RequestRecord[] {
		return this.#records;
	}

	forgetAll(): void {
		this.#records = [];
		this.#count = 0;
	}
}
