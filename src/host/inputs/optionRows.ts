import type { OptionValue } from '../../core/jobs/request';
import type { ParameterSpec } from '../../core/providers/catalogue/catalogue';
import { offeredParameters, presentValue, valueWords } from '../../core/providers/catalogue/choices';
import { modelOf } from '../../core/providers/catalogue/facts';
import { modelStep } from './modelStep';
import { leftOpen, optionStep } from './optionStep';
import type { PlanDraft } from './planDraft';
import type { SheetRow } from './sheet';
import { isAnswered } from './steps';

/** The rows of one step of a plan: its model, and its parameters, the common ones only unless `all` are wanted. */
export function optionRows(draft: PlanDraft, index: number, all: boolean): SheetRow[] {
	const spec = draft.specAt(index);
	const request = draft.requestAt(index);
	const offered = offeredParameters(spec, request);
	const shown = offered.filter(({ common, name }) => all || common || request.options[name] !== undefined);
	return [...modelRow(draft, index), ...shown.map((known) => optionRow(draft, index, known))];
}

/** How many parameters `optionRows` leaves out unless all are wanted. */
export function hiddenOptions(draft: PlanDraft, index: number): number {
	const offered = offeredParameters(draft.specAt(index), draft.requestAt(index));
	return offered.length - optionRows(draft, index, false).length + modelRow(draft, index).length;
}

function modelRow(draft: PlanDraft, index: number): SheetRow[] {
	const spec = draft.specAt(index);
	const { models } = spec;
	if (!models) return [];
	const request = draft.requestAt(index);
	const id = String(request.options[models.option] ?? models.default);
	return [
		{
			id: `model ${index}`,
			label: 'Model',
			description: modelOf(spec, request)?.label ?? `${id} (price not known)`,
			change: async (position) => {
				const answer = await modelStep(position, draft, index);
				return isAnswered(answer) ? draft.withOption(index, models.option, answer) : answer;
			},
		},
	];
}

function optionRow(draft: PlanDraft, index: number, known: ParameterSpec): SheetRow {
	const spec = draft.specAt(index);
	const request = draft.requestAt(index);
	const { name, label } = known;
	const value = presentValue(spec, request, name);
	const isGiven = request.options[name] !== undefined;
	return {
		id: `option ${index} ${name}`,
		label,
		description:
			value === undefined ? 'left to the service' : `${valueWords(value)}${isGiven ? '' : ' (default)'}`,
		change: async (position) => {
			const withValue = (chosen: OptionValue | undefined): PlanDraft => draft.withOption(index, name, chosen);
			const quoteWith = (chosen: OptionValue | undefined): string => withValue(chosen).priceAndTime;
			const answer = await optionStep(position, { spec, request, known, quoteWith });
			if (!isAnswered(answer)) return answer;
			return withValue(answer === leftOpen ? undefined : answer);
		},
	};
}

/** What is set of a step's options, in few words. */
export function optionWords(draft: PlanDraft, index: number): string {
	const { models, parameters } = draft.specAt(index);
	return Object.entries(draft.requestAt(index).options)
		.filter(([name]) => name !== models?.option)
		.map(([name, value]) => {
			const label = parameters.find((known) => known.name === name)?.label ?? name;
			return `${label} ${valueWords(value)}`;
		})
		.join(', ');
}
