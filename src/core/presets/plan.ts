import type { ProviderId } from '../model/account';
import type { JobRequest, Operation, RequestOptions } from '../model/request';
import type { Subject } from '../providers/catalogue/choices';
import { specOf } from '../providers/catalogues';
import { type SourceLookup, sourceFacts } from '../providers/sourceChain';
import { filledIn, type Order, stepRequest } from './order';
import type { Preferences } from './preferences';
import { applyPreset, type InputSet, type Preset, type PresetStep } from './preset';

/** What a form is about to order: a recipe, open to changes, and in how many variants. */
export interface Plan extends Preset {
	/** One when absent. */
	readonly count?: number;
}

/** What the plan is for. */
export interface Occasion {
	readonly provider: ProviderId;
	/** What the inputs are meant for, unless they or the recipe have an operation of their own. */
	readonly operation: Operation;
	readonly things: readonly InputSet[];
	/** What made the sources among them. */
	readonly lookup: SourceLookup;
}

/** The orders of a plan, one for each thing to make; undefined where it is a recipe for something else. */
export function ordersOf(plan: Plan, { provider, operation, things }: Occasion): Order[] | undefined {
	const orders: Order[] = [];
	for (const { label, ...thing } of things) {
		const cooked = applyPreset(plan, provider, { operation, ...thing, options: {} });
		if (!cooked) return undefined;
		orders.push({ provider, ...cooked, label, ...(plan.count ? { count: plan.count } : {}) });
	}
	return orders;
}

/** The plan with all that would be filled in, so that a form shows and changes what is really sent. */
export function filledPlan(plan: Plan, occasion: Occasion, preferences: Preferences): Plan | undefined {
	const [order] = ordersOf(plan, occasion) ?? [];
	if (!order) return undefined;
	const { request, followUps = [] } = filledIn(order, preferences, occasion.lookup);
	const [first, ...others] = plan.steps;
	const steps = others.map((step, index) => ({ ...step, options: followUps[index]?.options ?? {} }));
	return { ...plan, steps: [{ ...first, options: request.options }, ...steps] };
}

/** A step of a plan as a form asks about it, for the first thing to make; undefined where there is none. */
export function subjectAt(plan: Plan, occasion: Occasion, index: number): Subject | undefined {
	const request = requestAt(plan, occasion, index);
	if (!request) return undefined;
	const { provider } = occasion;
	const lookup = lookupIn(plan, occasion);
	return {
		spec: specOf(provider, request.operation),
		request,
		source: sourceFacts({ provider, request }, lookup),
	};
}

/** What made a source: a step of the plan, or something that was there before. */
export function lookupIn(plan: Plan, occasion: Occasion): SourceLookup {
	return (source) => {
		if (source.kind !== 'step') return occasion.lookup(source);
		const request = requestAt(plan, occasion, source.index);
		return request && { provider: occasion.provider, request };
	};
}

function requestAt(plan: Plan, occasion: Occasion, index: number): JobRequest | undefined {
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

export function withStep(plan: Plan, step: PresetStep): Plan {
	return { ...plan, steps: [...plan.steps, step] };
}

/** Without that step and those that go on from it. */
export function withoutStepsFrom(plan: Plan, index: number): Plan {
	const [first, ...others] = plan.steps;
	return { ...plan, steps: [first, ...others.slice(0, Math.max(index - 1, 0))] };
}

function withChanged(plan: Plan, index: number, change: Pick<PresetStep, 'options' | 'prompt'>): Plan {
	const [first, ...others] = plan.steps;
	if (index === 0) return { ...plan, steps: [{ ...first, ...change }, ...others] };
	return {
		...plan,
		steps: [first, ...others.map((step, at) => (at === index - 1 ? { ...step, ...change } : step))],
	};
}
