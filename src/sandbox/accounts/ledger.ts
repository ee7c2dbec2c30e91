import type { Service } from './account';

/** `charge` follows a `freeze` at Tripo, and stands alone at Meshy, which charges at submit. */
export type EntryKind = 'freeze' | 'charge' | 'release' | 'refund';

/** One movement of credits. */
export interface Entry {
	/** Wall time, ms since 1970. */
	at: number;
	service: Service;
	/** Masked key. */
	account: string;
	taskId: string;
	kind: EntryKind;
	credits: number;
}

/** Movements beyond this many are forgotten, oldest first. Sums stay right: they are kept per account. */
const keptEntries = 10_000;

/** Every movement of credits at all services, in order. */
export class Ledger {
	readonly #entries: Entry[];

	constructor(
		private readonly now: () => number,
		entries: readonly Entry[] = [],
	) {
		this.#entries = [...entries];
	}

	entries(): readonly Entry[] {
		return this.#entries;
	}

	note(entry: Omit<Entry, 'at'>): void {
		this.#entries.push({ at: this.now(), ...entry });
		if (this.#entries.length > keptEntries) this.#entries.shift();
	}

	forgetAll(): void {
		this.#entries.length = 0;
	}
}
