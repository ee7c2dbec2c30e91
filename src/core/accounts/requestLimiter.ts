import type { Clock } from '../base/clock';
import { type CallBudget, type Purpose, purposes } from '../providers/tiers';

/** Calls arrive more or less late, so the service may see a span of ours as a shorter one. */
const margin = 1.1;

interface Passer {
	readonly purpose: Purpose;
	readonly pass: () => void;
}

interface Leaving {
	readonly purpose: Purpose;
	/** Ms of the limiter's own time. */
	readonly at: number;
}

/**
 * The one way out for an account's calls: it keeps them within the plan's budgets and lets the urgent ones go first.
 * Budgets hold over every span of their length, so two bursts never meet at the edge of the service's windows.
 */
export class RequestLimiter {
	private waiting: Passer[] = [];
	private left: Leaving[] = [];
	private backOffUntil = 0;
	private alarm = new AbortController();
	private readonly passed: () => number;

	constructor(
		private readonly clock: Clock,
		private budgets: readonly CallBudget[],
	) {
		this.passed = clock.stopwatch();
	}

	setBudgets(budgets: readonly CallBudget[]): void {
		this.budgets = budgets;
		this.open();
	}

	/** Resolves when the call may leave, and counts it; rejects with the signal's reason. */
	pass(purpose: Purpose, signal: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			if (signal.aborted) return reject(signal.reason);
			const aborted = (): void => {
				this.waiting = this.waiting.filter((other) => other !== passer);
				reject(signal.reason);
				this.setAlarm();
			};
			const pass = (): void => {
				signal.removeEventListener('abort', aborted);
				resolve();
			};
			const passer: Passer = { purpose, pass };
			signal.addEventListener('abort', aborted, { once: true });
			this.waiting.push(passer);
			this.open();
		});
	}

	/** Too many requests: no call leaves for so long, whatever it is for. */
	backOff(ms: number): void {
		this.backOffUntil = Math.max(this.backOffUntil, this.passed() + ms);
		this.open();
	}

	private open(): void {
		const now = this.passed();
		this.forget(now);
		for (const purpose of purposes)
			for (const passer of this.waiting.filter((one) => one.purpose === purpose)) {
				if (this.opensAt(purpose, now) > now) break;
				this.waiting = this.waiting.filter((other) => other !== passer);
				this.left.push({ purpose, at: now });
				passer.pass();
			}
		this.setAlarm();
	}

	/** The moment from which a call for this purpose fits into every budget. */
	private opensAt(purpose: Purpose, now: number): number {
		let moment = this.backOffUntil;
		for (const budget of this.budgets) {
			if (!budget.purposes.includes(purpose)) continue;
			const span = spanOf(budget);
			const counted = this.left.filter(
				(leaving) => budget.purposes.includes(leaving.purpose) && leaving.at > now - span,
			);
			const oldest = counted.at(-budget.calls);
			if (oldest) moment = Math.max(moment, oldest.at + span);
		}
		return moment;
	}

	private forget(now: number): void {
		const longest = Math.max(0, ...this.budgets.map(spanOf));
		this.left = this.left.filter(({ at }) => at > now - longest);
	}

	private setAlarm(): void {
		this.alarm.abort();
		if (this.waiting.length === 0) return;
		const now = this.passed();
		const next = Math.min(...this.waiting.map(({ purpose }) => this.opensAt(purpose, now)));
		this.alarm = new AbortController();
		this.clock.sleep(Math.max(next - now, 0), this.alarm.signal).then(
			() => this.open(),
			() => {},
		);
	}
}

/** Whole ms, because a clock has no finer ones to wait for. */
function spanOf({ withinMs }: CallBudget): number {
	return Math.ceil(withinMs * margin);
}
