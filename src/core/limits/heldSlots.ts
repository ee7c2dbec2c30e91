import type { TaskClass } from './tiers';

interface Slot {
	readonly taskClass: TaskClass;
	/** Undefined until the submit tells. */
	readonly account: string | undefined;
	/** The service is known to have its task. */
	readonly taken: boolean;
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

	/** Gives a slot to a job that is about to submit. */
	grant(id: string, taskClass: TaskClass): void {
		this.slots.set(id, { taskClass, account: this.account, taken: false });
	}

	/** The service has this job's task; of the present account, unless another is named or known. */
	take(id: string, taskClass: TaskClass, account = this.slots.get(id)?.account ?? this.account): void {
		this.slots.set(id, { taskClass, account, taken: true });
	}

	assign(id: string, account: string): void {
		const slot = this.slots.get(id);
		if (slot) this.slots.set(id, { ...slot, account });
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
		return this.countIf((slot) => taskClass === undefined || slot.taskClass === taskClass);
	}

	/** Of these, those whose task the service has. */
	countTaken(taskClass?: TaskClass): number {
		return this.countIf((slot) => slot.taken && (taskClass === undefined || slot.taskClass === taskClass));
	}

	private countIf(condition: (slot: Slot) => boolean): number {
		let count = 0;
		for (const slot of this.slots.values()) if (condition(slot) && this.isOurs(slot)) count++;
		return count;
	}

	private isOurs({ account }: Slot): boolean {
		return account === undefined || this.account === undefined || account === this.account;
	}
}
