import type { JobRecord } from '../../../src/core/model/jobRecord';
import type { LedgerEntry } from '../../../src/core/spending/entry';
import type { RunPlan } from '../plan/plan';
import type { BookedTask, Books, Ledger } from '../window/books';
import type { SignedEntry } from '../window/diary';
import type { Figures } from './figures';

/** What is left of a run when all its processes are gone. */
export interface Evidence {
	readonly plan: RunPlan;
	readonly diary: readonly SignedEntry[];
	readonly records: readonly JobRecord[];
	/** The service's own. */
	readonly ledger: Ledger;
	/** Our ledger, as it is on disk. */
	readonly entries: readonly LedgerEntry[];
	readonly tasks: readonly BookedTask[];
	/** Paid POSTs that the service took. */
	readonly posts: number;
	readonly figures: Figures;
}

export interface Leavings {
	readonly plan: RunPlan;
	readonly folder: string;
	readonly books: Books;
	readonly diary: readonly SignedEntry[];
	readonly figures: Figures;
}
