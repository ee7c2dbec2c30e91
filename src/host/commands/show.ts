import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { commandIds, viewIds } from '../contributions';
import type { WindowLog } from '../windowLog';
import type { Command } from './command';
import { jobOfRow } from './jobArgument';

export function showLog(channel: WindowLog): Command {
	return { id: commandIds.showLog, run: async () => channel.show() };
}

export function showJobs(): Command {
	return {
		id: commandIds.showJobs,
		run: async () => vscode.commands.executeCommand(`${viewIds.jobs}.focus`),
	};
}

/**
 * The provider's own list of tasks and charges, in the region of the key; says where it is on the page. Of the job whose
 * row it was called from, else of the account in use.
 */
export function openTaskHistory(accounts: AccountDirectory, queue: JobQueue): Command {
	return {
		id: commandIds.openTaskHistory,
		run: async (argument) => {
			const provider = jobOfRow(queue, argument)?.provider ?? (await accounts.current());
			if (provider === 'sandbox') {
				void vscode.window.showInformationMessage(
					'The sandbox has no task history page. The Jobs and Spending views list all there is.',
				);
				return false;
			}
			const pages = await accounts.pages(provider ?? 'tripo');
			void vscode.window.showInformationMessage(pages.historyHint);
			return open(pages.history);
		},
	};
}

/** Of the job that a message is about, else of the account in use. */
export function openBilling(accounts: AccountDirectory, queue: JobQueue): Command {
	return {
		id: commandIds.openBilling,
		run: async (argument) => {
			const provider = jobOfRow(queue, argument)?.provider ?? (await accounts.current());
			// The sandbox has no bills; whoever asks for them means Tripo, whose protocol it speaks.
			const pages = await accounts.pages(provider === 'meshy' ? 'meshy' : 'tripo');
			return open(pages.billing);
		},
	};
}

function open(page: string): Thenable<boolean> {
	return vscode.env.openExternal(vscode.Uri.parse(page));
}
