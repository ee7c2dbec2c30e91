import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { PropsmithError } from '../../core/model/errors';
import { askForFolder, outputFolder } from '../assetFolder';
import { commandIds } from '../contributions';
import { chooseTask } from '../forms/taskChoice';
import type { Settings } from '../settings';
import type { Command } from './command';

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
				typeof argument === 'string' ? { taskId: argument.trim() } : await chooseTask(queue, provider);
			if (!chosen?.taskId) return undefined;
			const folder = outputFolder(settings, undefined) ?? (await askForFolder());
			if (!folder) return undefined;
			const { id } = await queue.call('adopt', { provider, folder, ...chosen });
			return id;
		},
	};
}
