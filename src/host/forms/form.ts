import type * as vscode from 'vscode';
import type { MotionLibrary } from '../../core/accounts/motions';
import type { InputFormats } from '../../core/jobs/drafts/inputFormats';
import { PlanDraft, type Quoter } from '../../core/jobs/drafts/planDraft';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { type GenerateRequest, type InputSet, inputsOf } from '../../core/model/generateRequest';
import type { Operation } from '../../core/model/request';
import { type FormTarget, type Plan, planOf } from '../../core/presets/plan';
import { isFromScratch, type Preferences } from '../../core/presets/preferences';
import type { FirstStep, Preset } from '../../core/presets/preset';
import { catalogueOf, specOf } from '../../core/providers/catalogues';
import type { SourceLookup } from '../../core/providers/sourceChain';
import { type Choices, choiceStep, hasChoices } from './choiceStep';
import { FormInputs } from './formInputs';
import type { FormMemory } from './formMemory';
import { operationStep } from './operationStep';
import type { OptionTools } from './optionQuestion';
import type { Results } from './results';
import { countStep, reviewStep } from './reviewStep';
import { type Answer, type FormStep, isAnswered, type Position, runSteps } from './steps';

/** What a form is opened with; it asks for the rest. */
export interface FormOptions {
	/** What the user called for. */
	readonly title: string;
	/** The account; the chosen one when absent. */
	readonly provider?: ProviderId;
	/** Asked for, among `operations`, when absent. */
	readonly operation?: Operation;
	/** All of the provider's when absent. */
	readonly operations?: readonly Operation[];
	/** What a choice among operations asks. */
	readonly question?: string;
	/** One for each thing to make. What is missing of a single one is asked for. */
	readonly inputs?: readonly InputSet[];
	/** What was asked for before: the questions and the review begin with it, and everything can be changed. */
	readonly initial?: GenerateRequest;
	/** What made the sources among the inputs; jobs in the list when absent. */
	readonly lookup?: SourceLookup;
	/** Steps of its own after the operation, which may give the form other inputs. */
	readonly initialSteps?: (form: Form) => readonly FormStep[];
	/** Ask for the number of variants. */
	readonly asksCount?: boolean;
	/** What was clicked, for settings of its folder. */
	readonly resource?: vscode.Uri | undefined;
	/** Where the files go; beside the source, else in the output folder of `resource`, when absent. */
	readonly folder?: string | undefined;
	/** What the asset is called, as in GenerateRequest. */
	readonly name?: string | undefined;
	/** What several jobs are called together; the prompt or name of the first when absent. */
	readonly groupTitle?: string | undefined;
	/** Ask before it starts even where the sum is small. */
	readonly alwaysConfirm?: boolean;
}

/** What forms work with. */
export interface FormTools {
	readonly queue: JobQueue;
	readonly memory: FormMemory;
	readonly quoter: Quoter;
	readonly results: Results;
	readonly formats: InputFormats;
	readonly lookup: SourceLookup;
	motions(provider: ProviderId): MotionLibrary;
	preferences(provider: ProviderId, resource: vscode.Uri | undefined): Preferences;
	presets(provider: ProviderId, resource: vscode.Uri | undefined): readonly Preset[];
}

/** One run of questions: what to do, with what, how; each step can be gone back to. */
export class Form {
	private chosen: PlanDraft | undefined;
	private count = 1;
	private batch: readonly InputSet[] | undefined;
	private picked: Operation | undefined;
	private readonly single: FormInputs;
	private readonly optionTools: OptionTools;

	constructor(
		private readonly tools: FormTools,
		private readonly provider: ProviderId,
		private readonly options: FormOptions,
	) {
		const { inputs = [{}], initial } = options;
		this.optionTools = {
			motions: tools.motions(provider),
			results: tools.results.of(provider),
			formats: tools.formats,
		};
		this.picked = initial?.operation ?? options.operation;
		this.batch = inputs.length === 1 ? undefined : inputs;
		this.single = new FormInputs(
			tools.queue,
			provider,
			inputs[0] ?? {},
			() => this.operation,
			() => tools.memory.last(provider, this.operation)?.prompt ?? '',
			initial && inputsOf(initial),
		);
	}

