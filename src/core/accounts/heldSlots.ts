import type { TaskOwner } from '../model/task';
import type { TaskClass } from '../providers/tiers';

interface Slot {
	readonly taskClass: TaskClass;
	/** Undefined until the submit tells. */
	readonly owner: TaskOwner | undefined;
	/** The service is known to have its task. */
	readonly taken: boolean;
}

/**
 * Who has a slot. Limits hold per account, which all of its keys share, and nothing in a key tells whose it is. So the keys
 * of one region are taken for one account's, unless the user says that each has an account of its own. A slot of which
 * nobody can tell counts.
 */
export class HeldSlots {
	private readonly slots = new Map<string, Slot>();
	private present: TaskOwner | undefined;
	private perKey = false;

	/** Who submits from now on, and whether each key has limits of its own; true when the key is another one. */
	use(present: TaskOwner, perKey: boolean): boolean {
		const changed = this.present !== undefined && this.present.account !== present.account;
		this.present = present;
		this.perKey = perKey;
		return changed;
	}

	has(id: string): boolean {
		return this.slots.has(id);
	}

	/** Gives a slot to a job that is about to submit. */
	grant(id: string, taskClass: TaskClass): void {
		this.slots.set(id, { taskClass, owner: this.present, taken: false });
	}

	/** The service has this job's task; of the present owner, unless another is named or known. */
	take(id: string, taskClass: TaskClass, owner = this.slots.get(id)?.owner ?? this.present): void {
		this.slots.set(id, { taskClass, owner, taken: true });
	}

	assign(id: string, owner: TaskOwner): void {
		const slot = this.slots.get(id);
		if (slot) this.slots.set(id, { ...slot, owner });
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

	private isOurs({ owner }: Slot): boolean {
		const { present } = this;
		if (!owner || !present) return true;
		if (this.perKey) return owner.account === present.account;
		return [undefined, present.region].includes(owner.region) || present.region === undefined;
	}
}
