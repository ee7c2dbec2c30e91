import type { ProviderId } from '../model/account';
import {
	firstJobRequest,
	type GenerateRequest,
	type GenerateStep,
	type InputSet,
	stepRequest,
} from '../model/generateRequest';
import type { JobRequest, Operation, RequestOptions } from '../model/request';
import type { OpenRequest } from '../providers/catalogue/choices';
import { type FileExtensions, fileFacts } from '../providers/catalogue/facts';
import { specOf } from '../providers/catalogues';
import { type SourceLookup, sourceFacts } from '../providers/sourceChain';
import { filledIn } from './fillIn';
import type { Preferences } from './preferences';
import { applyPreset, type Preset } from './preset';

/** What a form is about to ask for: a preset, open to changes, and in how many variants. */
export interface Plan extends Preset {
	/** One when absent. */
	readonly count?: number;
}

/** What a plan is for. */
export interface FormTarget {
	readonly provider: ProviderId;
	/** What the inputs are meant for, unless they or the plan have an operation of their own. */
	readonly operation: Operation;
	/** One for each thing to make. */
	readonly inputs: readonly InputSet[];
	/** What made the sources among them. */
	readonly lookup: SourceLookup;
	/** See `problemsOf`. */
	readonly files?: FileExtensions;
}

/** The requests of a plan, one for each thing to make; undefined where it is a preset for something else. */
export function requestsOf(
	plan: Plan,
	{ provider, operation, inputs }: FormTarget,
): GenerateRequest[] | undefined {
	const requests: GenerateRequest[] = [];
	for (const { label, ...input } of inputs) {
		const request = applyPreset(plan, { provider, operation, ...input, options: {} });
		if (!request) return undefined;
		requests.push({ ...request, label, ...(plan.count ? { count: plan.count } : {}) });
	}
	return requests;
}

/** A request as a plan: what it leaves open is asked for, what it says can be changed. */
export function planOf({ operation, options, keep, followUps = [] }: GenerateRequest): Plan {
	return { title: '', steps: [{ operation, options, ...(keep ? { keep } : {}) }, ...followUps] };
}

/** The plan with all that would be filled in, so that a form shows and changes what is really sent. */
export function filledPlan(plan: Plan, target: FormTarget, preferences: Preferences): Plan | undefined {
	const [request] = requestsOf(plan, target) ?? [];
	if (!request) return undefined;
	const { options, followUps = [] } = filledIn(request, preferences, target.lookup);
	const [first, ...others] = plan.steps;
	const steps = others.map((step, index) => ({ ...step, options: followUps[index]?.options ?? {} }));
	return { ...plan, steps: [{ ...first, options }, ...steps] };
}

/** A step of a plan as a form asks about it, for the first thing to make; undefined where there is none. */
export function openRequestAt(plan: Plan, target: FormTarget, index: number): OpenRequest | undefined {
	const request = jobRequestAt(plan, target, index);
	if (!request) return undefined;
	const { provider } = target;
	const lookup = lookupIn(plan, target);
	return {
		spec: specOf(provider, request.operation),
		request,
		source: sourceFacts({ provider, request }, lookup) ?? fileFacts(request, target.files),
		files: target.files,
	};
}

/** What made a source: a step of the plan, or something that was there before. */
export function lookupIn(plan: Plan, target: FormTarget): SourceLookup {
	return (source) => {
		if (source.kind !== 'step') return target.lookup(source);
		const request = jobRequestAt(plan, target, source.index);
		return request && { provider: target.provider, request };
	};
}

function jobRequestAt(plan: Plan, target: FormTarget, index: number): JobRequest | undefined {
	const [request] = requestsOf(plan, target) ?? [];
	if (!request) return undefined;
	if (index === 0) return firstJobRequest(request);
	const step = request.followUps?.[index - 1];
	return step && stepRequest(step, index - 1);
}

export function withStepOptions(plan: Plan, index: number, options: RequestOptions): Plan {
	return withChanged(plan, index, { options });
}

/** An empty one is none. */
export function withStepPrompt(plan: Plan, index: number, prompt: string): Plan {
	return withChanged(plan, index, { prompt });
}

export function withStep(plan: Plan, step: GenerateStep): Plan {
	return { ...plan, steps: [...plan.steps, step] };
}

/** Without that step and those that go on from it. */
export function withoutStepsFrom(plan: Plan, index: number): Plan {
	const [first, ...others] = plan.steps;
	return { ...plan, steps: [first, ...others.slice(0, Math.max(index - 1, 0))] };
}

function withChanged(plan: Plan, index: number, change: Pick<GenerateStep, 'options' | 'prompt'>): Plan {
	const [first, ...others] = plan.steps;
	if (index === 0) return { ...plan, steps: [{ ...first, ...change }, ...others] };
	return {
		...plan,
		steps: [first, ...others.map((step, at) => (at === index - 1 ? { ...step, ...change } : step))],
	};
}
