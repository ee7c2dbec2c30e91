import type { Accounts, Connection } from '../../accounts/accounts';
import type { Lane } from '../../accounts/requestQueue';
import type { Clock } from '../../base/clock';
import type { Log } from '../../base/log';
import type { Disk } from '../../files/disk';
import type { ProviderId } from '../../model/account';
import type { Http } from '../../network/http';
import type { Uploaded } from '../../providers/provider';
import type { SpendingSwitch } from '../../spending/limits';
import type { Journal } from '../records/journal';
import type { Poller } from './poller';

/** What the steps of a job work with. */
export interface JobContext {
	readonly journal: Journal;
	readonly accounts: Accounts;
	/** An account whose free calls are repeated for some seconds at most: the caller waits out the rest. */
	readonly connectBriefly: (provider: ProviderId) => Promise<Connection>;
	readonly lane: (provider: ProviderId) => Lane;
	readonly poller: (provider: ProviderId) => Poller;
	/** What went up for jobs that are still to be sent; uploads are slow. */
	readonly uploaded: Map<string, Uploaded>;
	readonly spendNothing: SpendingSwitch;
	/** For file hosts; never carries a key. */
	readonly http: Http;
	readonly disk: Disk;
	readonly clock: Clock;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly log: Log;
	readonly userAgent: string;
}
