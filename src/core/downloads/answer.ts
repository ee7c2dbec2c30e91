import type { Clock } from '../base/clock';
import { PropsmithError } from '../model/errors';
import type { HttpResponse } from '../network/http';
import { retryAfterMs } from '../network/retryAfter';
import type { PartFile } from './partFile';

/** Answers that mean "this link is dead" on one file host or another. */
const deadLink = new Set([400, 401, 403, 404, 410]);

/** What came of one answer of a file host. */
export type Outcome =
	| { readonly kind: 'complete' }
	| {
			/** `dead`: the link must be renewed. */
			readonly kind: 'dead' | 'broken';
			readonly detail: string;
			/** Ms that the file host asks us to wait. */
			readonly afterMs?: number | undefined;
	  };

export interface AnswerOptions {
	/** The byte that was asked for; 0 for the whole file. */
	readonly resumeFrom: number;
	/** Empties the part file for an object of this ETag and length, as far as they are known. */
	readonly restart: (etag: string | undefined, bytes: number | undefined) => Promise<void>;
	readonly clock: Clock;
	readonly largestPicture?: number;
}

/** Writes what a file host answered into the part file, as far as it fits to what is there, and says what came of it. */
export async function takeAnswer(
	response: HttpResponse,
	part: PartFile,
	options: AnswerOptions,
): Promise<Outcome> {
	const { clock, restart, largestPicture = Number.POSITIVE_INFINITY } = options;
	const { status } = response;
	const afterMs = retryAfterMs(response.headers, clock.now());
	const refuse = (kind: 'dead' | 'broken', detail = `the file host answered ${status}`): Outcome => {
		response.discard();
		return { kind, detail, afterMs };
	};
	if (deadLink.has(status)) return refuse('dead');
	if (status === 416 && isEnd(response, part, options)) {
		response.discard();
		return { kind: 'complete' };
	}
	const rest = continuationIn(response, part, options);
	if (rest?.total !== undefined) part.learnLength(rest.total);
	if (!rest) {
		const whole = wholeIn(response, options);
		if (!whole) {
			// After a change of the object, or with another place than was asked for, what is here cannot be continued.
			if (status === 416 || status === 206) await restart(undefined, undefined);
			return refuse('broken');
		}
		if ((whole.bytes ?? 0) > largestPicture) {
			response.discard();
			throw new PropsmithError('imageTooLarge');
		}
		await restart(whole.etag, whole.bytes);
	}
	for await (const piece of response.body) {
		await part.append(piece);
		// The host may have announced no length.
		if (part.bytes > largestPicture) throw new PropsmithError('imageTooLarge');
		if (!part.isTooLong) continue;
		await restart(undefined, undefined);
		return refuse('broken', 'the file host sent more bytes than it announced');
	}
	// No file of a task is empty.
	if (part.bytes === 0) return { kind: 'broken', detail: 'the file host sent nothing', afterMs };
	return part.isWhole
		? { kind: 'complete' }
		: { kind: 'broken', detail: 'the answer was cut short', afterMs };
}

/** A 206 for just the next byte of the same object, from `Content-Range: bytes 500-999/1000`. */
function continuationIn(
	response: HttpResponse,
	part: PartFile,
	{ resumeFrom }: AnswerOptions,
): ByteRange | undefined {
	const range = rangeOf(response);
	if (!range || resumeFrom === 0 || range.first !== resumeFrom) return undefined;
	// `If-Range` promises the same object; a host that does not know it may still say which one it sends.
	const { etag } = response.headers;
	const sameObject = etag === undefined || !etag.startsWith('"') || etag === part.etag;
	const sameSize =
		range.total === undefined || part.object === undefined || range.total === part.object.bytes;
	return sameObject && sameSize ? range : undefined;
}

/** An answer that has the file from its first byte on: a 200, or a 206 of all of it. */
function wholeIn(
	response: HttpResponse,
	{ resumeFrom }: AnswerOptions,
): { readonly etag: string | undefined; readonly bytes: number | undefined } | undefined {
	const { headers, status, decoded } = response;
	if (status === 200)
		return decoded
			? { etag: undefined, bytes: undefined }
			: { etag: headers.etag, bytes: lengthOf(response) };
	const range = rangeOf(response);
	if (range?.first !== 0 || range.total === undefined) return undefined;
	// Only a beginning of it is as good as a 200 that is cut, where nothing is there yet.
	const isUseful = resumeFrom === 0 || range.last + 1 === range.total;
	return isUseful ? { etag: headers.etag, bytes: range.total } : undefined;
}

/** We have all bytes of a file whose length was not announced, and `Content-Range: bytes * /1000` says so. */
function isEnd({ headers }: HttpResponse, part: PartFile, { resumeFrom }: AnswerOptions): boolean {
	const total = /^bytes \*\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
	return resumeFrom > 0 && part.isOfUnknownLength && total !== undefined && Number(total) === part.bytes;
}

interface ByteRange {
	readonly first: number;
	readonly last: number;
	/** Of the whole object; undefined where the host does not tell. */
	readonly total: number | undefined;
}

function rangeOf({ status, headers, decoded }: HttpResponse): ByteRange | undefined {
	const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
	if (status !== 206 || decoded || first === undefined || Number(last) < Number(first)) return undefined;
	return { first: Number(first), last: Number(last), total: total === '*' ? undefined : Number(total) };
}

function lengthOf(response: HttpResponse): number | undefined {
	const text = response.headers['content-length'];
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
