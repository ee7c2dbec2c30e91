import type { PlanDraft } from '../../core/jobs/drafts/planDraft';
import type { ModelTable } from '../../core/providers/catalogue/operationSpec';
import { priceAndTime } from './formatQuote';
import { type Answer, type PickItem, type Position, pickStep, textStep } from './steps';

const byHand = '';

/** Chooses the model of a step, with the price and usual time that the whole plan has with it. */
export async function modelStep(
	position: Position,
	draft: PlanDraft,
	index: number,
): Promise<Answer<string>> {
	const { models } = draft.openRequestAt(index).spec;
	if (!models) throw new Error('the service chooses the model of this operation');
	const present = String(draft.openRequestAt(index).request.options[models.option] ?? models.default);
	const choice = await pickStep(position, [...modelItems(draft, index, models), typedModelItem], {
		placeholder: 'Model',
		active: present,
	});
	return choice === byHand ? typedModel(position) : choice;
}

/** The models that fit, and one that is typed. One that is in use already is shown though it be old or unknown. */
export function modelItems(draft: PlanDraft, index: number, models: ModelTable): PickItem<string>[] {
	const present = String(draft.openRequestAt(index).request.options[models.option] ?? models.default);
	const items: PickItem<string>[] = [];
	for (const { id, label, description, legacy } of models.list) {
		const changed = draft.withOption(index, models.option, id);
		// What is still to be chosen is no fault of the model.
		const fits = changed.canStart || changed.problem === draft.problem;
		if (id !== present && (legacy || !fits)) continue;
		items.push({ label, description, detail: priceAndTime(changed), value: id });
	}
	if (!items.some(({ value }) => value === present))
		items.unshift({ label: present, description: 'not in the catalogue; price not known', value: present });
	return items;
}

/** For a model that is newer than our catalogue. */
export function typedModel(position: Position): Promise<Answer<string>> {
	return textStep(
		{ ...position, nested: true },
		{
			prompt: 'The model’s id, as in the service’s documentation. Its price is not known to Propsmith.',
			problem: (text) => (text.trim() === '' ? 'Type the id of a model.' : undefined),
		},
	);
}

export const typedModelItem: PickItem<string> = {
	label: 'Another Model…',
	description: 'type its id; price not known',
	value: byHand,
};
