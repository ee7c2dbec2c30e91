import type { PlanDraft } from '../../core/jobs/drafts/planDraft';
import type { Plan } from '../../core/presets/plan';
import type { Preset } from '../../core/presets/preset';
import { modelOf } from '../../core/providers/catalogue/facts';
import { priceAndTime } from './formatQuote';
import { modelItems, typedModel, typedModelItem } from './modelStep';
import type { OptionTools } from './optionQuestion';
import { formatOptions } from './optionRows';
import { type Answer, heading, isAnswered, type PickItem, type Position, pickStep } from './steps';

/** What a form can begin with. */
export interface Choices {
	/** With the usual options. */
	readonly draft: PlanDraft;
	readonly last?: Plan | undefined;
	readonly presets: readonly Preset[];
	readonly tools: OptionTools;
}

type Choice = PlanDraft | 'typed';

/** Whether there is anything to choose from before the options. */
export function hasChoices({ draft, presets }: Choices): boolean {
	return draft.openRequestAt(0).spec.models !== undefined || presetItems(draft, presets).length > 0;
}

/** Chooses how it is made, with price and usual time on each choice: as last time, by a model, by a preset. */
export async function choiceStep(position: Position, choices: Choices): Promise<Answer<PlanDraft>> {
	const { draft, presets } = choices;
	const again = lastItem(choices);
	const models = plainItems(choices);
	const fitting = presetItems(draft, presets);
	const present = models.find(({ value }) => value !== 'typed' && modelLabel(value) === modelLabel(draft));
	const answer = await pickStep<Choice>(
		position,
		[
			...again,
			...(draft.openRequestAt(0).spec.models ? [heading('Models')] : []),
			...models,
			...(fitting.length > 0 ? [heading('Presets')] : []),
			...fitting,
		],
		{ placeholder: fitting.length > 0 ? 'Model or preset' : 'Model', active: (again[0] ?? present)?.value },
	);
	if (answer !== 'typed') return answer;
	const id = await typedModel(position);
	return isAnswered(id) ? withModel(draft, id) : id;
}

function lastItem({ draft, last, tools }: Choices): PickItem<Choice>[] {
	const again = last && draft.withPreset(last);
	if (!again?.canStart) return [];
	const description = [again.plan.title, modelLabel(again), formatOptions(again, 0, tools)]
		.filter(Boolean)
		.join(', ');
	return [{ label: '$(history) As Last Time', description, detail: formatSteps(again), value: again }];
}

/** The models with the usual options; where the service chooses the model, the usual options alone. */
function plainItems({ draft, tools }: Choices): PickItem<Choice>[] {
	const { models } = draft.openRequestAt(0).spec;
	if (!models)
		return [
			{
				label: 'The Usual Options',
				description: formatOptions(draft, 0, tools),
				detail: priceAndTime(draft),
				value: draft,
			},
		];
	return [
		...modelItems(draft, 0, models).map((item) => ({ ...item, value: withModel(draft, item.value) })),
		{ ...typedModelItem, value: 'typed' },
	];
}

function presetItems(draft: PlanDraft, presets: readonly Preset[]): PickItem<Choice>[] {
	return presets.flatMap((preset) => {
		const value = draft.withPreset(preset);
		if (!value?.canStart || value.gives !== draft.gives) return [];
		const { title, description = '' } = preset;
		return [{ label: title, description, detail: formatSteps(value), value }];
	});
}

function formatSteps(draft: PlanDraft): string {
	const { length } = draft.plan.steps;
	const price = priceAndTime(draft);
	return length > 1 ? `${length} steps · ${price}` : price;
}

function withModel(draft: PlanDraft, id: string): PlanDraft {
	const { models } = draft.openRequestAt(0).spec;
	return models ? draft.withOption(0, models.option, id) : draft;
}

function modelLabel(draft: PlanDraft): string | undefined {
	const { spec, request } = draft.openRequestAt(0);
	return modelOf(spec, request)?.label;
}
