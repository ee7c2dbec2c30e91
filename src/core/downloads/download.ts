import type { Clock } from '../clock';
import { type Disk, localFault } from '../disk';
import { PropsmithError } from '../errors';
import type { Log } from '../log';
import { type Http, type HttpResponse, TransportError } from '../net/http';
import { withoutQuery } from '../net/redact';
import { backOffMs } from '../net/retry';
import { PartFile } from './partFile';

/** Answers that mean "this link is dead" on one file host or another. */
const deadLink = new Set([401, 403, 404, 410]);

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
	readonly userAgent: string;
	readonly signal: AbortSignal;
}

/**
 * Brings one file into its part file and answers it, closed, with every byte in place. Links are renewed as
 * often as needed while bytes keep coming; what is there is continued by Range when the server still has the
 * same object (strong ETag), and started over otherwise. The request carries no key: the link is the credential.
 */
export async function download(options: DownloadOptions): Promise<PartFile> {
	const { disk, partPath, clock, random, log, signal } = options;
	const part = await PartFile.create(disk, partPath).catch((error: unknown) => {
		throw localFault(error);
	});
	try {
		let fruitless = 0;
		// Progress is a byte that was never there before: without Range every try starts over.
		let furthest = 0;
		let url: string | undefined;
		for (let renewals = -1; ; ) {
			if (url === undefined) {
				url = await options.lease(signal);
				renewals++;
				if (renewals > 0)
					log.info(`Link renewed (${renewals}) for ${withoutQuery(url)} at byte ${part.bytes}.`);
			}
			const outcome = await attempt(options, url, part);
			if (outcome === 'complete') break;
			fruitless = part.bytes > furthest ? 0 : fruitless + 1;
			furthest = Math.max(furthest, part.bytes);
			if (fruitless >= fruitlessTries)
				throw new PropsmithError(outcome === 'dead' ? 'linkDead' : 'downloadBroken');
			if (outcome === 'dead') url = undefined;
			if (fruitless > 0) await clock.sleep(backOffMs(fruitless - 1, random), signal);
		}
		await part.close();
		return part;
	} catch (error) {
		await part.discard();
		throw localFault(error);
	}
}

type Outcome = 'complete' | 'dead' | 'broken';

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
		return await take(response, part, resumeFrom);
	} catch (error) {
		if (!(error instanceof TransportError)) throw error;
		log.warn(`GET ${withoutQuery(url)} broke off at byte ${part.bytes} (${error.code}).`);
		return 'broken';
	}
}

async function take(response: HttpResponse, part: PartFile, resumeFrom: number): Promise<Outcome> {
	if (deadLink.has(response.status)) {
		response.discard();
		return 'dead';
	}
	if (response.status === 206 && startOf(response) === resumeFrom && resumeFrom > 0) {
		// Same object, next byte: go on where we stopped.
	} else if (response.status === 200) {
		await part.restart(response.headers.etag, lengthOf(response));
	} else {
		response.discard();
		// 416 after a change of the object, or a 206 of another place: what is here cannot be continued.
		if (response.status === 416 || response.status === 206) await part.restart(undefined, undefined);
		return 'broken';
	}
	for await (const piece of response.body) await part.append(piece);
	return part.isWhole ? 'complete' : 'broken';
}

/** The first byte of a 206, from `Content-Range: bytes 500-999/1000`. */
function startOf(response: HttpResponse): number | undefined {
	const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers['content-range'] ?? '');
	return match ? Number(match[1]) : undefined;
}

function lengthOf(response: HttpResponse): number | undefined {
	const text = response.headers['content-length'];
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
