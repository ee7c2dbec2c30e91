import { modelOf } from '../../core/providers/catalogue/facts';
import type { Plan } from '../../core/recipes/plan';
import type { Recipe } from '../../core/recipes/recipe';
import { modelItems, typedModel, typedModelItem } from './modelStep';
import { optionWords } from './optionRows';
import type { PlanDraft } from './planDraft';
import { type Answer, heading, isAnswered, type PickItem, type Position, pickStep } from './steps';

/** What a form can begin with. */
export interface Choices {
	/** With the usual options. */
	readonly draft: PlanDraft;
	readonly last?: Plan | undefined;
	readonly presets: readonly Recipe[];
}

type Choice = PlanDraft | 'typed';

/** Whether there is anything to choose from before the options. */
export function hasChoices({ draft, presets }: Choices): boolean {
	return draft.specAt(0).models !== undefined || presetItems(draft, presets).length > 0;
}

/** Chooses how it is made, with price and usual time on each choice: as last time, by a model, by a preset. */
export async function choiceStep(position: Position, choices: Choices): Promise<Answer<PlanDraft>> {
	const { draft, presets } = choices;
	const again = lastItem(choices);
	const models = plainItems(draft);
	const cooked = presetItems(draft, presets);
	const present = models.find(({ value }) => value !== 'typed' && modelIn(value) === modelIn(draft));
	const answer = await pickStep<Choice>(
		position,
		[
			...again,
			...(draft.specAt(0).models ? [heading('Models')] : []),
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
	const { title } = again.plan;
	return [
		{
			label: '$(history) As Last Time',
			description: [title, again.plan.steps.length > 1 ? '' : optionWords(again, 0)]
				.filter(Boolean)
				.join(': '),
			detail: again.priceAndTime,
			value: again,
		},
	];
}

/** The models with the usual options; where the service chooses the model, the usual options alone. */
function plainItems(draft: PlanDraft): PickItem<Choice>[] {
	const { models } = draft.specAt(0);
	if (!models)
		return [
			{
				label: 'The Usual Options',
				description: optionWords(draft, 0),
				detail: draft.priceAndTime,
				value: draft,
			},
		];
	return [
		...modelItems(draft, 0, models).map((item) => ({ ...item, value: withModel(draft, item.value) })),
		{ ...typedModelItem, value: 'typed' },
	];
}

function presetItems(draft: PlanDraft, presets: readonly Recipe[]): PickItem<Choice>[] {
	return presets.flatMap((recipe) => {
		const cooked = draft.cooked(recipe);
		if (!cooked?.canStart || cooked.gives !== draft.gives) return [];
		const steps = recipe.steps.length;
		const { title, description = '' } = recipe;
		const detail = `${steps > 1 ? `${steps} steps · ` : ''}${cooked.priceAndTime}`;
		return [{ label: title, description, detail, value: cooked }];
	});
}

function withModel(draft: PlanDraft, id: string): PlanDraft {
	const { models } = draft.specAt(0);
	return models ? draft.withOption(0, models.option, id).titled(modelLabel(draft, id)) : draft;
}

function modelLabel(draft: PlanDraft, id: string): string {
	return draft.specAt(0).models?.list.find((model) => model.id === id)?.label ?? id;
}

function modelIn(draft: PlanDraft): string | undefined {
	return modelOf(draft.specAt(0), draft.requestAt(0))?.id;
}
