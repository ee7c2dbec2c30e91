import type { ProviderId } from '../model/account';
import { sumOf } from '../model/account';
import { chargeOf } from '../model/errors';
import { creditsOf, errorOf, type JobRecord, type JobState, taskOf } from '../model/jobRecord';
import type { JobRequest, Operation } from '../model/request';
import { catalogueOf } from '../providers/catalogues';

/** One paid task, as the ledger keeps it for good: what it was for, what it was to cost, and what it did cost. */
export interface LedgerEntry {
	/** The entry's key: a job may have several tasks, one after the other. */
	readonly taskId: string;
	readonly jobId: string;
	readonly provider: ProviderId;
	/** Names the key that paid without telling it. */
	readonly account: string;
	readonly operation: Operation;
	readonly model?: string;
	/** The workspace folder that it was made for, by its absolute path; absent where none was open. */
	readonly workspace?: string;
	/** Where its files go, as an absolute path. */
	readonly folder: string;
	/** Ms since the epoch: when the paid request left. */
	readonly at: number;
	/** Credits; absent for a price that was not known. */
	readonly estimate?: number;
	/** Credits that the service took, by its own figure and before any refund; absent while it has not said. */
	readonly charge?: number;
	/** Of the charge, what came back later. */
	readonly refunded?: number;
	/** `failed`: what it was charged, if anything, is due back. */
	readonly status: 'underWay' | 'made' | 'failed';
}

/** True for accounts whose credits are money. */
export function isPaid({ provider }: Pick<JobRecord, 'provider'>): boolean {
	return provider !== 'sandbox';
}

/**
 * The ledger after this record, as far as the job's present task goes: `before` is what it says of that task already.
 * Undefined where the record has nothing for it. Applying the same record twice changes nothing, so that a crash
 * between record and ledger is mended by reading the records again.
 */
export function entryAfter(job: JobRecord, before: LedgerEntry | undefined): LedgerEntry | undefined {
	const task = taskOf(job.state);
	if (!task || !isPaid(job)) return undefined;
	const { request, state } = job;
	const told = figureOf(state);
	const status = statusOf(state);
	if (before) return withFigure({ ...before, status }, told);
	// Somebody else paid for it, elsewhere.
	if (request.operation === 'adoptTask') return undefined;
	const model = modelIn(job.provider, request);
	return {
		taskId: task.id,
		jobId: job.id,
		provider: job.provider,
		account: task.account,
		operation: request.operation,
		...(model === undefined ? {} : { model }),
		...(job.workspace === undefined ? {} : { workspace: job.workspace }),
		folder: job.destination.folder,
		at: task.submittedAt,
		...(job.estimate === undefined ? {} : { estimate: job.estimate }),
		...(told === undefined ? {} : { charge: told }),
		status,
	};
}

/** The entry after the service's present figure: less than before is a refund. */
export function withFigure(entry: LedgerEntry, told: number | undefined): LedgerEntry {
	if (told === undefined) return entry;
	const { refunded: _, charge = told, ...rest } = entry;
	if (told >= charge) return { ...rest, charge: told };
	return { ...rest, charge, refunded: sumOf([charge, -told]) };
}

/** Credits that the task has cost by now; undefined while the service has not said. */
export function netOf({ charge, refunded = 0 }: LedgerEntry): number | undefined {
	return charge === undefined ? undefined : sumOf([charge, -refunded]);
}

/** What the service says now; a failure that usually costs nothing and names no figure cost nothing. */
function figureOf(state: JobState): number | undefined {
	const credits = creditsOf(state);
	if (credits !== undefined) return credits;
	if (state.kind === 'cancelled') return state.outcome === 'notCharged' ? 0 : undefined;
	const error = errorOf(state);
	return statusOf(state) === 'failed' && error && chargeOf(error) === 'none' ? 0 : undefined;
}

function statusOf(state: JobState): LedgerEntry['status'] {
	switch (state.kind) {
		case 'blocked':
			return statusOf(state.resume);
		case 'downloading':
		case 'done':
			return 'made';
		case 'failed':
		case 'refused':
			return 'failed';
		case 'cancelled':
			if (state.outcome === undefined) return 'underWay';
			return state.failed ? 'failed' : 'made';
		default:
			return 'underWay';
	}
}

/** The model that was asked for, or that the service takes when none is named. */
export function modelIn(
	provider: ProviderId,
	{ operation, options }: Pick<JobRequest, 'operation' | 'options'>,
): string | undefined {
	const models = catalogueOf(provider).operations[operation]?.models;
	const id = models && (options[models.option] ?? models.default);
	return id === undefined ? undefined : String(id);
}
