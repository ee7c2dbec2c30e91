import { type Account, newAccount } from '../accounts/account';
import { digestOf } from '../accounts/keys';

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

export const slotNames = ['overall', 'h', 'p', 'image', 'processing', 'mesh', 'animation'] as const;

/** The service's categories for an account that may have `overall` tasks, which is 10 by default. */
export function slotsOf(overall: number): Slots {
	return { overall, h: overall, p: 5, image: 1, processing: 5, mesh: overall, animation: overall };
}

/** Requests per minute of work time. */
export interface Rates {
	generation: number;
	upload: number;
}

/** What a new account starts with. */
export interface TripoTerms {
	balance: number;
	/** Factor on list prices, 1 for none. */
	discount: number;
	slots: Slots;
	rates: Rates;
}

export interface TripoAccount extends Account, TripoTerms {
	/** The public client id, `tcli_` and 32 hex digits: the first segment of every link's path. */
	clientId: string;
}

export function openTripoAccount(key: string, { balance, discount, slots, rates }: TripoTerms): TripoAccount {
	const clientId = `tcli_${digestOf('client', key).slice(0, 32)}`;
	return { ...newAccount(key, balance), clientId, discount, slots: { ...slots }, rates: { ...rates } };
}
