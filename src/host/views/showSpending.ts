import type * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { Balances } from '../../core/accounts/balances';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { RunningTotals } from '../../core/spending/runningTotals';
import type { Settings } from '../settings';
import type { Formatter } from '../text/formatter';
import { SpendingTree } from './spendingTree';

/** Ms after a change of the ledger: tasks that end together are worth one question. */
const settleMs = 2000;

export interface SpendingParts {
	readonly queue: JobQueue;
	readonly books: RunningTotals;
	readonly settings: Settings;
	readonly balances: Balances;
	readonly accounts: AccountDirectory;
	readonly formatter: Formatter;
}

/**
 * The rows of the ledger's view. While somebody sees it, balances are asked for when it opens, when a task began or
 * ended, and when an account changed; nobody is asked on a clock, or for a view that is closed.
 */
export function showSpending(
	{ queue, books, settings, balances, accounts, formatter }: SpendingParts,
	view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>,
	own: <T extends vscode.Disposable>(disposable: T) => T,
): SpendingTree {
	const tree = own(new SpendingTree(books, settings, balances, formatter));
	let timer: NodeJS.Timeout | undefined;
	own({ dispose: () => clearTimeout(timer) });
	const askSoon = (ms: number): void => {
		if (!view.visible) return;
		timer ??= setTimeout(() => {
			timer = undefined;
			if (view.visible) void balances.askAll();
		}, ms);
	};
	own(queue.onDidChangeEntries(() => askSoon(settleMs)));
	own(accounts.onDidChange(() => askSoon(settleMs)));
	own(
		view.onDidChangeVisibility(({ visible }) => {
			if (visible) tree.refresh();
			askSoon(0);
		}),
	);
	// It may be what was opened first, and made Propsmith load.
	askSoon(0);
	return tree;
}
