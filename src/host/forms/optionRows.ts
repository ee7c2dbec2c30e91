import * as vscode from 'vscode';
import type { OptionValue } from '../../core/model/request';
import type { ParameterSpec } from '../../core/providers/catalogue/catalogue';
import { isAsked, offeredParameters, presentValue } from '../../core/providers/catalogue/choices';
import { modelOf, parameter } from '../../core/providers/catalogue/facts';
import { formatOptionValue } from '../../core/providers/catalogue/optionText';
import { modelStep } from './modelStep';
import { formatMotion } from './motionPresentation';
import { serviceDefault } from './optionQuestion';
import { optionStep } from './optionStep';
import type { PlanDraft } from './planDraft';
import { formatPicture } from './referenceSteps';
import type { SheetRow } from './sheet';
import { isAnswered } from './steps';

/** The rows of one step of a plan: its model, and its parameters; unless `all` are wanted only what is usually asked. */
export function optionRows(draft: PlanDraft, index: number, all: boolean): SheetRow[] {
	const shown = all ? offeredParameters(draft.subjectAt(index)) : usualParameters(draft, index);
	return [...modelRow(draft, index), ...shown.map((known) => optionRow(draft, index, known))];
}

/** How many rows `optionRows` leaves out unless all are wanted. */
export function hiddenOptions(draft: PlanDraft, index: number): number {
	return offeredParameters(draft.subjectAt(index)).length - usualParameters(draft, index).length;
}

function usualParameters(draft: PlanDraft, index: number): ParameterSpec[] {
	const subject = draft.subjectAt(index);
	const { options } = subject.request;
	return offeredParameters(subject).filter((known) => isAsked(known) || options[known.name] !== undefined);
}

function modelRow(draft: PlanDraft, index: number): SheetRow[] {
	const { spec, request } = draft.subjectAt(index);
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

function optionRow(draft: PlanDraft, index: number, known: ParameterSpec): SheetRow {
	const subject = draft.subjectAt(index);
	const { name, label } = known;
	return {
		id: `option ${index} ${name}`,
		label,
		description: formatPresent(draft, index, known),
		missing: (known.required ?? false) && presentValue(subject, name) === undefined,
		change: async (position) => {
			const withValue = (value: OptionValue | undefined): PlanDraft => draft.withOption(index, name, value);
			const quoteWith = (value: OptionValue | undefined): string => withValue(value).priceAndTime;
			const { motions, results } = draft;
			const answer = await optionStep(position, { subject, known, motions, results, quoteWith });
			if (!isAnswered(answer)) return answer;
			return withValue(answer === serviceDefault ? undefined : answer);
		},
	};
}

function formatPresent(draft: PlanDraft, index: number, known: ParameterSpec): string {
	const { name, required } = known;
	const subject = draft.subjectAt(index);
	const value = presentValue(subject, name);
	if (value === undefined) return required ? '$(warning) to be chosen' : 'left to the service';
	const words = formatShown(draft, known, value);
	return subject.request.options[name] === undefined ? `${words} (default)` : words;
}

function formatShown(draft: PlanDraft, known: ParameterSpec | undefined, value: OptionValue): string {
	if (known?.role === 'motions') return formatMotion(value, draft.motions.known());
	if (known?.type === 'picture' || known?.type === 'pictures') return formatPicture(value);
	if (known?.type === 'task') return draft.results.titleOf(String(value)) ?? String(value);
	return typeof value === 'number'
		? new Intl.NumberFormat(vscode.env.language).format(value)
		: formatOptionValue(value);
}

/** What is set of a step's options, in few words. */
export function formatOption(draft: PlanDraft, index: number): string {
	const { spec, request } = draft.subjectAt(index);
	return Object.entries(request.options)
		.filter(([name]) => name !== spec.models?.option)
		.map(([name, value]) => {
			const known = parameter(spec, name);
			return `${known?.label ?? name} ${formatShown(draft, known, value)}`;
		})
		.join(', ');
}
