import type { Clock } from '../../base/clock';
import type { Log } from '../../base/log';
import { PassingTrouble } from '../../downloads/passingTrouble';
import { isSystemError } from '../../files/disk';
import { describeError, type ErrorCode, type JobError } from '../../model/errors';
import type { DownloadWait, JobState, WaitsFor } from '../../model/jobRecord';
import { ServiceError } from '../../model/serviceError';
import { asRetryable, isUnreachable, jobErrorOf } from '../../network/failure';
import { TransportError } from '../../network/http';
import type { Journal } from '../records/journal';

const firstPauseMs = 5000;
const longestPauseMs = 5 * 60_000;

/** Trouble with a paid result that is waited out. */
export interface Passing {
	readonly waitsFor: WaitsFor;
	readonly error: JobError;
	/** Ms that the other side asks us to wait. */
	readonly afterMs?: number | undefined;
	/** Some of the file came, and is kept. */
	readonly progressed: boolean;
	readonly atOnce: boolean;
}

/** Undefined for what only the user can mend, such as a full disk or a task that is gone. */
export function passingIn(fault: unknown): Passing | undefined {
	if (fault instanceof PassingTrouble) {
		const { waitsFor, jobError, afterMs, progressed, atOnce } = fault;
		return { waitsFor, error: jobError, afterMs, progressed, atOnce };
	}
	const error = asRetryable(jobErrorOf(fault));
	const other = { error: { ...error, charge: 'made' as const }, progressed: false, atOnce: false };
	if (fault instanceof TransportError) return { ...other, waitsFor: 'service' };
	if (fault instanceof ServiceError && fault.kind !== 'refused')
		return { ...other, waitsFor: 'service', afterMs: fault.retryAfterMs };
	if (isUnreachable(error.code)) return { ...other, waitsFor: 'service' };
	// Only what the download needs lies there: its part file, or the folder that it is to land in.
	if (isSystemError(fault, 'ENOENT') || isMissing(fault))
		return { ...other, waitsFor: 'folder', error: { ...other.error, code: 'folderGone' } };
	// Too many open files, a network share that is away for a moment.
	if (
		isSystemError(fault, 'EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'ENOMEM', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN')
	)
		return { ...other, waitsFor: 'disk' };
	return undefined;
}

/** What older versions asked the user for. */
export function passes(code: ErrorCode): boolean {
	return code === 'downloadBroken' || code === 'linkDead' || code === 'serviceFault' || isUnreachable(code);
}

export interface PutOffPorts {
	readonly journal: Pick<Journal, 'get' | 'apply'>;
	readonly clock: Clock;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly log: Log;
}

/** Writes down when to try again after trouble that passes; false for any other. */
export async function putOff(context: PutOffPorts, id: string, error: unknown): Promise<boolean> {
	const { journal, log } = context;
	const passing = passingIn(error);
	if (!passing) return false;
	const fruitless = passing.progressed ? 1 : fruitlessOf(journal.get(id).state) + 1;
	log.info(`Job ${id} waits for the ${passing.waitsFor}: ${describeError(passing.error)}`);
	await journal.apply(id, { type: 'delayed', fruitless, wait: waitAfter(passing, fruitless, context) });
	return true;
}

function fruitlessOf(state: JobState): number {
	return (state.kind === 'downloading' && state.fruitless) || 0;
}

/** When to try again, after so many tries in a row that brought nothing, this one included. */
function waitAfter(
	{ waitsFor, error, afterMs, atOnce }: Passing,
	fruitless: number,
	{ clock, random }: Pick<PutOffPorts, 'clock' | 'random'>,
): DownloadWait {
	// A folder that was moved is made anew at once; whoever removes it again and again gets pauses like everybody.
	const isFirstOfFolder = waitsFor === 'folder' && fruitless === 1;
	const named = afterMs === undefined ? undefined : Math.max(afterMs, firstPauseMs);
	const ms = atOnce || isFirstOfFolder ? 0 : (named ?? downloadPauseMs(fruitless, random));
	return { waitsFor, error, until: clock.now() + ms };
}

/** Ms: 5 s after the first try that brought nothing, then twice as long each, up to 5 minutes. */
export function downloadPauseMs(fruitless: number, random: () => number): number {
	const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(fruitless - 1, 0));
	// Several windows and machines do not knock in step.
	return Math.round(ceiling * (0.75 + random() / 4));
}

/** `localFault` has turned the system's error into words. */
function isMissing(fault: unknown): boolean {
	return fault instanceof Error && isSystemError(fault.cause, 'ENOENT');
}
