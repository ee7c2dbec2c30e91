import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { spendingCsv } from '../../core/spending/csv';
import { commandIds } from '../contributions';
import type { Command } from './command';

/** Writes the ledger to a file: where a script says, else where the user does. Answers the file. */
export function exportSpending(queue: JobQueue): Command {
	return {
		id: commandIds.exportSpending,
		run: async (argument) => {
			const entries = queue.entries();
			if (entries.length === 0 && !(argument instanceof vscode.Uri)) {
				await vscode.window.showInformationMessage('Nothing was spent yet, so there is nothing to export.');
				return undefined;
			}
			const file = argument instanceof vscode.Uri ? argument : await askForFile();
			if (!file) return undefined;
			await vscode.workspace.fs.writeFile(file, Buffer.from(spendingCsv(entries), 'utf8'));
			if (argument === undefined) void notifyExported(file, entries.length);
			return file;
		},
	};
}

async function askForFile(): Promise<vscode.Uri | undefined> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	return vscode.window.showSaveDialog({
		title: 'Export Spending as CSV',
		saveLabel: 'Export',
		filters: { CSV: ['csv'] },
		...(folder ? { defaultUri: vscode.Uri.joinPath(folder, 'propsmith-spending.csv') } : {}),
	});
}

async function notifyExported(file: vscode.Uri, tasks: number): Promise<void> {
	const message = `${tasks} task${tasks === 1 ? '' : 's'} exported to ${vscode.workspace.asRelativePath(file)}.`;
	if (await vscode.window.showInformationMessage(message, 'Open'))
		await vscode.commands.executeCommand('vscode.open', file);
}
