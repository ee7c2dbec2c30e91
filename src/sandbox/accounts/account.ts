import { type Customer, newCustomer } from './customer';
import { accountIdOf, clientIdOf, masked } from './keys';

/** How many tasks an account may have queued or running, over all and per category. */
export interface Slots {
	overall: number;
	/** Generation with H models. */
	h: number;
	/** Generation with P models. */
	p: number;
	/** Pictures, also those of several views. */
	image: number;
	/** Texturing, converting and the like. */
	processing: number;
	mesh: number;
	animation: number;
}

/** The categories, for those who read numbers for them. */
export const slotNames = ['overall', 'h', 'p', 'image', 'processing', 'mesh', 'animation'] as const;

/** The service's categories for an account that may have `overall` tasks, which is 10 by default. */
export function slotsOf(overall: number): Slots {
	return { overall, h: overall, p: 5, image: 1, processing: 5, mesh: overall, animation: overall };
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
