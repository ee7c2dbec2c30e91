import type { Account, Rates, Slots } from './account';
import { accountIdOf, clientIdOf, masked } from './keys';

export type EntryKind = 'freeze' | 'charge' | 'release' | 'refund';

/** One movement of credits. */
export interface Entry {
	/** Wall time, ms since 1970. */
	at: number;
	/** Masked key. */
	account: string;
	taskId: string;
	kind: EntryKind;
	credits: number;
}

/** What a new account starts with. */
export interface Terms {
	balance: number;
	discount: number;
	slots: Slots;
	rates: Rates;
}

/** Movements beyond this many are forgotten, oldest first. Sums stay right: they are kept per account. */
const keptEntries = 10_000;

/** Accounts and their money. Whoever knows a well-formed key has an account from its first use on. */
export class Bank {
	/** No new account is opened while this is true; unknown keys are then refused. */
	closed = false;
	terms: Terms;
	readonly #accounts = new Map<string, Account>();
	readonly #entries: Entry[];
	readonly #now: () => number;

	constructor(
		terms: Terms,
		now: () => number,
		accounts: readonly Account[] = [],
		entries: readonly Entry[] = [],
	) {
		this.terms = terms;
		this.#now = now;
		this.#entries = [...entries];
		for (const account of accounts) {
			this.#accounts.set(account.id, account);
		}
	}

	accounts(): Account[] {
		return [...this.#accounts.values()];
	}

	entries(): readonly Entry[] {
		return this.#entries;
	}

	/** The account of a well-formed key; `undefined` when it has none and the table is closed. */
	accountFor(key: string): Account | undefined {
		const known = this.#accounts.get(accountIdOf(key));
		return known ?? (this.closed ? undefined : this.open(key));
	}

	/** The account of a well-formed key, opened if need be even when the table is closed. */
	open(key: string): Account {
		const id = accountIdOf(key);
		const known = this.#accounts.get(id);
		if (known) {
			return known;
		}
		const account: Account = {
			id,
			masked: masked(key),
			clientId: clientIdOf(key),
			balance: this.terms.balance,
			frozen: 0,
			charged: 0,
			refunded: 0,
			discount: this.terms.discount,
			slots: { ...this.terms.slots },
			rates: { ...this.terms.rates },
			tasksMade: 0,
			peakConcurrent: 0,
		};
		this.#accounts.set(id, account);
		return account;
	}

	/** Reserves credits for a new task; false, and nothing happens, when the account is short of them. */
	freeze(id: string, taskId: string, credits: number): boolean {
		const account = this.#account(id);
		if (account.balance < credits) {
			return false;
		}
		account.balance = round(account.balance - credits);
		account.frozen = round(account.frozen + credits);
		this.#note(account, taskId, 'freeze', credits);
		return true;
	}

	/** Turns reserved credits into spent ones. */
	charge(id: string, taskId: string, credits: number): void {
		const account = this.#account(id);
		account.frozen = round(account.frozen - credits);
		account.charged = round(account.charged + credits);
		this.#note(account, taskId, 'charge', credits);
	}

	/** Gives reserved credits back. */
	release(id: string, taskId: string, credits: number): void {
		const account = this.#account(id);
		account.frozen = round(account.frozen - credits);
		account.balance = round(account.balance + credits);
		this.#note(account, taskId, 'release', credits);
	}

	/** Gives spent credits back. */
	refund(id: string, taskId: string, credits: number): void {
		const account = this.#account(id);
		account.refunded = round(account.refunded + credits);
		account.balance = round(account.balance + credits);
		this.#note(account, taskId, 'refund', credits);
	}

	forgetAll(): void {
		this.#accounts.clear();
		this.#entries.length = 0;
		this.closed = false;
	}

	#account(id: string): Account {
		const account = this.#accounts.get(id);
		if (!account) {
			throw new Error('no such account');
		}
		return account;
	}

	#note(account: Account, taskId: string, kind: EntryKind, credits: number): void {
		this.#entries.push({ at: this.#now(), account: account.masked, taskId, kind, credits });
		if (this.#entries.length > keptEntries) {
			this.#entries.shift();
		}
	}
}

/** Amounts have two decimals; sums of them must not collect binary dust. */
export function round(credits: number): number {
	return Math.round(credits * 100) / 100;
}
