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

/** The provider's own list of tasks and charges, in the region of the key. */
export function openTaskHistory(accounts: AccountDirectory): Command {
	return { id: commandIds.openTaskHistory, run: () => open(accounts, 'history') };
}

export function openBilling(accounts: AccountDirectory): Command {
	return { id: commandIds.openBilling, run: () => open(accounts, 'billing') };
}

/** Of the account in use. The sandbox has no pages; whoever asks for them means Tripo, whose protocol it speaks. */
async function open(accounts: AccountDirectory, page: keyof ConsolePages): Promise<boolean> {
	const current = await accounts.current();
	const pages = await accounts.pages(current === 'meshy' ? 'meshy' : 'tripo');
	return vscode.env.openExternal(vscode.Uri.parse(pages[page]));
}
