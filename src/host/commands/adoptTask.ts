import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { Adoption } from '../../core/jobs/runner/adopt';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { PropsmithError, summariseError } from '../../core/model/errors';
import type { ListedTask } from '../../core/model/task';
import { jobErrorOf } from '../../core/network/failure';
import { catalogueOf } from '../../core/providers/catalogues';
import { askForFolder, outputFolder } from '../assetFolder';
import { commandIds } from '../contributions';
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
} from '../forms/steps';
import type { Settings } from '../settings';
import { providerNames } from '../views/jobPresentation';
import type { Command } from './command';

/** What is to be adopted. What made it is found out where it is not known yet. */
type Chosen = Pick<Adoption, 'taskId' | 'madeBy'>;

/** Brings a task from the account's history or a colleague into the workspace, as if it had been made here. Free. */
export function adoptTask(
	queue: JobQueue,
	accounts: AccountDirectory,
	settings: Settings,
	ensureAccount: () => Promise<boolean>,
): Command {
	return {
		id: commandIds.adoptTask,
		run: async (argument) => {
			if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
			if (!(await ensureAccount())) return undefined;
			const provider = await accounts.current();
			if (!provider) return undefined;
			const chosen =
				typeof argument === 'string' ? { taskId: argument.trim() } : await choose(queue, provider);
			if (!chosen?.taskId) return undefined;
			const folder = outputFolder(settings, undefined) ?? (await askForFolder());
			if (!folder) return undefined;
			const { id } = await queue.call('adopt', { provider, folder, ...chosen });
			return id;
		},
	};
}

/** One of the account's newest tasks, or any by its id; undefined when the user leaves. */
async function choose(queue: JobQueue, provider: ProviderId): Promise<Chosen | undefined> {
	const position: Position = { title: `Adopt Task: ${providerNames[provider]}`, step: 1, totalSteps: 1 };
	const listed = queue.call('history', provider).then(
		(tasks) => ({ tasks, problem: '' }),
		(error: unknown) => ({ tasks: [], problem: summariseError(jobErrorOf(error)) }),
	);
	const answer = await waitStep(position, listed, 'Loading the account’s recent tasks (free)…');
	if (!isAnswered(answer)) return undefined;
	const { tasks, problem } = answer;
	for (;;) {
		const picked = await pickStep<Chosen | 'typed'>(position, itemsOf(provider, tasks), {
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
): (PickItem<Chosen | 'typed'> | vscode.QuickPickItem)[] {
	const rows = tasks.map((task): PickItem<Chosen | 'typed'> => {
		const { taskId, operation, createdAt, status } = task;
		const at = createdAt === undefined ? '' : new Date(createdAt).toLocaleString(vscode.env.language);
		const kind = operation && (catalogueOf(provider).operations[operation]?.title ?? operation);
		return {
			label: task.prompt ?? kind ?? 'Task',
			description: [task.prompt ? kind : '', status && statusWords[status], at].filter(Boolean).join(' · '),
			detail: taskId,
			value: operation ? { taskId, madeBy: operation } : { taskId },
		};
	});
	const typed: PickItem<'typed'> = { label: '$(edit) Enter a Task ID…', value: 'typed' };
	return rows.length > 0 ? [typed, heading('Recent Tasks'), ...rows] : [typed];
}

const statusWords: Readonly<Record<NonNullable<ListedTask['status']>, string>> = {
	queued: 'queued',
	running: 'running',
	success: 'succeeded',
	failed: 'failed',
	refused: 'refused by the content check',
	cancelled: 'cancelled',
	expired: 'expired',
	unknown: 'unknown state',
};

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
