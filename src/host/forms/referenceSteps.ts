import { basename } from 'node:path';
import * as vscode from 'vscode';
import { type OptionValue, viewNames } from '../../core/model/request';
import { guessViews } from '../../core/presets/viewGuess';
import { newProblem } from '../../core/providers/catalogue/choices';
import { taskStep } from './inputSteps';
import {
	formatQuestion,
	givenValue,
	type OptionAnswer,
	type OptionQuestion,
	serviceDefault,
} from './optionQuestion';
import { back, heading, isAnswered, type PickItem, type Position, pickStep } from './steps';

const choose = Symbol('choose');

/** Asks for the pictures of an option, from a dialog; what is chosen already can be left out again. */
export async function pictureOptionStep(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const given = givenValue(question);
	if (given === undefined) return pictureDialog(position, question);
	const items: PickItem<typeof choose | typeof serviceDefault>[] = [
		{ label: '$(file-media) Choose Others…', description: formatPicture(given), value: choose },
		{ label: '$(dash) None', description: question.quoteWith(undefined), value: serviceDefault },
	];
	const answer = await pickStep<typeof choose | typeof serviceDefault>(position, items, {
		placeholder: formatQuestion(question.known),
		active: choose,
	});
	return answer === choose ? pictureDialog(position, question) : answer;
}

/** Leaving the dialog changes nothing. Several pictures come in the order of the sides that their names tell. */
async function pictureDialog({ title }: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const { open, known, formats } = question;
	const most = known.type === 'pictures' ? known.most : 1;
	const chosen = await vscode.window.showOpenDialog({
		canSelectMany: most > 1,
		openLabel: 'Choose',
		title: `${title}: ${known.label}`,
		filters: { Pictures: [...(open.spec.inputs.pictureFiles ?? ['png', 'jpg', 'jpeg', 'webp'])] },
	});
	if (chosen === undefined) return back;
	const paths = inOrder(chosen.slice(0, most).map(({ fsPath }) => fsPath));
	const value: OptionValue = known.type === 'pictures' ? paths : (paths[0] ?? '');
	await formats.look(paths);
	const problem = newProblem(open, known.name, value);
	if (problem === undefined) return value;
	void vscode.window.showWarningMessage(problem);
	return back;
}

function inOrder(paths: readonly string[]): string[] {
	const views = guessViews(paths);
	return viewNames.flatMap((view) => views[view] ?? []);
}

export function formatPicture(value: OptionValue): string {
	const paths: readonly unknown[] = Array.isArray(value) ? value : [value];
	return paths.map((path) => basename(String(path))).join(', ');
}

/** Asks for a result that an option names: a job of the list, or a task by its id. */
export async function taskOptionStep(position: Position, question: OptionQuestion): Promise<OptionAnswer> {
	const { known, results } = question;
	if (known.type !== 'task') throw new Error(`${known.name} names no task`);
	const found = results.list(known.from);
	const others: PickItem<string | typeof choose | typeof serviceDefault>[] = [
		{ label: '$(tag) A Task by Its Id…', description: 'of the same account', value: choose },
	];
	if (givenValue(question) !== undefined) others.push({ label: '$(dash) None', value: serviceDefault });
	const answer = await pickStep<string | typeof choose | typeof serviceDefault>(
		position,
		[...found, ...(found.length > 0 ? [heading('Others')] : []), ...others],
		{ placeholder: formatQuestion(known), active: givenValue(question) as string | undefined },
	);
	if (answer !== choose) return answer;
	const typed = await taskStep(position);
	return isAnswered(typed) ? typed.id : typed;
}
