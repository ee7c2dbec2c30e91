import type { TaskClass } from '../providers/tiers';
import { CapacityEstimate } from './capacityEstimate';
import { PlanDetector } from './planDetector';

/** A plan that seems to take nothing at all is asked again after so long. */
const hopelessPauseMs = 300_000;

/** What the refusals of one account have taught; begun anew with another key or tier. */
export class LearnedLimits {
	private readonly estimates = new Map<TaskClass, CapacityEstimate>();
	private readonly planDetector = new PlanDetector();

	/** The account seems to have a plan that creates no tasks at all. */
	get suspectsPlan(): boolean {
		return this.planDetector.isLikely;
	}

	/** Tasks of a class that may be at the service now, of the `cap` by its tier. */
	limit(taskClass: TaskClass, cap: number, now: number): number {
		return this.estimates.get(taskClass)?.limit(cap, now) ?? cap;
	}

	/** Classes of which something was learned. */
	get classes(): TaskClass[] {
		return [...this.estimates.keys()];
	}

	/** The moments from which more may be tried. */
	get probes(): number[] {
		return [...this.estimates.values()].flatMap((estimate) => estimate.nextProbe ?? []);
	}

	/** There was no room for one more beside the tasks that the service has of ours: of the class, and of all. */
	refused(
		taskClass: TaskClass,
		taken: { readonly ofClass: number; readonly ofAll: number },
		now: number,
		random: () => number,
		askedMs = 0,
	): void {
		if (taken.ofAll === 0) this.planDetector.refusedAlone(now);
		const estimate = this.estimates.get(taskClass) ?? new CapacityEstimate();
		this.estimates.set(taskClass, estimate);
		const pauseMs = this.suspectsPlan ? hopelessPauseMs : 0;
		estimate.refused(taken.ofClass, now, random, Math.max(askedMs, pauseMs));
	}

	/** The service took a task, which makes so many of its class. */
	accepted(taskClass: TaskClass, taken: number, cap: number): void {
		this.planDetector.cleared();
		this.estimates.get(taskClass)?.accepted(taken, cap);
	}

	/** The service has a task of this account, as was known before. */
	found(): void {
		this.planDetector.cleared();
	}

	ended(taskClass: TaskClass): void {
		this.estimates.get(taskClass)?.ended();
	}
}
