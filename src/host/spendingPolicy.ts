import * as vscode from 'vscode';
import type { Balances } from '../core/accounts/balances';
import type { SpendingPolicy } from '../core/spending/guard';
import type { SpendingLimits } from '../core/spending/limits';
import type { Settings } from './settings';
import { askToSpend } from './spendingDialog';
import type { Formatter } from './text/formatter';

/** What the settings say about spending, and the dialog that asks. */
export function spendingPolicy(settings: Settings, balances: Balances, formatter: Formatter): SpendingPolicy {
	return {
		confirmAbove: () => settings.confirmAboveCredits,
		confirm: (question) => askToSpend(question, balances, formatter),
		limits: (workspaces) => limitsFor(settings, workspaces),
		workspaceOf: (folder) => {
			const { workspaceFolders } = vscode.workspace;
			const around = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder));
			// What is saved elsewhere is paid from the budget of the game that it was asked for in.
			return (around ?? workspaceFolders?.[0])?.uri.fsPath;
		},
	};
}

/** The limits that hold for these workspace folders. */
export function limitsFor(settings: Settings, workspaces: readonly string[]): SpendingLimits {
	const perDay = settings.dailyCreditLimit;
	const perWorkspace = workspaces.flatMap((folder) => {
		const limit = settings.workspaceCreditLimit(vscode.Uri.file(folder));
		return limit === undefined ? [] : [[folder, limit] as const];
	});
	return {
		spendNothing: settings.spendNothing,
		...(perDay === undefined ? {} : { perDay }),
		perWorkspace: Object.fromEntries(perWorkspace),
	};
}
