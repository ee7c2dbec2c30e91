import type { Clock } from '../clock';
import { type Disk, localFault } from '../disk';
import { PropsmithError } from '../errors';
import type { RemoteObject } from '../jobs/record';
import type { Log } from '../log';
import { type Http, type HttpResponse, TransportError } from '../net/http';
import { withoutQuery } from '../net/redact';
import { backOffMs } from '../net/retry';
import { retryAfterMs } from '../net/retryAfter';
import { flushedBlock, PartFile } from './partFile';

/** Answers that mean "this link is dead" on one file host or another. */
const deadLink = new Set([400, 401, 403, 404, 410]);

/** Renewals, or broken connections, in a row without a single new byte before we stop. */
const fruitlessTries = 6;
const silenceMs = 60_000;

export interface DownloadOptions {
	readonly http: Http;
	readonly clock: Clock;
	readonly random: () => number;
	readonly disk: Disk;
	readonly log: Log;
	/** Asks the service for a fresh link; free, any number of times. */
	readonly lease: (signal: AbortSignal) => Promise<string>;
	readonly partPath: string;
	/** What the part file holds a beginning of, if a former process began it. */
	readonly begun?: RemoteObject | undefined;
	/** Called before the first byte of an object is written; undefined when it could not be continued later. */
	readonly onOpened: (object: RemoteObject | undefined) => Promise<void>;
	/** For a picture that is to go up again: one of more bytes is refused with `imageTooLarge`. */
	readonly largestPicture?: number;
	readonly userAgent: string;
	readonly signal: AbortSignal;
}

/**
 * Brings one file into its part file and answers it, closed, with every byte in place. Links are renewed as
 * often as needed while bytes keep coming; what is there is continued by Range when the server still has the
 * same object (strong ETag), and started over otherwise. The request carries no key: the link is the credential.
 * When it ends early a part file that can be continued stays, unless it is the disk that refused.
 */
export async function download(options: DownloadOptions): Promise<PartFile> {
	const { disk, partPath, clock, random, log, signal } = options;
	const part = await PartFile.open(disk, partPath, options.begun).catch((error: unknown) => {
		throw localFault(error);
	});
	try {
		let fruitless = 0;
		// Progress is a byte that was never there before: without Range every try starts over.
		let furthest = 0;
		let url: string | undefined;
		for (let renewals = -1; part.bytes !== part.object?.bytes; ) {
			if (url === undefined) {
				url = await options.lease(signal);
				renewals++;
				if (renewals > 0)
					log.info(`Link renewed (${renewals}) for ${withoutQuery(url)} at byte ${part.bytes}.`);
			}
			const outcome = await attempt(options, url, part);
			if (outcome.kind === 'complete') break;
			fruitless = part.bytes > furthest ? 0 : fruitless + 1;
			furthest = Math.max(furthest, part.bytes);
			if (fruitless >= fruitlessTries)
				throw new PropsmithError(outcome.kind === 'dead' ? 'linkDead' : 'downloadBroken');
			if (outcome.kind === 'dead') url = undefined;
			if (fruitless > 0) await clock.sleep(outcome.afterMs ?? backOffMs(fruitless - 1, random), signal);
		}
		await part.close();
		return part;
	} catch (error) {
		const fault = localFault(error);
		const continuable = isWorthKeeping(part.object) && part.bytes >= flushedBlock;
		if (fault === error && continuable) await part.release();
		else await part.discard();
		throw fault;
	}
}

interface Outcome {
	readonly kind: 'complete' | 'dead' | 'broken';
	/** Ms that the file host asks us to wait. */
	readonly afterMs?: number | undefined;
}

async function attempt(options: DownloadOptions, url: string, part: PartFile): Promise<Outcome> {
	const { http, log, signal, userAgent } = options;
	const resumeFrom = part.resumable ? part.bytes : 0;
	try {
		const response = await http({
			method: 'GET',
			url,
			timeoutMs: silenceMs,
			signal,
			headers: {
				'user-agent': userAgent,
				// A compressed body would have another length and other ranges than the file.
				'accept-encoding': 'identity',
				...(resumeFrom > 0 ? { range: `bytes=${resumeFrom}-`, 'if-range': part.etag ?? '' } : {}),
			},
		});
		log.info(`GET ${withoutQuery(url)}${resumeFrom ? ` from byte ${resumeFrom}` : ''} → ${response.status}`);
		return await take(response, part, resumeFrom, options);
	} catch (error) {
		if (!(error instanceof TransportError)) throw error;
		log.warn(`GET ${withoutQuery(url)} broke off at byte ${part.bytes} (${error.code}).`);
		return { kind: 'broken' };
	}
}

async function take(
	response: HttpResponse,
	part: PartFile,
	resumeFrom: number,
	{ onOpened, clock, largestPicture = Number.POSITIVE_INFINITY }: DownloadOptions,
): Promise<Outcome> {
	if (deadLink.has(response.status)) {
		response.discard();
		return { kind: 'dead' };
	}
	if (response.status === 206 && resumeFrom > 0 && continues(response, resumeFrom, part)) {
		// Same object, next byte: go on where we stopped.
	} else if (response.status === 200) {
		if ((lengthOf(response) ?? 0) > largestPicture) {
			response.discard();
			throw new PropsmithError('imageTooLarge');
		}
		await startOver(part, onOpened, response.headers.etag, lengthOf(response));
	} else {
		response.discard();
		// 416 after a change of the object, or a 206 of another place: what is here cannot be continued.
		if (response.status === 416 || response.status === 206)
			await startOver(part, onOpened, undefined, undefined);
		return { kind: 'broken', afterMs: retryAfterMs(response.headers, clock.now()) };
	}
	for await (const piece of response.body) {
		await part.append(piece);
		// The host may have announced no length.
		if (part.bytes > largestPicture) throw new PropsmithError('imageTooLarge');
	}
	return { kind: part.isWhole ? 'complete' : 'broken' };
}

/**
 * Empties the part file for a new object. The record forgets the old object before its bytes go, and learns of the
 * new one before the first of its bytes comes: at no moment does it name an object that the bytes are not of.
 */
async function startOver(
	part: PartFile,
	onOpened: DownloadOptions['onOpened'],
	etag: string | undefined,
	bytes: number | undefined,
): Promise<void> {
	if (isWorthKeeping(part.object)) await onOpened(undefined);
	await part.restart(etag, bytes);
	if (isWorthKeeping(part.object)) await onOpened(part.object);
}

/** Less than one flushed block would be fetched again anyway. */
function isWorthKeeping(object: RemoteObject | undefined): boolean {
	return object !== undefined && object.bytes > flushedBlock;
}

/** A 206 for just the next byte of an object of the same size, from `Content-Range: bytes 500-999/1000`. */
function continues(response: HttpResponse, resumeFrom: number, part: PartFile): boolean {
	const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers['content-range'] ?? '') ?? [];
	const sameSize = total === '*' || part.object === undefined || Number(total) === part.object.bytes;
	return Number(start) === resumeFrom && sameSize;
}

function lengthOf(response: HttpResponse): number | undefined {
	const text = response.headers['content-length'];
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
