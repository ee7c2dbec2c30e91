import type { JobRequest, OptionValue } from '../../core/jobs/request';
import { viewNames } from '../../core/jobs/request';
import type { OperationSpec, ParameterSpec } from '../../core/providers/catalogue/catalogue';
import {
	choicesOf,
	newProblem,
	rangeIn,
	readTyped,
	valueWords,
} from '../../core/providers/catalogue/choices';
import { type Answer, isAnswered, manyStep, type PickItem, type Position, pickStep, textStep } from './steps';

/** What a value that is left out is answered as; an empty answer would mean that the user left. */
export const leftOpen = Symbol('left open');

/** A parameter of a request that is being filled in. */
export interface OptionQuestion {
	readonly spec: OperationSpec;
	readonly request: JobRequest;
	readonly known: ParameterSpec;
	/** Price and time with that value. */
	quoteWith(value: OptionValue | undefined): string;
}

/** Asks for one parameter's value, by its type; offers and takes only what the service would take. */
export function optionStep(
	position: Position,
	question: OptionQuestion,
): Promise<Answer<OptionValue | typeof leftOpen>> {
	const { known } = question;
	switch (known.type) {
		case 'boolean':
		case 'enum':
			return pickValue(position, question);
		case 'list':
			return known.values ? pickValues(position, question, known.values) : typeValue(position, question);
		case 'viewPrompts':
			return viewPrompts(position, question);
		default:
			return typeValue(position, question);
	}
}

function pickValue(
	position: Position,
	question: OptionQuestion,
): Promise<Answer<OptionValue | typeof leftOpen>> {
	const { spec, request, known } = question;
	const given = request.options[known.name];
	const items: PickItem<OptionValue | typeof leftOpen>[] = (choicesOf(spec, request, known) ?? []).map(
		(value) => ({
			label: valueWords(value),
			description: question.quoteWith(value),
			...(value === known.default ? { detail: 'What the service does by itself' } : {}),
			value,
		}),
	);
	if (given !== undefined && known.default === undefined)
		items.push({ label: openWords, description: question.quoteWith(undefined), value: leftOpen });
	return pickStep<OptionValue | typeof leftOpen>(position, items, {
		placeholder: askWords(known),
		active: given ?? known.default,
	});
}

const openWords = 'Leave it to the service';

async function pickValues(
	position: Position,
	question: OptionQuestion,
	values: readonly string[],
): Promise<Answer<OptionValue | typeof leftOpen>> {
	const { spec, request, known } = question;
	const present = request.options[known.name];
	const given: readonly OptionValue[] = Array.isArray(present) ? present : [];
	const items = values.map((value) => ({ label: value, value, picked: given.map(String).includes(value) }));
	const entries = (chosen: readonly string[]): OptionValue =>
		known.type === 'list' && known.of === 'integer' ? chosen.map(Number) : chosen;
	const answer = await manyStep(position, items, {
		placeholder: askWords(known),
		problem: (chosen) =>
			chosen.length === 0
				? undefined
				: newProblem(spec, without(request, known.name), known.name, entries(chosen)),
	});
	if (!isAnswered(answer)) return answer;
	return answer.length === 0 ? leftOpen : entries(answer);
}

async function typeValue(
	position: Position,
	question: OptionQuestion,
): Promise<Answer<OptionValue | typeof leftOpen>> {
	const { spec, request, known } = question;
	const given = request.options[known.name];
	const answer = await textStep(position, {
		prompt: `${askWords(known)}${rangeWords(question)} Empty: left to the service.`,
		...(given === undefined ? {} : { value: valueWords(given) }),
		problem: (text) => {
			const read = readTyped(spec, without(request, known.name), known, text);
			return 'problem' in read ? read.problem : undefined;
		},
	});
	if (!isAnswered(answer)) return answer;
	const read = readTyped(spec, without(request, known.name), known, answer);
	return ('value' in read ? read.value : undefined) ?? leftOpen;
}

/** A prompt for each view that shall change; an empty one leaves the view as it is. */
async function viewPrompts(
	position: Position,
	question: OptionQuestion,
): Promise<Answer<OptionValue | typeof leftOpen>> {
	const { spec, request, known } = question;
	const present = request.options[known.name];
	const given = (Array.isArray(present) ? present : []) as readonly { view: string; prompt: string }[];
	const prompts = new Map(given.map(({ view, prompt }) => [view, prompt]));
	for (;;) {
		const value = [...prompts].map(([view, prompt]) => ({ view, prompt }));
		const items: PickItem<string>[] = viewNames.map((view) => ({
			label: view,
			description: prompts.get(view) ?? 'as it is',
			value: view,
		}));
		const done = '';
		items.unshift({ label: '$(check) Use these', description: question.quoteWith(value), value: done });
		const view = await pickStep(position, items, { placeholder: askWords(known), active: done });
		if (!isAnswered(view)) return view;
		if (view === done) return value.length > 0 ? value : leftOpen;
		const prompt = await textStep(position, {
			prompt: `What shall change in the ${view} view? Empty: nothing.`,
			value: prompts.get(view) ?? '',
			problem: (text) =>
				text.trim() === ''
					? undefined
					: newProblem(spec, without(request, known.name), known.name, [{ view, prompt: text.trim() }]),
		});
		if (prompt === undefined) return undefined;
		if (!isAnswered(prompt)) continue;
		if (prompt.trim() === '') prompts.delete(view);
		else prompts.set(view, prompt.trim());
	}
}

/** The present value must not count as the trouble that a new one adds to. */
function without(request: JobRequest, name: string): JobRequest {
	const { [name]: _, ...options } = request.options;
	return { ...request, options };
}

function askWords({ label, description }: ParameterSpec): string {
	return description === undefined ? `${label}.` : `${label}. ${description}`;
}

function rangeWords({ spec, request, known }: OptionQuestion): string {
	if (known.type !== 'integer' && known.type !== 'number') return '';
	const { min, max } = rangeIn(spec, request, known);
	return ` ${min} to ${max}.`;
}
