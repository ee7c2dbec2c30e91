import * as vscode from 'vscode';
import type { Adoption } from '../../core/jobs/runner/adopt';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { summariseError } from '../../core/model/errors';
import type { ListedTask } from '../../core/model/task';
import { jobErrorOf } from '../../core/network/failure';
import { providerNames } from '../text/accountNames';
import { Formatter } from '../text/formatter';
import { taskText } from '../text/taskText';
import {
	type Answer,
	back,
	heading,
	isAnswered,
	type PickItem,
	type Position,
	pickStep,
	textStep,
	waitStep,
} from './steps';

/** What is to be adopted. What made it is found out where it is not known yet. */
export type ChosenTask = Pick<Adoption, 'taskId' | 'madeBy'>;

/** One of the account's newest tasks, or any by its id; undefined when the user leaves. */
export async function chooseTask(queue: JobQueue, provider: ProviderId): Promise<ChosenTask | undefined> {
	const position: Position = { title: `Adopt Task: ${providerNames[provider]}`, step: 1, totalSteps: 1 };
	const listed = queue.call('history', provider).then(
		(tasks) => ({ tasks, problem: '' }),
		(error: unknown) => ({ tasks: [], problem: summariseError(jobErrorOf(error)) }),
	);
	const answer = await waitStep(position, listed, 'Loading the account’s recent tasks (free)…');
	if (!isAnswered(answer)) return undefined;
	const { tasks, problem } = answer;
	for (;;) {
		const picked = await pickStep<ChosenTask | 'typed'>(position, itemsOf(provider, tasks), {
			placeholder: problem ? `Recent tasks cannot be listed. ${problem}` : 'Select a task, or enter an ID',
		});
		if (!isAnswered(picked)) return undefined;
		if (picked !== 'typed') return picked;
		const typed = await askForId(position);
		if (typed !== back) return typed === undefined ? undefined : { taskId: typed.trim() };
	}
}

function itemsOf(
	provider: ProviderId,
	tasks: readonly ListedTask[],
): (PickItem<ChosenTask | 'typed'> | vscode.QuickPickItem)[] {
	const formatter = new Formatter(vscode.env.language);
	const rows = tasks.map((task): PickItem<ChosenTask | 'typed'> => {
		const { taskId, operation } = task;
		return {
			...taskText(provider, task, formatter),
			detail: taskId,
			value: operation ? { taskId, madeBy: operation } : { taskId },
		};
	});
	const typed: PickItem<'typed'> = { label: '$(edit) Enter a Task ID…', value: 'typed' };
	return rows.length > 0 ? [typed, heading('Recent Tasks'), ...rows] : [typed];
}

function askForId(position: Position): Promise<Answer<string>> {
	return textStep(
		{ ...position, nested: true },
		{
			prompt:
				'The task’s ID, from the task history or a colleague who uses the same key. Fetching its files is free.',
			placeholder: '0197b0de-51c2-7f6a-9d1e-3c5a7be0f412',
			problem: (text) =>
				/^\s*[A-Za-z0-9_-]{8,}\s*$/.test(text) ? undefined : 'A task ID has only letters, digits and dashes.',
		},
	);
}
