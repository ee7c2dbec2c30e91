import * as vscode from 'vscode';
import type { PlanDraft } from '../../core/jobs/drafts/planDraft';
import type { OptionValue } from '../../core/model/request';
import { isAsked, offeredParameters, presentValue } from '../../core/providers/catalogue/choices';
import { modelOf, parameter } from '../../core/providers/catalogue/facts';
import type { ParameterSpec } from '../../core/providers/catalogue/operationSpec';
import { formatOptionValue } from '../../core/providers/catalogue/optionText';
import { priceAndTime } from './formatQuote';
import { modelStep } from './modelStep';
import { formatMotion } from './motionPresentation';
import { type OptionTools, serviceDefault } from './optionQuestion';
import { optionStep } from './optionStep';
import type { ReviewRow } from './optionsReview';
import { formatPicture } from './referenceSteps';
import { isAnswered } from './steps';

/** The rows of one step of a plan: its model, and its parameters; unless `all` are wanted only what is usually asked. */
export function optionRows(draft: PlanDraft, index: number, tools: OptionTools, all: boolean): ReviewRow[] {
	const shown = all ? offeredParameters(draft.openRequestAt(index)) : usualParameters(draft, index);
	return [...modelRow(draft, index), ...shown.map((known) => optionRow(draft, index, known, tools))];
}

/** How many rows `optionRows` leaves out unless all are wanted. */
export function hiddenOptions(draft: PlanDraft, index: number): number {
	return offeredParameters(draft.openRequestAt(index)).length - usualParameters(draft, index).length;
}

function usualParameters(draft: PlanDraft, index: number): ParameterSpec[] {
	const open = draft.openRequestAt(index);
	const { options } = open.request;
	return offeredParameters(open).filter((known) => isAsked(known) || options[known.name] !== undefined);
}

function modelRow(draft: PlanDraft, index: number): ReviewRow[] {
	const { spec, request } = draft.openRequestAt(index);
	const { models } = spec;
	if (!models) return [];
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

function optionRow(draft: PlanDraft, index: number, known: ParameterSpec, tools: OptionTools): ReviewRow {
	const open = draft.openRequestAt(index);
	const { name, label } = known;
	return {
		id: `option ${index} ${name}`,
		label,
		description: formatPresent(draft, index, known, tools),
		missing: (known.required ?? false) && presentValue(open, name) === undefined,
		change: async (position) => {
			const withValue = (value: OptionValue | undefined): PlanDraft => draft.withOption(index, name, value);
			const quoteWith = (value: OptionValue | undefined): string => priceAndTime(withValue(value));
			const answer = await optionStep(position, { open, known, ...tools, quoteWith });
			if (!isAnswered(answer)) return answer;
			return withValue(answer === serviceDefault ? undefined : answer);
		},
	};
}

function formatPresent(draft: PlanDraft, index: number, known: ParameterSpec, tools: OptionTools): string {
	const { name, required } = known;
	const open = draft.openRequestAt(index);
	const value = presentValue(open, name);
	if (value === undefined) return required ? '$(warning) to be chosen' : 'left to the service';
	const words = formatShown(tools, known, value);
	return open.request.options[name] === undefined ? `${words} (default)` : words;
}

function formatShown(
	{ motions, results }: OptionTools,
	known: ParameterSpec | undefined,
	value: OptionValue,
): string {
	if (known?.role === 'motions') return formatMotion(value, motions.known());
	if (known?.type === 'picture' || known?.type === 'pictures') return formatPicture(value);
	if (known?.type === 'task') return results.titleOf(String(value)) ?? String(value);
	return typeof value === 'number'
		? new Intl.NumberFormat(vscode.env.language).format(value)
		: formatOptionValue(value);
}

/** What is set of a step's options, in few words. */
export function formatOptions(draft: PlanDraft, index: number, tools: OptionTools): string {
	const { spec, request } = draft.openRequestAt(index);
	return Object.entries(request.options)
		.filter(([name]) => name !== spec.models?.option)
		.map(([name, value]) => {
			const known = parameter(spec, name);
			return `${known?.label ?? name} ${formatShown(tools, known, value)}`;
		})
		.join(', ');
}
