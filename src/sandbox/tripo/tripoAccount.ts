import { type Account, digestOf, newAccount } from '../accounts/account';
import type { Clock } from '../clock';

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

export type RateBucket = keyof Rates;

/** What the `X-RateLimit-*` headers say. */
export interface RateLimitState {
	limit: number;
	remaining: number;
	/** When the window ends, by the service's own clock, unix seconds. */
	reset: number;
	/** Real seconds until then, at least 1. */
	retryAfter: number;
	refused: boolean;
}

const windowMs = 60_000;

/** Requests per minute of work time, in windows that open with an account's first request. */
export class TripoRateLimiter {
	readonly #windows = new Map<string, { openedAt: number; used: number }>();

	constructor(private readonly clock: Clock) {}

	/** Counts one request of this kind against the account's limit. */
	count(account: TripoAccount, bucket: RateBucket): RateLimitState {
		const window = this.#window(account, bucket);
		window.used += 1;
		return this.#reading(window, account.rates[bucket], window.used > account.rates[bucket]);
	}

	/** What is left, without counting: queries are free. */
	read(account: TripoAccount, bucket: RateBucket): RateLimitState {
		return this.#reading(this.#window(account, bucket), account.rates[bucket], false);
	}

	forgetAll(): void {
		this.#windows.clear();
	}

	#window(account: TripoAccount, bucket: RateBucket): { openedAt: number; used: number } {
		const name = `${account.id} ${bucket}`;
		const workMs = this.clock.workMs();
		let window = this.#windows.get(name);
		if (!window || workMs >= window.openedAt + windowMs) {
			window = { openedAt: workMs, used: 0 };
			this.#windows.set(name, window);
		}
		return window;
	}

	#reading(window: { openedAt: number; used: number }, limit: number, refused: boolean): RateLimitState {
		const realMs = Math.min(this.clock.realMsUntil(window.openedAt + windowMs), windowMs);
		return {
			limit,
			remaining: Math.max(0, limit - window.used),
			reset: Math.ceil((this.clock.told(this.clock.wallMs()) + realMs) / 1000),
			retryAfter: Math.max(1, Math.ceil(realMs / 1000)),
			refused,
		};
	}
}
