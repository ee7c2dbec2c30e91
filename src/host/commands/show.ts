import * as vscode from 'vscode';
import type { ConsolePages } from '../../core/providers/consolePages';
import type { AccountDirectory } from '../accountDirectory';
import { commandIds, viewIds } from '../contributions';
import type { Command } from './command';

export function showLog(channel: vscode.LogOutputChannel): Command {
	return { id: commandIds.showLog, run: async () => channel.show() };
}

export function showJobs(): Command {
	return {
		id: commandIds.showJobs,
		run: async () => vscode.commands.executeCommand(`${viewIds.jobs}.focus`),
	};
}

/** The provider's own list of tasks and charges, in the region of the key; says where it is on the page. */
export function openTaskHistory(accounts: AccountDirectory): Command {
	return {
		id: commandIds.openTaskHistory,
		run: async () => {
			const pages = await pagesInUse(accounts);
			void vscode.window.showInformationMessage(pages.historyHint);
			return open(pages.history);
		},
	};
}

export function openBilling(accounts: AccountDirectory): Command {
	return { id: commandIds.openBilling, run: async () => open((await pagesInUse(accounts)).billing) };
}

/** Of the account in use. The sandbox has no pages; whoever asks for them means Tripo, whose protocol it speaks. */
async function pagesInUse(accounts: AccountDirectory): Promise<ConsolePages> {
	return accounts.pages((await accounts.current()) === 'meshy' ? 'meshy' : 'tripo');
}

function open(page: string): Thenable<boolean> {
	return vscode.env.openExternal(vscode.Uri.parse(page));
}
