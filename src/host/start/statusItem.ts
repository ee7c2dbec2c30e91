import * as vscode from 'vscode';
import { commandIds } from '../contributions';

/** The one status bar item as it looks while nothing is being made; views/statusBar.ts keeps it from there on. */
export function makeStatusItem(): vscode.StatusBarItem {
	const item = vscode.window.createStatusBarItem('propsmith.queue', vscode.StatusBarAlignment.Left, 0);
	item.name = 'Propsmith Queue';
	item.command = commandIds.showJobs;
	item.text = '$(package) Propsmith';
	item.tooltip = 'Propsmith\nNothing is being made\nClick to show the jobs';
	item.accessibilityInformation = { label: 'Propsmith: Nothing is being made', role: 'button' };
	item.show();
	return item;
}
