import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { commandIds } from '../contributions';
import { assetArgument } from './assetArgument';
import type { Command } from './command';

/** Shows an asset among the files of the workspace, or of the machine. */
export function reveal(queue: JobQueue): Command {
	return {
		id: commandIds.reveal,
		run: async (argument) => {
			const file = await assetArgument(queue, argument, 'reveal');
			if (!file) return;
			// The explorer shows only what is inside the open folders.
			const inside = vscode.workspace.getWorkspaceFolder(file) !== undefined;
			await vscode.commands.executeCommand(inside ? 'revealInExplorer' : 'revealFileInOS', file);
		},
	};
}
