import type { Account } from '../../accounts/account';
import type { DownloadTools } from '../../downloads/download';
import type { Uploaded } from '../../providers/provider';
import type { SpendingSwitch } from '../../spending/limits';
import type { Journal } from '../records/journal';

/** What jobs work with, whatever their account. */
export interface JobTools extends DownloadTools {
	readonly journal: Journal;
	readonly spendNothing: SpendingSwitch;
}

/** What the steps of one job work with; each of them declares the part that it needs. */
export interface JobContext extends JobTools {
	readonly account: Account;
	readonly uploaded: Map<string, Uploaded>;
}
