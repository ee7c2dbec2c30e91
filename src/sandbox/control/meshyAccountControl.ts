import type { MeshyAccount, MeshyTerms } from '../meshy/account';
import { allowanceOf, type Plan, planNames } from '../meshy/tiers';
import type { Fields } from './fields';

/** What can be set about an account of Meshy. */
export interface MeshyChange {
	balance?: number | undefined;
	plan?: Plan | undefined;
	/** Tasks queued or running. */
	slots?: number | undefined;
	requestsPerSecond?: number | undefined;
}

/**
 * `{balance?, plan?, slots?, requestsPerSecond?}`. `slots` is a number; where the change is for Tripo's accounts too
 * it may be an object, which is nothing to Meshy's.
 */
export function readMeshyChange(fields: Fields, forTripoToo: boolean): MeshyChange {
	const forOthers = forTripoToo && typeof fields.raw('slots') === 'object';
	return {
		balance: fields.number('balance', 0),
		plan: fields.choice('plan', planNames),
		slots: forOthers ? undefined : fields.number('slots', 0, 1_000_000),
		requestsPerSecond: fields.number('requestsPerSecond', 0, 1_000_000),
	};
}

/** A plan brings its own numbers, which others that are given go before. Credits are whole. */
export function changeMeshyAccount(target: MeshyTerms | MeshyAccount, change: MeshyChange): void {
	if (change.plan) {
		Object.assign(target, { plan: change.plan, ...allowanceOf(change.plan) });
	}
	target.balance = Math.floor(change.balance ?? target.balance);
	target.queueTasks = change.slots ?? target.queueTasks;
	target.requestsPerSecond = change.requestsPerSecond ?? target.requestsPerSecond;
}
