import type * as vscode from 'vscode';
import type { Motion } from '../../core/model/task';
import { newProblem } from '../../core/providers/catalogue/choices';
import { freeTextStep } from './freeTextStep';
import { motionIds, spaced } from './motionPresentation';
import {
	formatQuestion,
	givenValue,
	type OptionAnswer,
	type OptionQuestion,
	serviceDefault,
} from './optionQuestion';
import {
	type Answer,
	heading,
	isAnswered,
	manyStep,
	type PickItem,
	type Position,
	pickStep,
	waitStep,
} from './steps';

/** Asks for motions by name, out of the service's library; by number where that cannot be had. */
export async function motionStep(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	let motions: Answer<readonly Motion[]>;
	try {
		motions = await libraryStep(position, question);
	} catch (error) {
		return freeTextStep(position, question, error instanceof Error ? error.message : String(error));
	}
	if (!isAnswered(motions)) return motions;
	return question.known.type === 'list'
		? pickSeveral(position, question, motions)
		: pickStep(position, itemsOf(motions, question), {
				placeholder: formatQuestion(question.known),
				active: motionIds(givenValue(question))[0],
			});
}

async function libraryStep(
	position: Position,
	{ motions }: OptionQuestion,
): Promise<Answer<readonly Motion[]>> {
	const known = motions.known();
	if (known.length > 0) return known;
	return waitStep(position, motions.load(), 'Asking the service for its motions…');
}

async function pickSeveral(
	position: Position,
	question: OptionQuestion,
	motions: readonly Motion[],
): Promise<OptionAnswer> {
	const { open, known } = question;
	const answer = await manyStep(position, itemsOf(motions, question), {
		placeholder: formatQuestion(known),
		note: (ids) => (ids.length === 0 ? 'none chosen' : question.quoteWith(ids)),
		problem: (ids) => (ids.length === 0 ? undefined : newProblem(open, known.name, ids)),
	});
	if (!isAnswered(answer)) return answer;
	return answer.length === 0 ? serviceDefault : answer;
}

const chosen = 'Chosen';
const others = 'Others';

/** Those that are chosen already, then all others by category and name. */
function itemsOf(
	motions: readonly Motion[],
	question: OptionQuestion,
): (PickItem<number> | vscode.QuickPickItem)[] {
	const given = motionIds(givenValue(question));
	const sections = new Map<string, PickItem<number>[]>([[chosen, []]]);
	const add = (section: string, item: PickItem<number>): void => {
		sections.set(section, [...(sections.get(section) ?? []), item]);
	};
	for (const id of given)
		if (!motions.some((motion) => motion.id === id))
			add(chosen, { label: String(id), description: 'not in the library', value: id, picked: true });
	for (const motion of [...motions].sort(inOrder)) {
		const picked = given.includes(motion.id);
		add(picked ? chosen : spaced(motion.category ?? others), {
			label: spaced(motion.name),
			description: descriptionOf(motion),
			value: motion.id,
			picked,
		});
	}
	return [...sections].flatMap(([title, items]) => (items.length > 0 ? [heading(title), ...items] : []));
}

/** By category and name, as people count: 2 before 10. */
function inOrder(a: Motion, b: Motion): number {
	const byCategory = (a.category ?? others).localeCompare(b.category ?? others);
	return byCategory || a.name.localeCompare(b.name, undefined, { numeric: true });
}

/** With the category, which can be searched for like all of it. */
function descriptionOf({ id, category, kind }: Motion): string {
	return [kind, category]
		.flatMap((words) => (words ? [spaced(words)] : []))
		.concat(String(id))
		.join(' · ');
}
