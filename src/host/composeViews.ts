import type * as vscode from 'vscode';
import type { AccountDirectory } from '../core/accounts/accountDirectory';
import type { Balances } from '../core/accounts/balances';
import type { JobQueue } from '../core/jobs/runner/queue';
import { RunningTotals } from '../core/spending/runningTotals';
import type { Shell, Trees } from './product';
import type { Settings } from './settings';
import { Notifications } from './views/notifications';
import { showSpending } from './views/showSpending';
import { showTrees } from './views/showTrees';
import { StatusBar } from './views/statusBar';

export interface ViewParts {
	readonly queue: JobQueue;
	readonly settings: Settings;
	readonly balances: Balances;
	readonly accounts: AccountDirectory;
	readonly shell: Shell;
	own<T extends vscode.Disposable>(disposable: T): T;
}

/** Everything that shows the queue: rows, counter, messages. */
export function composeViews({ queue, settings, balances, accounts, shell, own }: ViewParts): Trees {
	const books = own(new RunningTotals(queue));
	const trees = {
		...showTrees(queue, shell.jobs, own),
		spending: showSpending({ queue, books, settings, balances, accounts }, shell.spending, own),
	};
	own(new StatusBar(queue, books, shell.statusItem));
	own(new Notifications(queue));
	return trees;
}
