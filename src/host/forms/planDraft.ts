import type { MotionLibrary } from '../../core/accounts/motions';
import { isQuote, type Quote } from '../../core/jobs/drafts/quote';
import { nextOperations } from '../../core/jobs/drafts/sources';
import type { ProviderId } from '../../core/model/account';
import type { Operation, OptionValue } from '../../core/model/request';
import type { Order } from '../../core/presets/order';
import {
	filledPlan,
	lookupIn,
	type Occasion,
	ordersOf,
	type Plan,
	subjectAt,
	withoutStepsFrom,
	withStep,
	withStepOptions,
	withStepPrompt,
} from '../../core/presets/plan';
import type { Preferences } from '../../core/presets/preferences';
import type { Preset } from '../../core/presets/preset';
import type { OperationSpec } from '../../core/providers/catalogue/catalogue';
import { type Subject, withOption } from '../../core/providers/catalogue/choices';
import { completed } from '../../core/providers/catalogue/complete';
import { formatQuote } from './formatQuote';
import type { Results } from './results';
import type { PickItem } from './steps';

/** Prices orders without starting them. */
export type Quoter = (orders: readonly Order[]) => Quote | { readonly refused: string };

/** What drafts ask outside of themselves. */
export interface DraftTools {
	readonly quoter: Quoter;
	motions(provider: ProviderId): MotionLibrary;
	readonly results: Results;
}

/** A plan on its way through a form: what it would come to, and what it becomes by each answer. */
export class PlanDraft {
	constructor(
		readonly plan: Plan,
		readonly occasion: Occasion,
		private readonly preferences: Preferences,
		private readonly tools: DraftTools,
	) {}

	/** A draft of the recipe with all that settings and catalogue fill in; undefined where it does not fit. */
	cooked(recipe: Preset | Plan): PlanDraft | undefined {
		const plan = filledPlan(recipe, this.occasion, this.preferences);
		return plan && this.with(plan);
	}

	get orders(): readonly Order[] {
		return ordersOf(this.plan, this.occasion) ?? [];
	}

	get quote(): Quote | { readonly refused: string } {
		return this.tools.quoter(this.orders);
	}

	/** What the account can choose from where motions are asked for. */
	get motions(): MotionLibrary {
		return this.tools.motions(this.occasion.provider);
	}

	/** What the account has made that an option may name. */
	get results(): {
		list(from: readonly Operation[]): PickItem<string>[];
		titleOf(id: string): string | undefined;
	} {
		const { results } = this.tools;
		return {
			list: (from) => results.list(this.occasion.provider, from),
			titleOf: (id) => results.titleOf(id),
		};
	}

	get canStart(): boolean {
		return this.problem === undefined;
	}

	/** Why it would be refused as it is. */
	get problem(): string | undefined {
		const { quote } = this;
		if (this.orders.length === 0) return 'it does not fit';
		return isQuote(quote) ? undefined : quote.refused;
	}

	get priceAndTime(): string {
		return formatQuote(this.quote, this.occasion.provider);
	}

	/** What the last step makes. */
	get gives(): OperationSpec['gives'] {
		return this.subjectAt(this.plan.steps.length - 1).spec.gives;
	}

	/** A step as forms ask about it, for the first thing to make. */
	subjectAt(index: number): Subject {
		const subject = subjectAt(this.plan, this.occasion, index);
		if (!subject) throw new Error(`the plan has no step ${index}`);
		return subject;
	}

	/** With one option changed, and with what that in turn leads to. */
	withOption(index: number, name: string, value: OptionValue | undefined): PlanDraft {
		const subject = this.subjectAt(index);
		const { options } = completed(subject.spec, withOption(subject, name, value), subject.source);
		return this.with(withStepOptions(this.plan, index, options));
	}

	/** The same plan for something else. */
	for(occasion: Occasion): PlanDraft {
		return new PlanDraft(this.plan, occasion, this.preferences, this.tools);
	}

	/** Of a step after the first, whose prompt is the user's input. */
	withPrompt(index: number, prompt: string): PlanDraft {
		return this.with(withStepPrompt(this.plan, index, prompt));
	}

	withCount(count: number): PlanDraft {
		return this.with({ ...this.plan, count });
	}

	/** The operations that may follow the last step. */
	nextOperations(): Operation[] {
		const source = { kind: 'step', index: this.plan.steps.length - 1 } as const;
		return nextOperations(this.occasion.provider, source, lookupIn(this.plan, this.occasion));
	}

	withStep(operation: Operation): PlanDraft {
		const plan = withStep(this.plan, { operation });
		return this.with(filledPlan(plan, this.occasion, {}) ?? plan);
	}

	withoutStepsFrom(index: number): PlanDraft {
		return this.with(withoutStepsFrom(this.plan, index));
	}

	private with(plan: Plan): PlanDraft {
		return new PlanDraft(plan, this.occasion, this.preferences, this.tools);
	}
}
