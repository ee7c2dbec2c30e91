import type { OptionValue } from '../../core/model/request';
import { choicesOf, entriesOf, newProblem } from '../../core/providers/catalogue/choices';
import { formatOptionValue } from '../../core/providers/catalogue/optionText';
import { freeTextStep } from './freeTextStep';
import { motionStep } from './motionStep';
import {
	formatQuestion,
	givenValue,
	type OptionAnswer,
	type OptionQuestion,
	serviceDefault,
} from './optionQuestion';
import { pictureOptionStep, taskOptionStep } from './referenceSteps';
import { isAnswered, manyStep, type PickItem, type Position, pickStep } from './steps';
import { viewPromptsStep } from './viewPromptsStep';

/** Asks for one parameter's value, by its type; offers and takes only what the service would take. */
export function optionStep(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const { open, known } = question;
	if (known.role === 'motions') return motionStep(position, question);
	switch (known.type) {
		case 'boolean':
		case 'enum':
			return pickValue(position, question);
		case 'list': {
			const entries = entriesOf(open, known);
			return entries ? pickEntries(position, question, entries) : freeTextStep(position, question);
		}
		case 'viewPrompts':
			return viewPromptsStep(position, question);
		case 'picture':
		case 'pictures':
			return pictureOptionStep(position, question);
		case 'task':
			return taskOptionStep(position, question);
		default:
			return freeTextStep(position, question);
	}
}

const byHand = Symbol('by hand');

async function pickValue(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const { open, known } = question;
	const given = givenValue(question);
	const items: PickItem<OptionValue | typeof serviceDefault | typeof byHand>[] = (
		choicesOf(open, known) ?? []
	).map((value) => ({
		label: formatOptionValue(value),
		description: question.quoteWith(value),
		...(value === known.default ? { detail: 'What the service does by itself' } : {}),
		value,
	}));
	if (given !== undefined && known.default === undefined && !known.required)
		items.push({
			label: 'Leave It to the Service',
			description: question.quoteWith(undefined),
			value: serviceDefault,
		});
	if (known.type === 'enum' && (known.open || known.pixels))
		items.push({
			label: 'Another…',
			description: known.pixels ? 'type it in pixels' : 'type it',
			value: byHand,
		});
	const answer = await pickStep<OptionValue | typeof serviceDefault | typeof byHand>(position, items, {
		placeholder: formatQuestion(known),
		active: given ?? known.default,
	});
	return answer === byHand ? freeTextStep({ ...position, nested: true }, question) : answer;
}

async function pickEntries(
	position: Position,
	question: OptionQuestion,
	values: readonly string[],
): Promise<OptionAnswer> {
	const { open, known } = question;
	const present = givenValue(question);
	const given = Array.isArray(present) ? present.map(String) : [];
	const entries = (chosen: readonly string[]): OptionValue =>
		known.type === 'list' && known.of === 'integer' ? chosen.map(Number) : chosen;
	const answer = await manyStep(
		position,
		values.map((value) => ({ label: value, value, picked: given.includes(value) })),
		{
			placeholder: formatQuestion(known),
			note: (chosen) => question.quoteWith(chosen.length === 0 ? undefined : entries(chosen)),
			problem: (chosen) => (chosen.length === 0 ? undefined : newProblem(open, known.name, entries(chosen))),
		},
	);
	if (!isAnswered(answer)) return answer;
	return answer.length === 0 ? serviceDefault : entries(answer);
}
