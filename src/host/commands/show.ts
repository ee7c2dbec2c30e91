import * as vscode from 'vscode';
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

/** The provider's own page of tasks and credits, in the region of the key. */
export function openTaskHistory(settings: Settings): Command {
	return {
		id: commandIds.openTaskHistory,
		run: async () => {
			const china = /tripo3d\.com/.test(settings.tripoBaseUrl);
			const page = china
				? 'https://developers.tripo3d.com/zh/history'
				: 'https://developers.tripo3d.ai/en/history';
			return vscode.env.openExternal(vscode.Uri.parse(page));
		},
	};
}
