import type { GenerateRequest } from '../../model/generateRequest';
import type { Operation, OptionValue } from '../../model/request';
import {
	type FormTarget,
	filledPlan,
	lookupIn,
	openRequestAt,
	type Plan,
	requestsOf,
	withoutStepsFrom,
	withStep,
	withStepOptions,
	withStepPrompt,
} from '../../presets/plan';
import type { Preferences } from '../../presets/preferences';
import type { Preset } from '../../presets/preset';
import { type OpenRequest, withOption } from '../../providers/catalogue/choices';
import { completed } from '../../providers/catalogue/complete';
import type { OperationSpec } from '../../providers/catalogue/operationSpec';
import { isQuote, type Quote } from './quote';
import { nextOperations } from './sourceRules';

/** Prices requests without starting them. */
export type Quoter = (requests: readonly GenerateRequest[]) => Quote | { readonly refused: string };

/** A plan on its way through a form: what it would come to, and what it becomes by each answer. */
export class PlanDraft {
	constructor(
		readonly plan: Plan,
		readonly target: FormTarget,
		private readonly preferences: Preferences,
		private readonly quoter: Quoter,
	) {}

	/** A draft of the preset with all that settings and catalogue fill in; undefined where it does not fit. */
	withPreset(preset: Preset | Plan): PlanDraft | undefined {
		const plan = filledPlan(preset, this.target, this.preferences);
		return plan && this.with(plan);
	}

	get requests(): readonly GenerateRequest[] {
		return requestsOf(this.plan, this.target) ?? [];
	}

	get quote(): Quote | { readonly refused: string } {
		return this.quoter(this.requests);
	}

	get canStart(): boolean {
		return this.problem === undefined;
	}

	/** Why it would be refused as it is. */
	get problem(): string | undefined {
		const { quote } = this;
		if (this.requests.length === 0) return 'it does not fit';
		return isQuote(quote) ? undefined : quote.refused;
	}

	/** What the last step makes. */
	get gives(): OperationSpec['gives'] {
		return this.openRequestAt(this.plan.steps.length - 1).spec.gives;
	}

	/** A step as forms ask about it, for the first thing to make. */
	openRequestAt(index: number): OpenRequest {
		const open = openRequestAt(this.plan, this.target, index);
		if (!open) throw new Error(`the plan has no step ${index}`);
		return open;
	}

	/** With one option changed, and with what that in turn leads to. */
	withOption(index: number, name: string, value: OptionValue | undefined): PlanDraft {
		const open = this.openRequestAt(index);
		const { options } = completed(open.spec, withOption(open, name, value), open.source);
		return this.with(withStepOptions(this.plan, index, options));
	}

	/** The same plan for something else. */
	for(target: FormTarget): PlanDraft {
		return new PlanDraft(this.plan, target, this.preferences, this.quoter);
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
		return nextOperations(this.target.provider, source, lookupIn(this.plan, this.target));
	}

	withStep(operation: Operation): PlanDraft {
		const plan = withStep(this.plan, { operation });
		return this.with(filledPlan(plan, this.target, {}) ?? plan);
	}

	withoutStepsFrom(index: number): PlanDraft {
		return this.with(withoutStepsFrom(this.plan, index));
	}

	private with(plan: Plan): PlanDraft {
		return new PlanDraft(plan, this.target, this.preferences, this.quoter);
	}
}
