import { type ProviderId, providerIds, sumOf } from '../model/account';
import type { Operation } from '../model/request';
import { dayOf } from './day';
import { type Drifted, isDrifted } from './drift';
import type { LedgerEntry } from './entry';
import { type Sums, sumsIn } from './totals';

/** What some tasks came to. */
export interface Summary extends Sums {
	readonly tasks: number;
	/** Credits that came back. */
	readonly refunded: number;
	/** Those whose charge was not what was estimated, newest last. */
	readonly drifted: readonly Drifted[];
}

export function summaryOf(entries: readonly LedgerEntry[]): Summary {
	return {
		...sumsIn({ entries, jobs: [] }),
		tasks: entries.length,
		refunded: sumOf(entries.map(({ refunded = 0 }) => refunded)),
		drifted: entries.filter(isDrifted),
	};
}

/** By local day (see `dayOf`), newest first. */
export function byDay(entries: readonly LedgerEntry[]): Map<string, LedgerEntry[]> {
	const newestFirst = [...entries].sort((a, b) => b.at - a.at);
	return grouped(newestFirst, ({ at }) => dayOf(at));
}

/** In the order of `providerIds`. */
export function byProvider(entries: readonly LedgerEntry[]): Map<ProviderId, LedgerEntry[]> {
	const groups = grouped(entries, ({ provider }) => provider);
	return new Map([...groups].sort(([a], [b]) => providerIds.indexOf(a) - providerIds.indexOf(b)));
}

/** The dearest first. */
export function byOperation(entries: readonly LedgerEntry[]): Map<Operation, LedgerEntry[]> {
	const credits = (of: LedgerEntry[]): number => summaryOf(of).charged;
	const groups = grouped(entries, ({ operation }) => operation);
	return new Map([...groups].sort(([, a], [, b]) => credits(b) - credits(a)));
}

function grouped<Key>(
	entries: readonly LedgerEntry[],
	keyOf: (entry: LedgerEntry) => Key,
): Map<Key, LedgerEntry[]> {
	const groups = new Map<Key, LedgerEntry[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}
	return groups;
}
