import type { JobRequest, Operation, RequestOptions } from '../jobs/request';
import type { ProviderId } from '../providers/provider';
import type { Preferences } from './defaults';
import { completed, type Order, stepRequest } from './order';
import { cook, type Inputs, type Recipe, type RecipeStep } from './recipe';

/** What a form is about to order: a recipe, open to changes, and in how many variants. */
export interface Plan extends Recipe {
	/** One when absent. */
	readonly count?: number;
}

/** What the plan is for. */
export interface Occasion {
	readonly provider: ProviderId;
	/** What the inputs are meant for, unless the recipe has an operation of its own. */
	readonly operation: Operation;
	/** One for each thing to make. */
	readonly inputs: readonly Inputs[];
}

/** The orders of a plan, one for each thing to make; undefined where it is a recipe for something else. */
export function ordersOf(plan: Plan, { provider, operation, inputs }: Occasion): Order[] | undefined {
	const orders: Order[] = [];
	for (const input of inputs) {
		const cooked = cook(plan, provider, { operation, ...input, options: {} });
		if (!cooked) return undefined;
		orders.push({ provider, ...cooked, ...(plan.count ? { count: plan.count } : {}) });
	}
	return orders;
}

/** The plan with all that would be filled in, so that a form shows and changes what is really sent. */
export function completedPlan(plan: Plan, occasion: Occasion, preferences: Preferences): Plan | undefined {
	const [order] = ordersOf(plan, occasion) ?? [];
	if (!order) return undefined;
	const { request, followUps = [] } = completed(order, preferences);
	const [first, ...others] = plan.steps;
	const steps = others.map((step, index) => ({ ...step, options: followUps[index]?.options ?? {} }));
	return { ...plan, steps: [{ ...first, options: request.options }, ...steps] };
}

/** The request that a step of a plan comes to, for the first thing to make. */
export function requestAt(plan: Plan, occasion: Occasion, index: number): JobRequest | undefined {
	const [order] = ordersOf(plan, occasion) ?? [];
	if (!order || index === 0) return order?.request;
	const step = order.followUps?.[index - 1];
	return step && stepRequest(step, index - 1);
}

export function withStepOptions(plan: Plan, index: number, options: RequestOptions): Plan {
	return withChanged(plan, index, { options });
}

/** An empty one is none. */
export function withStepPrompt(plan: Plan, index: number, prompt: string): Plan {
	return withChanged(plan, index, { prompt });
}

export function withStep(plan: Plan, step: RecipeStep): Plan {
	return { ...plan, steps: [...plan.steps, step] };
}

/** Without that step and those that go on from it. */
export function withoutStepsFrom(plan: Plan, index: number): Plan {
	const [first, ...others] = plan.steps;
	return { ...plan, steps: [first, ...others.slice(0, Math.max(index - 1, 0))] };
}

function withChanged(plan: Plan, index: number, change: Pick<RecipeStep, 'options' | 'prompt'>): Plan {
	const [first, ...others] = plan.steps;
	if (index === 0) return { ...plan, steps: [{ ...first, ...change }, ...others] };
	return {
		...plan,
		steps: [first, ...others.map((step, at) => (at === index - 1 ? { ...step, ...change } : step))],
	};
}
