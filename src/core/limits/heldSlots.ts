import type { TaskClass } from './tiers';

interface Slot {
	readonly taskClass: TaskClass;
	/** Undefined until the submit tells. */
	readonly account: string | undefined;
}

/**
 * Who has a slot. Limits hold per account, and a job keeps its slot when the user changes the key: what counts are the
 * slots of the present account, and those of which nobody can tell yet.
 */
export class HeldSlots {
	private readonly slots = new Map<string, Slot>();
	private account: string | undefined;

	/** The account that submits go to from now on; true when it took another one's place. */
	use(account: string): boolean {
		const changed = this.account !== undefined && this.account !== account;
		this.account = account;
		return changed;
	}

	has(id: string): boolean {
		return this.slots.has(id);
	}

	/** Without an account, it is the present one's. */
	set(id: string, taskClass: TaskClass, account = this.account): void {
		this.slots.set(id, { taskClass, account });
	}

	delete(id: string): void {
		this.slots.delete(id);
	}

	classOf(id: string): TaskClass | undefined {
		return this.slots.get(id)?.taskClass;
	}

	counts(id: string): boolean {
		const slot = this.slots.get(id);
		return slot !== undefined && this.isOurs(slot);
	}

	/** Slots that count, of one class or of all. */
	count(taskClass?: TaskClass): number {
		let count = 0;
		for (const slot of this.slots.values())
			if ((taskClass === undefined || slot.taskClass === taskClass) && this.isOurs(slot)) count++;
		return count;
	}

	private isOurs({ account }: Slot): boolean {
		return account === undefined || this.account === undefined || account === this.account;
	}
}
