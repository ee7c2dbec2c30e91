import * as vscode from 'vscode';
import type { Log } from '../../core/base/log';
import { describeError, PropsmithError } from '../../core/model/errors';
import { jobErrorOf } from '../../core/network/failure';
import { type CommandId, commandIds } from '../contributions';
import { openSetting, settingBehind } from '../openSetting';

/** One verb: its id and what it does with the arguments that VS Code or a script hands over. */
export interface Command {
	readonly id: CommandId;
	run(...args: unknown[]): Promise<unknown>;
}

/** Carries out one of the commands, at the one place where failures become messages. Leaving with Esc is no failure. */
export async function carryOut(
	id: CommandId,
	commands: readonly Command[],
	args: readonly unknown[],
	log: Log,
): Promise<unknown> {
	try {
		return await commands.find((command) => command.id === id)?.run(...args);
	} catch (error) {
		log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
		void notify(error);
		return undefined;
	}
}

async function execute({ command, arguments: args = [] }: vscode.Command): Promise<void> {
	await vscode.commands.executeCommand(command, ...args);
}

async function notify(error: unknown): Promise<void> {
	const fault = jobErrorOf(error);
	const message = error instanceof PropsmithError ? error.message : describeError(fault);
	if (fault.code === 'spendingDeclined') return;
	const setting = settingBehind[fault.code];
	const actions =
		fault.code === 'workspaceUntrusted'
			? ['Manage Workspace Trust']
			: [setting ? 'Open Setting' : 'Show Log'];
	const chosen = await vscode.window.showErrorMessage(message, ...actions);
	if (chosen === 'Open Setting' && setting) await execute(openSetting(setting));
	if (chosen === 'Show Log') await vscode.commands.executeCommand(commandIds.showLog);
	if (chosen === 'Manage Workspace Trust') await vscode.commands.executeCommand('workbench.trust.manage');
}
