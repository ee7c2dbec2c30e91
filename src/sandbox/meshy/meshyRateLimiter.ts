import type { Allowance } from './meshyAccount';

/**
 * Requests a second for each account: a bucket that holds one second's worth and fills steadily. It goes by real
 * time whatever the speed, as links do: a client's network gets no faster when the simulated work does.
 */
export class MeshyRateLimiter {
	readonly #buckets = new Map<string, { left: number; at: number }>();
	readonly #now: () => number;

	/** @param now Real time in ms. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Counts one request; false when the account has none left at this moment. */
	take({ id, requestsPerSecond }: Allowance & { id: string }): boolean {
		const now = this.#now();
		const most = requestsPerSecond === 0 ? 0 : Math.max(1, requestsPerSecond);
		const bucket = this.#buckets.get(id) ?? { left: most, at: now };
		const filled = bucket.left + ((now - bucket.at) / 1000) * requestsPerSecond;
		const left = Math.min(most, Math.max(filled, 0));
		const granted = left >= 1;
		this.#buckets.set(id, { left: granted ? left - 1 : left, at: now });
		return granted;
	}

	forgetAll(): void {
		this.#buckets.clear();
	}
}
