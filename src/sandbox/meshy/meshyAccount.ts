import { type Account, newAccount } from '../accounts/account';
import { digestOf } from '../accounts/keys';

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
