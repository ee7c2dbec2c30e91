import { isQuote, type Quote } from '../../core/jobs/quote';
import type { JobRequest, Operation, OptionValue } from '../../core/jobs/request';
import { nextOperations } from '../../core/jobs/sources';
import type { OperationSpec } from '../../core/providers/catalogue/catalogue';
import { withOption } from '../../core/providers/catalogue/choices';
import { specOf } from '../../core/providers/catalogues';
import type { Preferences } from '../../core/recipes/defaults';
import type { Order } from '../../core/recipes/order';
import {
	completedPlan,
	type Occasion,
	ordersOf,
	type Plan,
	requestAt,
	withoutStepsFrom,
	withStep,
	withStepOptions,
	withStepPrompt,
} from '../../core/recipes/plan';
import type { Recipe } from '../../core/recipes/recipe';
import { quoteWords } from './quoteWords';

/** Prices orders without starting them. */
export type Quoter = (orders: readonly Order[]) => Quote | { readonly refused: string };

/** A plan on its way through a form: what it would come to, and what it becomes by each answer. */
export class PlanDraft {
	constructor(
		readonly plan: Plan,
		readonly occasion: Occasion,
		private readonly preferences: Preferences,
		private readonly quoter: Quoter,
	) {}

	/** A draft of the recipe with all that settings and catalogue fill in; undefined where it does not fit. */
	cooked(recipe: Recipe | Plan): PlanDraft | undefined {
		const plan = completedPlan(recipe, this.occasion, this.preferences);
		return plan && this.with(plan);
	}

	get orders(): readonly Order[] {
		return ordersOf(this.plan, this.occasion) ?? [];
	}

	get quote(): Quote | { readonly refused: string } {
		return this.quoter(this.orders);
	}

	get canStart(): boolean {
		return this.orders.length > 0 && isQuote(this.quote);
	}

	get priceAndTime(): string {
		return quoteWords(this.quote, this.occasion.provider);
	}

	/** What the last step makes. */
	get gives(): OperationSpec['gives'] {
		return this.specAt(this.plan.steps.length - 1).gives;
	}

	/** The request of a step, for the first thing to make. */
	requestAt(index: number): JobRequest {
		const request = requestAt(this.plan, this.occasion, index);
		if (!request) throw new Error(`the plan has no step ${index}`);
		return request;
	}

	specAt(index: number): OperationSpec {
		return specOf(this.occasion.provider, this.requestAt(index).operation);
	}

	withOption(index: number, name: string, value: OptionValue | undefined): PlanDraft {
		const request = withOption(this.specAt(index), this.requestAt(index), name, value);
		return this.with(withStepOptions(this.plan, index, request.options));
	}

	titled(title: string): PlanDraft {
		return this.with({ ...this.plan, title });
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
		const { provider } = this.occasion;
		const request = this.requestAt(this.plan.steps.length - 1);
		return nextOperations(provider, { kind: 'task', origin: { provider, request } });
	}

	withStep(operation: Operation): PlanDraft {
		const plan = withStep(this.plan, { operation });
		return this.with(completedPlan(plan, this.occasion, {}) ?? plan);
	}

	withoutStepsFrom(index: number): PlanDraft {
		return this.with(withoutStepsFrom(this.plan, index));
	}

	private with(plan: Plan): PlanDraft {
		return new PlanDraft(plan, this.occasion, this.preferences, this.quoter);
	}
}
