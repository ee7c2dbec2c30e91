import type { OptionValue } from '../../core/model/request';
import { choicesOf, entriesOf, newProblem } from '../../core/providers/catalogue/choices';
import { valueWords } from '../../core/providers/catalogue/optionText';
import { motionStep } from './motionStep';
import { askWords, givenValue, leftOpen, type OptionAnswer, type OptionQuestion } from './optionQuestion';
import { pictureOptionStep, taskOptionStep } from './referenceSteps';
import { isAnswered, manyStep, type PickItem, type Position, pickStep } from './steps';
import { typedStep } from './typedStep';
import { viewPromptsStep } from './viewPromptsStep';

/** Asks for one parameter's value, by its type; offers and takes only what the service would take. */
export function optionStep(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const { subject, known } = question;
	if (known.role === 'motions') return motionStep(position, question);
	switch (known.type) {
		case 'boolean':
		case 'enum':
			return pickValue(position, question);
		case 'list': {
			const entries = entriesOf(subject, known);
			return entries ? pickEntries(position, question, entries) : typedStep(position, question);
		}
		case 'viewPrompts':
			return viewPromptsStep(position, question);
		case 'picture':
		case 'pictures':
			return pictureOptionStep(position, question);
		case 'task':
			return taskOptionStep(position, question);
		default:
			return typedStep(position, question);
	}
}

const byHand = Symbol('by hand');

async function pickValue(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const { subject, known } = question;
	const given = givenValue(question);
	const items: PickItem<OptionValue | typeof leftOpen | typeof byHand>[] = (
		choicesOf(subject, known) ?? []
	).map((value) => ({
		label: valueWords(value),
		description: question.quoteWith(value),
		...(value === known.default ? { detail: 'What the service does by itself' } : {}),
		value,
	}));
	if (given !== undefined && known.default === undefined && !known.required)
		items.push({
			label: 'Leave It to the Service',
			description: question.quoteWith(undefined),
			value: leftOpen,
		});
	if (known.type === 'enum' && (known.open || known.pixels))
		items.push({
			label: 'Another…',
			description: known.pixels ? 'type it in pixels' : 'type it',
			value: byHand,
		});
	const answer = await pickStep<OptionValue | typeof leftOpen | typeof byHand>(position, items, {
		placeholder: askWords(known),
		active: given ?? known.default,
	});
	return answer === byHand ? typedStep({ ...position, nested: true }, question) : answer;
}

async function pickEntries(
	position: Position,
	question: OptionQuestion,
	values: readonly string[],
): Promise<OptionAnswer> {
	const { subject, known } = question;
	const present = givenValue(question);
	const given = Array.isArray(present) ? present.map(String) : [];
	const entries = (chosen: readonly string[]): OptionValue =>
		known.type === 'list' && known.of === 'integer' ? chosen.map(Number) : chosen;
	const answer = await manyStep(
		position,
		values.map((value) => ({ label: value, value, picked: given.includes(value) })),
		{
			placeholder: askWords(known),
			note: (chosen) => question.quoteWith(chosen.length === 0 ? undefined : entries(chosen)),
			problem: (chosen) =>
				chosen.length === 0 ? undefined : newProblem(subject, known.name, entries(chosen)),
		},
	);
	if (!isAnswered(answer)) return answer;
	return answer.length === 0 ? leftOpen : entries(answer);
}
