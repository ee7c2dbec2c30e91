import * as vscode from 'vscode';
import type { JobRecord } from '../../core/model/jobRecord';
import { commandIds, viewIds } from '../contributions';
import { doneMessage, groupMessage } from '../text/endMessage';
import type { Formatter } from '../text/formatter';
import { type Message, type MessageAction, setAsideMessage, troubleMessages } from '../text/message';

const actionCommands: Readonly<Record<MessageAction, string>> = {
	'Choose Account…': commandIds.chooseAccount,
	'Do Next…': commandIds.doNext,
	'Edit and Generate Again…': commandIds.editAndGenerate,
	'Keep Anyway': commandIds.keepAnyway,
	'Open Billing': commandIds.openBilling,
	'Open Task History': commandIds.openTaskHistory,
	Open: commandIds.openAsset,
	Retry: commandIds.retry,
	Reveal: commandIds.reveal,
	'Set API Key…': commandIds.setApiKey,
	'Show Assets': `${viewIds.assets}.focus`,
	'Show Balance': commandIds.showBalance,
	'Show Jobs': commandIds.showJobs,
	'Show Log': commandIds.showLog,
};

/** Shows a message and runs the command of the button that is chosen. */
export async function showMessage({ severity, text, actions, ...about }: Message): Promise<void> {
	const show =
		severity === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
	const chosen = await show<MessageAction>(text, ...actions);
	if (!chosen) return;
	await vscode.commands.executeCommand(actionCommands[chosen], ...argumentsOf(chosen, about));
}

function argumentsOf(
	action: MessageAction,
	{ jobId, groupId }: Pick<Message, 'jobId' | 'groupId'>,
): object[] {
	if (action === 'Retry' && groupId !== undefined) return [{ groupId }];
	return jobId === undefined ? [] : [{ jobId }];
}

/** How VS Code tells of jobs that ended or need the user. */
export class JobMessages {
	constructor(private readonly formatter: Formatter) {}

	async notifyDone(jobs: readonly JobRecord[]): Promise<void> {
		await this.show(doneMessage(jobs, this.formatter, namePath));
	}

	async notifyGroup(jobs: readonly JobRecord[]): Promise<void> {
		await this.show(groupMessage(jobs, this.formatter, namePath));
	}

	async notifyTrouble(jobs: readonly JobRecord[]): Promise<void> {
		await Promise.all(troubleMessages(jobs).map(showMessage));
	}

	private async show(message: Message | undefined): Promise<void> {
		if (message) await showMessage(message);
	}
}

/** Tells of job records that could not be read, and where they are now. */
export async function notifySetAside(files: readonly string[]): Promise<void> {
	const message = setAsideMessage(files);
	if (message) await showMessage(message);
}

function namePath(path: string): string {
	return vscode.workspace.asRelativePath(path);
}
