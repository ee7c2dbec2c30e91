/** Accounts a job can run on. The sandbox speaks Tripo's protocol on this machine. */
export const providerIds = ['tripo', 'meshy', 'sandbox'] as const;
export type ProviderId = (typeof providerIds)[number];

/** Those that want a key, and credits. */
export const paidProviderIds = ['tripo', 'meshy'] as const satisfies readonly ProviderId[];
export type PaidProviderId = (typeof paidProviderIds)[number];

/** Credits: spendable, and reserved by unfinished tasks. May have two decimals. */
export interface Balance {
	readonly available: number;
	readonly frozen: number;
}

/** The sum of amounts that have two decimals at most, without the dust of binary fractions. */
export function sumOf(amounts: Iterable<number>): number {
	let sum = 0;
	for (const amount of amounts) sum += amount;
	return Math.round(sum * 100) / 100;
}
