import type { Log } from '../base/log';
import { sumOf } from '../model/account';
import type { LedgerEntry } from './entry';

/** An estimate and what the service charged instead. */
export type Drifted = LedgerEntry & { readonly estimate: number; readonly charge: number };

/** True where both are known and differ: the price table is out of date, or the account has a discount. */
export function isDrifted(entry: LedgerEntry): entry is Drifted {
	const { status, estimate, charge } = entry;
	return status === 'made' && estimate !== undefined && charge !== undefined && estimate !== charge;
}

/** Says in the log when a price turns out to be another one than the table has: once, until it changes again. */
export class DriftLog {
	/** By what was asked for and its estimate: what it cost the last time. */
	private readonly last = new Map<string, number>();

	constructor(
		/** What was seen already, by former processes too. */
		entries: Iterable<LedgerEntry>,
		private readonly log: Log,
	) {
		for (const entry of entries) this.learn(entry);
	}

	look(entries: Iterable<LedgerEntry>): void {
		for (const entry of entries) {
			const before = this.learn(entry);
			const { provider, operation, model, estimate, charge } = entry;
			if (before === undefined || charge === undefined || charge === before) continue;
			const what = `${provider} ${operation}${model === undefined ? '' : ` with ${model}`}`;
			const words = isDrifted(entry)
				? `costs ${charge} credits where the estimate says ${estimate} (${signed(sumOf([charge, -entry.estimate]))})`
				: `costs the ${charge} credits of its estimate again`;
			this.log.warn(`Price of ${what}: it ${words}.`);
		}
	}

	/** What it cost before, or was estimated to; undefined where this entry tells nothing of a price. */
	private learn({ status, provider, operation, model, estimate, charge }: LedgerEntry): number | undefined {
		if (status !== 'made' || estimate === undefined || charge === undefined) return undefined;
		const key = JSON.stringify([provider, operation, model, estimate]);
		const before = this.last.get(key) ?? estimate;
		this.last.set(key, charge);
		return before;
	}
}

function signed(credits: number): string {
	return credits > 0 ? `+${credits}` : String(credits);
}
