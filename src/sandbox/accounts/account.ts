import { type Customer, newCustomer } from './customer';
import { accountIdOf, clientIdOf, masked } from './keys';

/** How many tasks an account may have queued or running, over all and per category. */
export interface Slots {
	overall: number;
	h: number;
	p: number;
}

/** Requests per minute of work time, per account. */
export interface Rates {
	generation: number;
	upload: number;
}

/** What a new account starts with. */
export interface Terms {
	balance: number;
	discount: number;
	slots: Slots;
	rates: Rates;
}

/** A customer of Tripo. */
export interface Account extends Customer {
	/** The public client id, `tcli_` and 32 hex digits: the first part of every link's path. */
	clientId: string;
	/** Factor on list prices, 1 for none. */
	discount: number;
	slots: Slots;
	rates: Rates;
}

export function openAccount(key: string, terms: Terms): Account {
	return {
		...newCustomer(accountIdOf(key), masked(key), terms.balance),
		clientId: clientIdOf(key),
		discount: terms.discount,
		slots: { ...terms.slots },
		rates: { ...terms.rates },
	};
}
