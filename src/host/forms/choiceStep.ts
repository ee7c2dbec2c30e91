import type { Plan } from '../../core/presets/plan';
import type { Preset } from '../../core/presets/preset';
import { modelOf } from '../../core/providers/catalogue/facts';
import { modelItems, typedModel, typedModelItem } from './modelStep';
import { formatOption } from './optionRows';
import type { PlanDraft } from './planDraft';
import { type Answer, heading, isAnswered, type PickItem, type Position, pickStep } from './steps';

/** What a form can begin with. */
export interface Choices {
	/** With the usual options. */
	readonly draft: PlanDraft;
	readonly last?: Plan | undefined;
	readonly presets: readonly Preset[];
}

type Choice = PlanDraft | 'typed';

/** Whether there is anything to choose from before the options. */
export function hasChoices({ draft, presets }: Choices): boolean {
	return draft.subjectAt(0).spec.models !== undefined || presetItems(draft, presets).length > 0;
}

/** Chooses how it is made, with price and usual time on each choice: as last time, by a model, by a preset. */
export async function choiceStep(position: Position, choices: Choices): Promise<Answer<PlanDraft>> {
	const { draft, presets } = choices;
	const again = lastItem(choices);
	const models = plainItems(draft);
	const cooked = presetItems(draft, presets);
	const present = models.find(({ value }) => value !== 'typed' && modelLabel(value) === modelLabel(draft));
	const answer = await pickStep<Choice>(
		position,
		[
			...again,
			...(draft.subjectAt(0).spec.models ? [heading('Models')] : []),
			...models,
			...(cooked.length > 0 ? [heading('Presets')] : []),
			...cooked,
		],
		{ placeholder: cooked.length > 0 ? 'Model or preset' : 'Model', active: (again[0] ?? present)?.value },
	);
	if (answer !== 'typed') return answer;
	const id = await typedModel(position);
	return isAnswered(id) ? withModel(draft, id) : id;
}

function lastItem({ draft, last }: Choices): PickItem<Choice>[] {
	const again = last && draft.cooked(last);
	if (!again?.canStart) return [];
	const description = [again.plan.title, modelLabel(again), formatOption(again, 0)]
		.filter(Boolean)
		.join(', ');
	return [{ label: '$(history) As Last Time', description, detail: formatStep(again), value: again }];
}

/** The models with the usual options; where the service chooses the model, the usual options alone. */
function plainItems(draft: PlanDraft): PickItem<Choice>[] {
	const { models } = draft.subjectAt(0).spec;
	if (!models)
		return [
			{
				label: 'The Usual Options',
				description: formatOption(draft, 0),
				detail: draft.priceAndTime,
				value: draft,
			},
		];
	return [
		...modelItems(draft, 0, models).map((item) => ({ ...item, value: withModel(draft, item.value) })),
		{ ...typedModelItem, value: 'typed' },
	];
}

function presetItems(draft: PlanDraft, presets: readonly Preset[]): PickItem<Choice>[] {
	return presets.flatMap((recipe) => {
		const cooked = draft.cooked(recipe);
		if (!cooked?.canStart || cooked.gives !== draft.gives) return [];
		const { title, description = '' } = recipe;
		return [{ label: title, description, detail: formatStep(cooked), value: cooked }];
	});
}

function formatStep({ plan, priceAndTime }: PlanDraft): string {
	const { length } = plan.steps;
	return length > 1 ? `${length} steps · ${priceAndTime}` : priceAndTime;
}

function withModel(draft: PlanDraft, id: string): PlanDraft {
	const { models } = draft.subjectAt(0).spec;
	return models ? draft.withOption(0, models.option, id) : draft;
}

function modelLabel(draft: PlanDraft): string | undefined {
	const { spec, request } = draft.subjectAt(0);
	return modelOf(spec, request)?.label;
}
