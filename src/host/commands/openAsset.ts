import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { commandIds } from '../contributions';
import { assetArgument } from './assetArgument';
import type { Command } from './command';

/** Opens an asset with whatever VS Code has for it. */
export function openAsset(queue: JobQueue): Command {
	return {
		id: commandIds.openAsset,
		run: async (argument) => {
			const file = await assetArgument(queue, argument, 'open');
			if (file) await vscode.commands.executeCommand('vscode.open', file);
		},
	};
}
