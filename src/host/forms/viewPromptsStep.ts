import { isBlank, trimmed } from '../../core/model/promptText';
import { type OptionValue, viewNames } from '../../core/model/request';
import { newProblem } from '../../core/providers/catalogue/choices';
import {
	formatQuestion,
	givenValue,
	type OptionAnswer,
	type OptionQuestion,
	serviceDefault,
} from './optionQuestion';
import { isAnswered, type PickItem, type Position, pickStep, textStep } from './steps';

const done = '';

/** A prompt for each view that shall change; the others stay as they are. */
export async function viewPromptsStep(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const { open, known } = question;
	const prompts = new Map(promptsIn(givenValue(question)));
	for (;;) {
		const value = [...prompts].map(([view, prompt]) => ({ view, prompt }));
		const views: PickItem<string>[] = viewNames.map((view) => ({
			label: view,
			description: prompts.get(view) ?? 'as it is',
			value: view,
		}));
		const accept = { label: '$(check) Use These', description: question.quoteWith(value), value: done };
		const view = await pickStep(position, [accept, ...views], {
			placeholder: formatQuestion(known),
			active: value.length === 0 ? viewNames[0] : done,
		});
		if (!isAnswered(view)) return view;
		if (view === done) return value.length > 0 ? value : serviceDefault;
		const prompt = await textStep(
			{ ...position, nested: true },
			{
				prompt: `What shall change in the ${view} view? Empty: nothing.`,
				value: prompts.get(view) ?? '',
				problem: (text) =>
					isBlank(text) ? undefined : newProblem(open, known.name, [{ view, prompt: trimmed(text) }]),
			},
		);
		if (prompt === undefined) return undefined;
		if (!isAnswered(prompt)) continue;
		if (isBlank(prompt)) prompts.delete(view);
		else prompts.set(view, trimmed(prompt));
	}
}

function promptsIn(value: OptionValue | undefined): [view: string, prompt: string][] {
	const entries = (Array.isArray(value) ? value : []) as readonly { view: string; prompt: string }[];
	return entries.map(({ view, prompt }) => [view, prompt]);
}
