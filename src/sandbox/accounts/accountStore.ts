import { type Account, accountIdOf, type Service } from './account';
import type { EntryKind, Ledger } from './ledger';

/** How a service opens accounts. */
export interface AccountOptions<Opened extends Account, Terms> {
	service: Service;
	/** What new accounts start with. */
	terms: Terms;
	open(key: string, terms: Terms): Opened;
}

type Sums = 'balance' | 'frozen' | 'charged' | 'refunded';

/** How each movement changes an account's sums, and how the ledger calls it. */
const movements: Readonly<Record<Movement, { entry: EntryKind; changes: Partial<Record<Sums, 1 | -1>> }>> = {
	/** Reserves credits for a new task. */
	freeze: { entry: 'freeze', changes: { balance: -1, frozen: 1 } },
	/** Turns reserved credits into spent ones. */
	charge: { entry: 'charge', changes: { frozen: -1, charged: 1 } },
	/** Spends credits that were not reserved. */
	spend: { entry: 'charge', changes: { balance: -1, charged: 1 } },
	/** Gives reserved credits back. */
	release: { entry: 'release', changes: { frozen: -1, balance: 1 } },
	/** Gives spent credits back. */
	refund: { entry: 'refund', changes: { refunded: 1, balance: 1 } },
};

export type Movement = 'freeze' | 'charge' | 'spend' | 'release' | 'refund';

/** One service's accounts and their money. Any well-formed key has an account from its first use on. */
export class AccountStore<Stored extends Account, Terms> {
	/** While true no new account is opened: unknown keys are refused. */
	closed = false;
	terms: Terms;
	readonly #accounts = new Map<string, Stored>();
	/** Further keys of an account, by their ids: the id that the account is kept under. */
	readonly #furtherKeys = new Map<string, string>();

	constructor(
		private readonly options: AccountOptions<Stored, Terms>,
		private readonly ledger: Ledger,
		accounts: readonly Stored[] = [],
	) {
		this.terms = options.terms;
		for (const account of accounts) this.#accounts.set(account.id, account);
	}

	all(): Stored[] {
		return [...this.#accounts.values()];
	}

	/** The account of a well-formed key; `undefined` when it has none and the store is closed. */
	accountFor(key: string): Stored | undefined {
		return this.#known(key) ?? (this.closed ? undefined : this.open(key));
	}

	/** The account of a well-formed key, opened if need be even when the store is closed. */
	open(key: string): Stored {
		const known = this.#known(key);
		if (known) return known;
		const account = this.options.open(key, this.terms);
		this.#accounts.set(account.id, account);
		return account;
	}

	/** Makes a key one more key of another one's account. An account that it had before is out of reach. */
	addKey(key: string, accountKey: string): void {
		this.#furtherKeys.set(accountIdOf(key), this.open(accountKey).id);
	}

	/** Moves credits and notes it; false, and nothing happens, when the balance is short of them. */
	move(movement: Movement, id: string, taskId: string, credits: number): boolean {
		const account = this.#accounts.get(id);
		if (!account) throw new Error('no such account');
		const { entry, changes } = movements[movement];
		if (changes.balance === -1 && account.balance < credits) return false;
		for (const sum of ['balance', 'frozen', 'charged', 'refunded'] as const)
			account[sum] = roundCredits(account[sum] + credits * (changes[sum] ?? 0));
		const { service } = this.options;
		this.ledger.note({ service, account: account.masked, taskId, kind: entry, credits });
		return true;
	}

	/** Forgets the accounts and opens again, on other terms. The ledger keeps what it knows. */
	startAgain(terms: Terms): void {
		this.#accounts.clear();
		this.#furtherKeys.clear();
		this.closed = false;
		this.terms = terms;
	}

	#known(key: string): Stored | undefined {
		const id = accountIdOf(key);
		return this.#accounts.get(this.#furtherKeys.get(id) ?? id);
	}
}

/** Amounts have two decimals; sums of them must not collect binary dust. */
export function roundCredits(credits: number): number {
	return Math.round(credits * 100) / 100;
}
