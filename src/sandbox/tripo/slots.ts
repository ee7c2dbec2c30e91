import type { Account } from '../accounts/account';
import { dueAt } from '../tasks/timedTask';
import type { World } from '../world';
import { Refusal } from './refusal';
import type { Category, Task } from './task';

/** Real seconds that `Retry-After` never goes beyond. */
const longestWait = 20;

/** Throws code 2000 when the account has no slot left, over all or in the category. Call after settling. */
export function admit(world: World, account: Account, category: Category): void {
	const all = world.desk.active(account);
	const same = world.desk.active(account, category);
	if (all.length >= account.slots.overall) {
		throw full(world, all, 'The account has as many unfinished tasks as it may have.');
	}
	if (same.length >= account.slots[category]) {
		throw full(world, same, 'You have exceeded the limit of generation tasks of this kind.');
	}
}

function full(world: World, tasks: readonly Task[], message: string): Refusal {
	const waits = tasks.map((task) => world.clock.realMsUntil(dueAt(task)) / 1000);
	const seconds = Math.ceil(Math.min(longestWait, ...waits));
	return new Refusal('tooManyTasks', message, { 'Retry-After': String(Math.max(1, seconds)) });
}
