import type * as vscode from 'vscode';
import type { JobInfo, PropsmithApi } from './api';
import type { CommandId } from './contributions';
import type { AssetsRow } from './views/assetsTree';
import type { JobsRow } from './views/jobsTree';
import type { SpendingRow } from './views/spendingTree';

/** What the start puts up before anything else is loaded. */
export interface Shell {
	readonly statusItem: vscode.StatusBarItem;
	readonly jobs: vscode.TreeView<JobsRow>;
	readonly assets: vscode.TreeView<AssetsRow>;
	readonly spending: vscode.TreeView<SpendingRow>;
}

/** The rows of the views. */
export interface Trees {
	readonly jobs: vscode.TreeDataProvider<JobsRow>;
	readonly assets: vscode.TreeDataProvider<AssetsRow>;
	readonly spending: vscode.TreeDataProvider<SpendingRow>;
}

/** Propsmith once it is loaded: what the start hands on to. */
export interface Product {
	/** Carries a command out; what fails becomes a message. */
	run(id: CommandId, args: readonly unknown[]): Promise<unknown>;
	readonly trees: Trees;
	readonly generate: PropsmithApi['generate'];
	list(): JobInfo[];
	get(id: string): JobInfo | undefined;
	onDidChange(listener: (job: JobInfo) => void): vscode.Disposable;
}
