import type * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import type { Operation } from '../../core/model/request';
import type { Occasion, Plan } from '../../core/presets/plan';
import { isFromScratch, type Preferences } from '../../core/presets/preferences';
import type { FirstStep, InputSet, Inputs, Preset } from '../../core/presets/preset';
import { catalogueOf, specOf } from '../../core/providers/catalogues';
import type { SourceLookup } from '../../core/providers/sourceChain';
import { type Choices, choiceStep, hasChoices } from './choiceStep';
import { FormInputs } from './formInputs';
import type { FormMemory } from './formMemory';
import { operationStep } from './operationStep';
import { type DraftTools, PlanDraft } from './planDraft';
import { countStep, reviewStep } from './reviewStep';
import { type Answer, isAnswered, type Position, runSteps, type Step } from './steps';

/** What a form is opened with; it asks for the rest. */
export interface FormStart {
	/** What the user called for. */
	readonly title: string;
	/** Asked for, among `operations`, when absent. */
	readonly operation?: Operation;
	/** All of the provider's when absent. */
	readonly operations?: readonly Operation[];
	/** What a choice among operations asks. */
	readonly question?: string;
	/** What is missing of a single one is asked for. */
	readonly things?: readonly InputSet[];
	/** What the questions about a single one begin with: each can be kept or changed. */
	readonly initial?: Inputs;
	/** What the review begins with, instead of a choice. */
	readonly plan?: Plan;
	/** What made the sources among them; jobs in the list when absent. */
	readonly lookup?: SourceLookup;
	/** Steps of its own after the operation, which may give the form other inputs. */
	readonly prelude?: (form: Form) => readonly Step[];
	/** Ask for the number of variants. */
	readonly asksCount?: boolean;
	/** What was clicked, for settings of its folder. */
	readonly resource?: vscode.Uri | undefined;
}

/** What forms work with. */
export interface FormTools extends DraftTools {
	readonly queue: JobQueue;
	readonly memory: FormMemory;
	readonly lookup: SourceLookup;
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

	constructor(
		private readonly tools: FormTools,
		private readonly provider: ProviderId,
		private readonly start: FormStart,
	) {
		const { things = [{}] } = start;
		this.picked = start.operation;
		this.batch = things.length === 1 ? undefined : things;
		this.single = new FormInputs(
			tools.queue,
			provider,
			things[0] ?? {},
			() => this.operation,
			() => tools.memory.last(provider, this.operation)?.prompt ?? '',
			start.initial,
		);
	}

	/** Asks everything; undefined when the user leaves. */
	async fill(): Promise<PlanDraft | undefined> {
		const { prelude = () => [] } = this.start;
		// What is still to be asked about an operation is known with the operation.
		const known = (applies: () => boolean) => (): boolean => this.picked !== undefined && applies();
		const finished = await runSteps(
			() => this.title,
			[
				{ applies: () => !this.start.operation, ask: (position) => this.askOperation(position) },
				...prelude(this),
				...this.single.steps.map(({ applies = () => true, ask }) => ({
					applies: known(() => this.batch === undefined && applies()),
					ask,
				})),
				{ applies: () => this.start.asksCount ?? false, ask: (position) => this.askCount(position) },
				{
					applies: known(() => !this.start.plan && hasChoices(this.choices())),
					ask: (position) => this.askChoice(position),
				},
				{ ask: (position) => this.askSheet(position) },
			],
		);
		return finished ? this.chosen : undefined;
	}

	/** What steps of a prelude found out. */
	use(operation: Operation, things: readonly InputSet[]): void {
		if (operation !== this.picked) this.chosen = undefined;
		this.picked = operation;
		this.batch = things;
	}

	/** Whether the account has that operation. */
	offers(operation: Operation): boolean {
		return catalogueOf(this.provider).operations[operation] !== undefined;
	}

	private get operation(): Operation {
		if (!this.picked) throw new Error('the operation is asked for first');
		return this.picked;
	}

	private get title(): string {
		const { title, operation } = this.start;
		return operation || !this.picked ? title : `${title}: ${specOf(this.provider, this.picked).title}`;
	}

	private get occasion(): Occasion {
		return {
			provider: this.provider,
			operation: this.operation,
			things: this.batch ?? [this.single.value],
			lookup: this.start.lookup ?? this.tools.lookup,
		};
	}

	/** The plan that every form begins with: the operation as settings and catalogue have it. */
	private usual(): PlanDraft {
		// What makes a model of anything is a recipe for other inputs, too.
		const isOpen = isFromScratch(specOf(this.provider, this.operation));
		const first: FirstStep = isOpen ? {} : { operation: this.operation };
		const plan: Plan = { title: '', steps: [first], count: this.count };
		const preferences = this.tools.preferences(this.provider, this.start.resource);
		const draft = new PlanDraft(plan, this.occasion, preferences, this.tools);
		return draft.cooked(plan) ?? draft;
	}

	/** The plan that the form was opened with, as it was: settings fill in nothing. */
	private get given(): PlanDraft | undefined {
		const { plan } = this.start;
		if (!plan) return undefined;
		const draft = new PlanDraft(plan, this.occasion, {}, this.tools);
		return draft.cooked(plan) ?? draft;
	}

	private choices(): Choices {
		const last = this.tools.memory.last(this.provider, this.operation)?.plan;
		return {
			draft: this.usual(),
			last: last && { ...last, count: this.count },
			presets: this.tools.presets(this.provider, this.start.resource),
		};
	}

	private async askOperation(position: Position): Promise<Answer<unknown>> {
		const all = Object.keys(catalogueOf(this.provider).operations) as Operation[];
		const { operations = all, question = 'What shall be done?', things } = this.start;
		const answer = await operationStep(position, this.provider, operations, {
			placeholder: question,
			...(things?.[0] ? { inputs: things[0] } : {}),
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
		const answer = await choiceStep(position, this.choices());
		if (isAnswered(answer)) this.chosen = answer;
		return answer;
	}

	private async askSheet(position: Position): Promise<Answer<unknown>> {
		const choices = this.choices();
		const again = hasChoices(choices) || !choices.last ? undefined : choices.draft.cooked(choices.last);
		const draft = this.chosen?.for(this.occasion) ?? this.given ?? again ?? choices.draft;
		const show = (changed: PlanDraft): void => {
			this.chosen = changed;
		};
		const answer = await reviewStep(position, draft, show);
		if (isAnswered(answer)) this.chosen = answer;
		return answer;
	}
}
