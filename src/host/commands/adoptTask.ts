import * as vscode from 'vscode';
import { PropsmithError } from '../../core/errors';
import type { JobQueue } from '../../core/jobs/queue';
import type { AccountDirectory } from '../accountDirectory';
import { commandIds } from '../contributions';
import { askForFolder, outputFolder } from '../placement';
import type { Settings } from '../settings';
import type { Command } from './command';

/** Brings a task from the history page or a colleague into the workspace, as if it had been made here. Free. */
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
			const taskId = typeof argument === 'string' ? argument : await askForTask();
			const provider = await accounts.current();
			if (!taskId || !provider) return undefined;
			const folder = outputFolder(settings, undefined) ?? (await askForFolder());
			if (!folder) return undefined;
			const { id } = await queue.adopt({ provider, taskId: taskId.trim(), folder });
			return id;
		},
	};
}

function askForTask(): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title: 'Propsmith: Adopt Task',
		prompt:
			'The task’s id, from the task history or a colleague who uses the same key. Fetching its files is free.',
		placeHolder: '0197b0de-51c2-7f6a-9d1e-3c5a7be0f412',
		ignoreFocusOut: true,
		validateInput: (text) =>
			text === '' || /^\s*[A-Za-z0-9_-]{8,}\s*$/.test(text)
				? undefined
				: 'A task id has only letters, digits and dashes.',
	});
}
