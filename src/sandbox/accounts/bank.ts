import type { Customer, Service } from './customer';
import { accountIdOf } from './keys';
import type { EntryKind, Ledger } from './ledger';

/** How a service takes in a customer: on which terms, and what becomes of them. */
export interface Admission<Account extends Customer, Terms> {
	service: Service;
	terms: Terms;
	open(key: string, terms: Terms): Account;
}

/** One service's accounts and their money. Whoever knows a well-formed key has an account from its first use on. */
export class Bank<Account extends Customer, Terms> {
	/** No new account is opened while this is true; unknown keys are then refused. */
	closed = false;
	terms: Terms;
	readonly #accounts = new Map<string, Account>();
	/** Further keys of an account, by their ids: the id that the account is kept under. */
	readonly #furtherKeys = new Map<string, string>();
	readonly #admission: Admission<Account, Terms>;
	readonly #ledger: Ledger;

	constructor(admission: Admission<Account, Terms>, ledger: Ledger, accounts: readonly Account[] = []) {
		this.terms = admission.terms;
		this.#admission = admission;
		this.#ledger = ledger;
		for (const account of accounts) {
			this.#accounts.set(account.id, account);
		}
	}

	accounts(): Account[] {
		return [...this.#accounts.values()];
	}

	/** The account of a well-formed key; `undefined` when it has none and the table is closed. */
	accountFor(key: string): Account | undefined {
		const known = this.#known(key);
		return known ?? (this.closed ? undefined : this.open(key));
	}

	/** The account of a well-formed key, opened if need be even when the table is closed. */
	open(key: string): Account {
		const known = this.#known(key);
		if (known) {
			return known;
		}
		const account = this.#admission.open(key, this.terms);
		this.#accounts.set(account.id, account);
		return account;
	}

	/** Makes a key one more key of another one's account. An account that it had before is out of reach. */
	addKey(key: string, accountKey: string): void {
		this.#furtherKeys.set(accountIdOf(key), this.open(accountKey).id);
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

	/** Spends credits that were not reserved; false, and nothing happens, when the account is short of them. */
	spend(id: string, taskId: string, credits: number): boolean {
		const account = this.#account(id);
		if (account.balance < credits) {
			return false;
		}
		account.balance = round(account.balance - credits);
		account.charged = round(account.charged + credits);
		this.#note(account, taskId, 'charge', credits);
		return true;
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

	/** Forgets the accounts and opens again, on other terms. What the ledger knows stays. */
	startAgain(terms: Terms): void {
		this.#accounts.clear();
		this.#furtherKeys.clear();
		this.closed = false;
		this.terms = terms;
	}

	#known(key: string): Account | undefined {
		const id = accountIdOf(key);
		return this.#accounts.get(this.#furtherKeys.get(id) ?? id);
	}

	#account(id: string): Account {
		const account = this.#accounts.get(id);
		if (!account) {
			throw new Error('no such account');
		}
		return account;
	}

	#note(account: Account, taskId: string, kind: EntryKind, credits: number): void {
		this.#ledger.note({
			service: this.#admission.service,
			account: account.masked,
			taskId,
			kind,
			credits,
		});
	}
}

/** Amounts have two decimals; sums of them must not collect binary dust. */
export function round(credits: number): number {
	return Math.round(credits * 100) / 100;
}
