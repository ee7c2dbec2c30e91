import type { LedgerEntry } from '../../../../src/core/spending/entry';

/** An entry of a task that was made for what it was estimated to cost, unless told otherwise. */
export function entry(changes: Partial<LedgerEntry> = {}): LedgerEntry {
	return {
		taskId: 'task-1',
		jobId: 'job-1',
		provider: 'tripo',
		account: 'acct',
		operation: 'textToModel',
		model: 'v3.1-20260211',
		folder: '/out',
		at: 5000,
		estimate: 20,
		charge: 20,
		status: 'made',
		...changes,
	};
}
