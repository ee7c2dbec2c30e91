import * as vscode from 'vscode';
import type { Balances, KnownBalance } from '../../core/accounts/balances';
import { errorOfSeveral } from '../../core/jobs/drafts/severalFaults';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { jobErrorOf } from '../../core/network/failure';
import { spendingCsv } from '../../core/spending/csv';
import { commandIds, viewIds } from '../contributions';
import { providerNames } from '../views/jobPresentation';
import type { Command } from './command';

/** Asks every account for what it has left, for free. Answers it by provider, for scripts. */
export function refreshBalance(balances: Balances): Command {
	return {
		id: commandIds.refreshBalance,
		run: async () => {
			if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
			const answers = await vscode.window.withProgress({ location: { viewId: viewIds.spending } }, () =>
				balances.askAll(),
			);
			if (answers.size === 0) throw new PropsmithError('keyMissing');
			const faults = [...answers].flatMap(([provider, answer]) =>
				answer instanceof Error ? [{ of: providerNames[provider], error: jobErrorOf(answer) }] : [],
			);
			if (faults.length > 0) throw errorOfSeveral(faults);
			return Object.fromEntries(answers) as Partial<Record<ProviderId, KnownBalance>>;
		},
	};
}

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
			if (argument === undefined) void tell(file, entries.length);
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

async function tell(file: vscode.Uri, tasks: number): Promise<void> {
	const message = `${tasks} task${tasks === 1 ? '' : 's'} exported to ${vscode.workspace.asRelativePath(file)}.`;
	if (await vscode.window.showInformationMessage(message, 'Open'))
		await vscode.commands.executeCommand('vscode.open', file);
}
