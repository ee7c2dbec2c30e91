import * as vscode from 'vscode';
import { consolePages } from '../../core/providers/tripo/pages';
import { commandIds, viewIds } from '../contributions';
import type { Settings } from '../settings';
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
export function openTaskHistory(settings: Settings): Command {
	return {
		id: commandIds.openTaskHistory,
		run: () => open(consolePages(settings.tripoBaseUrl).history),
	};
}

export function openBilling(settings: Settings): Command {
	return {
		id: commandIds.openBilling,
		run: () => open(consolePages(settings.tripoBaseUrl).billing),
	};
}

async function open(page: string): Promise<boolean> {
	return vscode.env.openExternal(vscode.Uri.parse(page));
}
