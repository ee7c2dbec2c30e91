import { sumOf } from '../model/account';
import type { JobRecord, JobState } from '../model/jobRecord';
import { isPaid, type LedgerEntry, netOf } from './entry';

/** All that is known of money: the tasks that were paid or are being paid, and the jobs that are still to be sent. */
export interface SpendingTotals {
	readonly entries: Iterable<LedgerEntry>;
	readonly jobs: Iterable<JobRecord>;
}

/** What a sum goes over; all there is where nothing is named. */
export interface Scope {
	/** Ms since the epoch. A job that is still to be sent counts whenever it was asked for: it is paid today. */
	readonly since?: number;
	/** Only what was made for this workspace folder. */
	readonly workspace?: string;
	/** This job is left out. */
	readonly exceptJob?: string;
}

/** Credits. */
export interface Sums {
	/** By the service's own figures, without what came back. */
	readonly charged: number;
	/** Estimates of what is under way, waits, or was never accounted for. */
	readonly expected: number;
}

/** What is charged and what is still expected, of all wallets together. */
export function sumsIn(books: SpendingTotals, scope: Scope = {}): Sums {
	const charged: number[] = [];
	const expected: number[] = [];
	for (const entry of books.entries) {
		if (entry.at < (scope.since ?? 0) || !isIn(scope, entry)) continue;
		const net = netOf(entry);
		if (net !== undefined) charged.push(net);
		else expected.push(entry.estimate ?? 0);
	}
	for (const job of books.jobs)
		if (isPaid(job) && job.id !== scope.exceptJob && isIn(scope, job) && mayCost(job.state, scope))
			expected.push(job.estimate ?? 0);
	return { charged: sumOf(charged), expected: sumOf(expected) };
}

/** What limits are held against: everything that is spent if all goes on as it was asked for. */
export function committedIn(books: SpendingTotals, scope: Scope): number {
	const { charged, expected } = sumsIn(books, scope);
	return sumOf([charged, expected]);
}

function isIn({ workspace }: Scope, of: { readonly workspace?: string }): boolean {
	return workspace === undefined || of.workspace === workspace;
}

/** True for a job that may cost something which no ledger entry tells of, whenever it was asked for. */
export function mayYetCost(job: Pick<JobRecord, 'provider' | 'state'>): boolean {
	return isPaid(job) && mayCost(job.state, {});
}

/** True while no task is known that the ledger could have, and there may be one yet. */
function mayCost(state: JobState, { since = 0 }: Scope): boolean {
	switch (state.kind) {
		case 'waiting':
		case 'uploading':
		case 'submitting':
		case 'uncertain':
			return true;
		case 'blocked':
			return state.resume.kind === 'waiting';
		case 'cancelled':
			return state.doubt !== undefined && state.doubt.since >= since;
		default:
			return false;
	}
}
