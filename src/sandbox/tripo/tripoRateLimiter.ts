import type { Clock } from '../clock';
import type { Rates, TripoAccount } from './tripoAccount';

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
	readonly #clock: Clock;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

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
		const workMs = this.#clock.workMs();
		let window = this.#windows.get(name);
		if (!window || workMs >= window.openedAt + windowMs) {
			window = { openedAt: workMs, used: 0 };
			this.#windows.set(name, window);
		}
		return window;
	}

	#reading(window: { openedAt: number; used: number }, limit: number, refused: boolean): RateLimitState {
		const realMs = Math.min(this.#clock.realMsUntil(window.openedAt + windowMs), windowMs);
		return {
			limit,
			remaining: Math.max(0, limit - window.used),
			reset: Math.ceil((this.#clock.told(this.#clock.wallMs()) + realMs) / 1000),
			retryAfter: Math.max(1, Math.ceil(realMs / 1000)),
			refused,
		};
	}
}
