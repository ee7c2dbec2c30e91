import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { startOfDay } from '../../core/spending/day';
import type { RunningTotals } from '../../core/spending/runningTotals';
import { pausedContextKey } from '../contributions';
import type { Formatter } from '../text/formatter';
import { counterText, type QueueSummary, queueLines, summariseQueue } from '../text/queueText';
import { Burst } from './burst';

/** The one status bar item: tasks in progress out of the account's limit, counted from the records. */
export class StatusBar implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		private readonly queue: JobQueue,
		private readonly books: RunningTotals,
		private readonly formatter: Formatter,
		/** As host/start/statusItem.ts makes it. */
		private readonly item: vscode.StatusBarItem,
	) {
		const burst = new Burst(() => this.refresh());
		const refresh = (): void => burst.soon();
		this.subscriptions = [
			burst,
			queue.onDidChange(refresh),
			queue.onDidChangeAccounts(refresh),
			books.onDidChange(refresh),
		];
		this.refresh();
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
	}

	private refresh(): void {
		const summary = summariseQueue(this.queue.list(), this.queue.accounts());
		const charged = this.books.chargedSince(startOfDay(this.formatter.now()));
		const lines = queueLines(summary, charged, this.formatter);
		const { attention, paused, planless } = summary;
		this.item.text = `$(${iconOf(summary)}) ${counterText(summary)}`;
		this.item.tooltip = `Propsmith\n${lines.join('\n')}\nClick to show the jobs`;
		this.item.accessibilityInformation = { label: `Propsmith: ${lines.join('; ')}`, role: 'button' };
		const warns = attention > 0 || paused || planless;
		this.item.backgroundColor = warns ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
		void vscode.commands.executeCommand('setContext', pausedContextKey, paused);
	}
}

function iconOf({ busy, attention, paused, planless }: QueueSummary): string {
	if (attention > 0 || planless) return 'warning';
	if (paused) return 'debug-pause';
	return busy.length > 0 ? 'sync~spin' : 'package';
}
