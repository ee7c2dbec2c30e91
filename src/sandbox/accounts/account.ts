import { accountIdOf, masked } from './keys';

/** The services that the sandbox simulates. */
export type Service = 'tripo' | 'meshy';

/** What every account has, at either service. Amounts are credits with at most two decimals. */
export interface Account {
	/** Digest of the key; the key itself is never kept. */
	id: string;
	/** The prefix of the key and its last characters, for people. */
	masked: string;
	/** Spendable, without what is frozen. */
	balance: number;
	/** Reserved for tasks that have not ended; a service that charges at submit has none. */
	frozen: number;
	/** All that was ever charged. */
	charged: number;
	/** All that was ever given back after a charge. */
	refunded: number;
	tasksMade: number;
	/** The most tasks that were ever queued or running at the same time. */
	peakConcurrent: number;
}

export function newAccount(key: string, balance: number): Account {
	const [id, shown] = [accountIdOf(key), masked(key)];
	return { id, masked: shown, balance, frozen: 0, charged: 0, refunded: 0, tasksMade: 0, peakConcurrent: 0 };
}
