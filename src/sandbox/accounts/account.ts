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

/** One customer. All amounts are credits with at most two decimals. */
export interface Account {
	/** Digest of the key; the key itself is never kept. */
	id: string;
	/** `tsk_…` and the last characters, for people. */
	masked: string;
	/** The public client id, `tcli_` and 32 hex digits: the first part of every link's path. */
	clientId: string;
	/** Spendable, without what is frozen. */
	balance: number;
	frozen: number;
	/** All that was ever charged. */
	charged: number;
	/** All that was ever given back after a charge. */
	refunded: number;
	/** Factor on list prices, 1 for none. */
	discount: number;
	slots: Slots;
	rates: Rates;
	tasksMade: number;
	/** The most tasks that were ever queued or running at the same time. */
	peakConcurrent: number;
}
