import { createHash } from 'node:crypto';
import { type Customer, newCustomer } from '../accounts/customer';
import { accountIdOf, masked } from '../accounts/keys';
import { type Allowance, allowanceOf, type Plan } from './tiers';

/** What a new account starts with. */
export interface MeshyTerms extends Allowance {
	/** Credits, a whole number. */
	balance: number;
	plan: Plan;
}

/** A customer of Meshy. */
export interface MeshyAccount extends Customer, Allowance {
	plan: Plan;
	/** The first part of every link's path, a UUID. */
	folder: string;
}

export function termsOf(plan: Plan, balance: number): MeshyTerms {
	return { balance: Math.floor(balance), plan, ...allowanceOf(plan) };
}

export function openMeshyAccount(key: string, terms: MeshyTerms): MeshyAccount {
	const { balance, plan, requestsPerSecond, queueTasks } = terms;
	return {
		...newCustomer(accountIdOf(key), masked(key), balance),
		plan,
		requestsPerSecond,
		queueTasks,
		folder: folderOf(key),
	};
}

function folderOf(key: string): string {
	const hex = createHash('sha256').update(`folder ${key}`).digest('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
		'-',
	);
}
