import { rangeIn } from '../../core/providers/catalogue/choices';
import { formatOptionValue, readTyped } from '../../core/providers/catalogue/optionText';
import {
	formatQuestion,
	givenValue,
	type OptionAnswer,
	type OptionQuestion,
	serviceDefault,
} from './optionQuestion';
import { isAnswered, type Position, textStep } from './steps';

/** Asks for a value that has to be typed. `notice` is told in the place of what the parameter is. */
export async function freeTextStep(
	position: Position,
	question: OptionQuestion,
	notice?: string,
): Promise<OptionAnswer> {
	const { open, known } = question;
	const given = givenValue(question);
	const asked = `${formatQuestion(known)}${formatRange(question)} Empty: left to the service.`;
	const answer = await textStep(position, {
		prompt: notice ?? asked,
		...(given === undefined ? {} : { value: formatOptionValue(given) }),
		problem: (text) => {
			const read = readTyped(open, known, text);
			return 'problem' in read ? read.problem : undefined;
		},
	});
	if (!isAnswered(answer)) return answer;
	const read = readTyped(open, known, answer);
	return ('value' in read ? read.value : undefined) ?? serviceDefault;
}

function formatRange({ open, known }: OptionQuestion): string {
	if (known.type !== 'integer' && known.type !== 'number') return '';
	const { min, max } = rangeIn(open, known);
	return ` ${min} to ${max}.`;
}
