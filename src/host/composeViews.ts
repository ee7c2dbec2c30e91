import type * as vscode from 'vscode';
import type { AccountDirectory } from '../core/accounts/accountDirectory';
import type { Balances } from '../core/accounts/balances';
import type { JobQueue } from '../core/jobs/runner/queue';
import { RunningTotals } from '../core/spending/runningTotals';
import type { Shell, Trees } from './product';
import type { Settings } from './settings';
import type { Formatter } from './text/formatter';
import { JobMessages } from './views/messages';
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
	readonly formatter: Formatter;
	own<T extends vscode.Disposable>(disposable: T): T;
}

/** Everything that shows the queue: rows, counter, messages. */
export function composeViews(parts: ViewParts): Trees {
	const { queue, settings, balances, accounts, shell, formatter, own } = parts;
	const books = own(new RunningTotals(queue));
	const trees = {
		...showTrees(queue, formatter, shell.jobs, own),
		spending: showSpending({ queue, books, settings, balances, accounts, formatter }, shell.spending, own),
	};
	own(new StatusBar(queue, books, formatter, shell.statusItem));
	own(new Notifications(queue, new JobMessages(formatter)));
	return trees;
}