	/** Asks everything; undefined when the user leaves. */
	async fill(): Promise<PlanDraft | undefined> {
		const { initialSteps = () => [] } = this.options;
		// What is still to be asked about an operation is known with the operation.
		const known = (applies: () => boolean) => (): boolean => this.picked !== undefined && applies();
		const finished = await runSteps(
			() => this.title,
			[
				{ applies: () => !this.isOperationGiven, ask: (position) => this.askOperation(position) },
				...initialSteps(this),
				...this.single.steps.map(({ applies = () => true, ask }) => ({
					applies: known(() => this.batch === undefined && applies()),
					ask,
				})),
				{ applies: () => this.options.asksCount ?? false, ask: (position) => this.askCount(position) },
				{
					applies: known(() => !this.options.initial && hasChoices(this.choices())),
					ask: (position) => this.askChoice(position),
				},
				{ ask: (position) => this.askReview(position) },
			],
		);
		return finished ? this.chosen : undefined;
	}

	/** What initial steps found out. */
	use(operation: Operation, inputs: readonly InputSet[]): void {
		if (operation !== this.picked) this.chosen = undefined;
		this.picked = operation;
		this.batch = inputs;
	}

	/** Whether the account has that operation. */
	offers(operation: Operation): boolean {
		return catalogueOf(this.provider).operations[operation] !== undefined;
	}

	private get operation(): Operation {
		if (!this.picked) throw new Error('the operation is asked for first');
		return this.picked;
	}

	private get isOperationGiven(): boolean {
		const { operation, initial } = this.options;
		return operation !== undefined || initial !== undefined;
	}

	private get title(): string {
		const { title } = this.options;
		return this.isOperationGiven || !this.picked
			? title
			: `${title}: ${specOf(this.provider, this.picked).title}`;
	}

	private get target(): FormTarget {
		return {
			provider: this.provider,
			operation: this.operation,
			inputs: this.batch ?? [this.single.value],
			lookup: this.options.lookup ?? this.tools.lookup,
			files: this.tools.formats.known,
		};
	}

	/** The plan that every form begins with: the operation as settings and catalogue have it. */
	private usual(): PlanDraft {
		// What makes a model of anything is a preset for other inputs, too.
		const isOpen = isFromScratch(specOf(this.provider, this.operation));
		const first: FirstStep = isOpen ? {} : { operation: this.operation };
		const plan: Plan = { title: '', steps: [first], count: this.count };
		const preferences = this.tools.preferences(this.provider, this.options.resource);
		const draft = new PlanDraft(plan, this.target, preferences, this.tools.quoter);
		return draft.withPreset(plan) ?? draft;
	}

	/** The request that the form was opened with, as it was: settings fill in nothing. */
	private get given(): PlanDraft | undefined {
		const { initial } = this.options;
		if (!initial) return undefined;
		const plan = planOf(initial);
		const draft = new PlanDraft(plan, this.target, {}, this.tools.quoter);
		return draft.withPreset(plan) ?? draft;
	}

	private choices(): Choices {
		const last = this.tools.memory.last(this.provider, this.operation)?.plan;
		return {
			draft: this.usual(),
			last: last && { ...last, count: this.count },
			presets: this.tools.presets(this.provider, this.options.resource),
			tools: this.optionTools,
		};
	}

	private async askOperation(position: Position): Promise<Answer<unknown>> {
		const all = Object.keys(catalogueOf(this.provider).operations) as Operation[];
		const { operations = all, question = 'What shall be done?', inputs } = this.options;
		const answer = await operationStep(position, this.provider, operations, {
			placeholder: question,
			...(inputs?.[0] ? { inputs: inputs[0] } : {}),
		});
		if (!isAnswered(answer) || answer === this.picked) return answer;
		this.picked = answer;
		this.chosen = undefined;
		this.single.reset();
		return answer;
	}

	private async askCount(position: Position): Promise<Answer<unknown>> {
		const answer = await countStep(position, this.count === 1 ? 4 : this.count);
		if (isAnswered(answer)) this.count = answer;
		return answer;
	}

	private async askChoice(position: Position): Promise<Answer<unknown>> {
		await this.tools.formats.lookInto(this.usual().requests);
		const answer = await choiceStep(position, this.choices());
		if (isAnswered(answer)) this.chosen = answer;
		return answer;
	}

	private async askReview(position: Position): Promise<Answer<unknown>> {
		const choices = this.choices();
		const again = hasChoices(choices) || !choices.last ? undefined : choices.draft.withPreset(choices.last);
		const draft = this.chosen?.for(this.target) ?? this.given ?? again ?? choices.draft;
		const show = (changed: PlanDraft): void => {
			this.chosen = changed;
		};
		await this.tools.formats.lookInto(draft.requests);
		const answer = await reviewStep(position, draft, this.optionTools, show);
		if (isAnswered(answer)) this.chosen = answer;
		return answer;
	}
}
