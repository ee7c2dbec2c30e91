import type { TaskClass } from '../providers/tiers';
import { CapacityEstimate } from './capacityEstimate';
import { PlanDetector } from './planDetector';

/** A plan that seems to take nothing at all is asked again after so long. */
const hopelessPauseMs = 300_000;

/** What the refusals of one account have taught; begun anew with another key or tier. */
export class LearnedLimits {
	private readonly rooms = new Map<TaskClass, CapacityEstimate>();
	private readonly planDoubt = new PlanDetector();

	/** The account seems to have a plan that creates no tasks at all. */
	get suspectsPlan(): boolean {
		return this.planDoubt.isLikely;
	}

	/** Tasks of a class that may be at the service now, of the `cap` by its tier. */
	limit(taskClass: TaskClass, cap: number, now: number): number {
		return this.rooms.get(taskClass)?.limit(cap, now) ?? cap;
	}

	/** Classes of which something was learned. */
	get classes(): TaskClass[] {
		return [...this.rooms.keys()];
	}

	/** The moments from which more may be tried. */
	get probes(): number[] {
		return [...this.rooms.values()].flatMap((room) => room.nextProbe ?? []);
	}

	/** There was no room for one more beside the tasks that the service has of ours: of the class, and of all. */
	refused(
		taskClass: TaskClass,
		taken: { readonly ofClass: number; readonly ofAll: number },
		now: number,
		random: () => number,
		askedMs = 0,
	): void {
		if (taken.ofAll === 0) this.planDoubt.refusedAlone(now);
		const room = this.rooms.get(taskClass) ?? new CapacityEstimate();
		this.rooms.set(taskClass, room);
		const pauseMs = this.suspectsPlan ? hopelessPauseMs : 0;
		room.refused(taken.ofClass, now, random, Math.max(askedMs, pauseMs));
	}

	/** The service took a task, which makes so many of its class. */
	accepted(taskClass: TaskClass, taken: number, cap: number): void {
		this.planDoubt.cleared();
		this.rooms.get(taskClass)?.accepted(taken, cap);
	}

	/** The service has a task of this account, as was known before. */
	found(): void {
		this.planDoubt.cleared();
	}

	ended(taskClass: TaskClass): void {
		this.rooms.get(taskClass)?.ended();
	}
}
