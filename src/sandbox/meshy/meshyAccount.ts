import { type Account, digestOf, newAccount } from '../accounts/account';

/** What a plan allows an account: network requests a second, and tasks that may be queued or running. */
export interface Allowance {
	requestsPerSecond: number;
	queueTasks: number;
}

/** The published plans. An account of `enterprise` may have arranged for more. */
export const tiers = {
	free: { requestsPerSecond: 20, queueTasks: 1 },
	pro: { requestsPerSecond: 20, queueTasks: 10 },
	max: { requestsPerSecond: 20, queueTasks: 20 },
	'max-unlimited': { requestsPerSecond: 20, queueTasks: 20 },
	studio: { requestsPerSecond: 20, queueTasks: 20 },
	premium: { requestsPerSecond: 20, queueTasks: 30 },
	ultra: { requestsPerSecond: 20, queueTasks: 100 },
	enterprise: { requestsPerSecond: 100, queueTasks: 50 },
} as const satisfies Record<string, Allowance>;

export type Tier = keyof typeof tiers;

/** A tier, or a plan that may look at tasks and not make any, as some free accounts are. */
export type Plan = Tier | 'no-api';

export const tierNames = Object.keys(tiers) as readonly Tier[];
export const planNames: readonly Plan[] = [...tierNames, 'no-api'];

export function allowanceOf(plan: Plan): Allowance {
	return plan === 'no-api' ? { ...tiers.free, queueTasks: 0 } : tiers[plan];
}

/** What a new account starts with. */
export interface MeshyTerms extends Allowance {
	/** Credits, a whole number. */
	balance: number;
	plan: Plan;
}

export interface MeshyAccount extends Account, MeshyTerms {
	/** The first segment of every link's path, a UUID. */
	folder: string;
}

export function termsOf(plan: Plan, balance: number): MeshyTerms {
	return { balance: Math.floor(balance), plan, ...allowanceOf(plan) };
}

export function openMeshyAccount(key: string, { balance, ...terms }: MeshyTerms): MeshyAccount {
	const folder = digestOf('folder', key).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
	return { ...newAccount(key, balance), ...terms, folder };
}

/**
 * Requests a second for each account: a bucket that holds one second's worth and fills steadily. It goes by real
 * time whatever the speed, as links do: a client's network gets no faster when the simulated work does.
 */
export class MeshyRateLimiter {
	readonly #buckets = new Map<string, { left: number; at: number }>();

	/** @param now Real time in ms. */
	constructor(private readonly now: () => number) {}

	/** Counts one request; false when the account has none left at this moment. */
	take({ id, requestsPerSecond }: Allowance & { id: string }): boolean {
		const now = this.now();
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
