import type { Clock } from '../base/clock';
import type { Log } from '../base/log';
import { withoutQuery } from '../base/redact';
import { type Disk, toDiskError } from '../files/disk';
import type { RemoteObject } from '../model/jobRecord';
import { type Http, TransportError } from '../network/http';
import { followRedirects, RedirectRefused } from '../network/redirects';
import { backOffMs } from '../network/retry';
import { transportFault } from '../network/transportFault';
import { type Outcome, takeAnswer } from './answer';
import { flushedBlock, isWorthKeeping, PartFile, PartFileGone } from './partFile';
import { PassingTrouble } from './passingTrouble';

/** Tries in a row without a single new byte before the caller is told, who then waits without taking up a place. */
const quickTries = 3;
/** Ms. A host that names more than this is waited for by the caller, too. */
const longestQuickPauseMs = 5000;
const silenceMs = 60_000;

/** What every download works with. */
export interface DownloadTools {
	/** For file hosts; never carries a key. */
	readonly http: Http;
	readonly clock: Clock;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly disk: Disk;
	readonly log: Log;
	readonly userAgent: string;
}

export interface DownloadOptions extends DownloadTools {
	/** Asks the service for a fresh link; free, any number of times. */
	readonly lease: (signal: AbortSignal) => Promise<string>;
	readonly partPath: string;
	/** What the part file holds a beginning of, if a former process began it. */
	readonly begun?: RemoteObject | undefined;
	/** Called before the first byte of an object is written; undefined when it could not be continued later. */
	readonly onOpened: (object: RemoteObject | undefined) => Promise<void>;
	/** For a picture that is to go up again: one of more bytes is refused with `imageTooLarge`. */
	readonly largestPicture?: number;
	readonly signal: AbortSignal;
}

/**
 * Brings one file into its part file and answers it, closed, with every byte in place. Links are renewed as
 * often as needed while bytes keep coming; what is there is continued by Range when the server still has the
 * same object (strong ETag), and started over otherwise. The request carries no key: the link is the credential.
 * Rejects with PassingTrouble when another try may do better, soon or later. When it ends early a part file that can be
 * continued stays, unless it is the disk that refused.
 */
export async function download(options: DownloadOptions): Promise<PartFile> {
	const part = await PartFile.open(options.disk, options.partPath, options.begun).catch((error: unknown) => {
		throw toDiskError(error);
	});
	const begunAt = part.bytes;
	try {
		await fetchAll(options, part);
		await part.close();
		return part;
	} catch (error) {
		if (error instanceof PartFileGone) {
			await part.discard();
			throw new PassingTrouble('folderGone', { waitsFor: 'folder', detail: error.path, cause: error });
		}
		const fault = toDiskError(error);
		const continuable = isWorthKeeping(part.object) && part.bytes >= flushedBlock;
		if (fault === error && continuable) await part.release();
		else await part.discard();
		if (!(fault instanceof Stalled)) throw fault;
		throw asTrouble(fault.outcome, continuable && part.bytes > begunAt);
	}
}

/** The file host gives nothing for the moment. */
class Stalled extends Error {
	constructor(readonly outcome: Outcome & { kind: 'dead' | 'broken' }) {
		super(outcome.detail);
	}
}

function asTrouble({ kind, detail, afterMs }: Stalled['outcome'], progressed: boolean): PassingTrouble {
	const code = kind === 'dead' ? 'linkDead' : 'downloadBroken';
	return new PassingTrouble(code, { waitsFor: 'fileHost', detail, afterMs, progressed });
}

async function fetchAll(options: DownloadOptions, part: PartFile): Promise<void> {
	const { clock, random, log, signal } = options;
	let fruitless = 0;
	// Progress is a byte that was never there before: without Range every try starts over.
	let furthest = part.bytes;
	let url: string | undefined;
	for (let renewals = -1; part.bytes === 0 || part.bytes !== part.object?.bytes; ) {
		if (url === undefined) {
			url = await options.lease(signal);
			renewals++;
			if (renewals > 0)
				log.info(`Link renewed (${renewals}) for ${withoutQuery(url)} at byte ${part.bytes}.`);
		}
		const outcome = await attempt(options, url, part);
		if (outcome.kind === 'complete') return;
		fruitless = part.bytes > furthest ? 0 : fruitless + 1;
		furthest = Math.max(furthest, part.bytes);
		const pauseMs = fruitless > 0 ? (outcome.afterMs ?? backOffMs(fruitless - 1, random)) : 0;
		if (fruitless >= quickTries || pauseMs > longestQuickPauseMs) throw new Stalled(outcome);
		if (outcome.kind === 'dead') url = undefined;
		if (pauseMs > 0) await clock.sleep(pauseMs, signal);
	}
}

async function attempt(options: DownloadOptions, url: string, part: PartFile): Promise<Outcome> {
	const { http, log, signal, userAgent } = options;
	const resumeFrom = part.resumable ? part.bytes : 0;
	const place = withoutQuery(url);
	try {
		const response = await followRedirects(http, {
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
		log.info(`GET ${place}${resumeFrom ? ` from byte ${resumeFrom}` : ''} → ${response.status}`);
		return await takeAnswer(response, part, {
			...options,
			resumeFrom,
			restart: (etag, bytes) => startOver(part, options.onOpened, etag, bytes),
		});
	} catch (error) {
		if (error instanceof RedirectRefused) {
			log.warn(`GET ${place} is not followed: ${error.message}.`);
			return { kind: 'broken', detail: error.message };
		}
		if (!(error instanceof TransportError)) throw error;
		log.warn(`GET ${place} broke off at byte ${part.bytes} (${error.code}).`);
		return { kind: 'broken', detail: `${hostOf(url)}: ${transportFault(error.code).words}` };
	}
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

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : 'the file host';
}
