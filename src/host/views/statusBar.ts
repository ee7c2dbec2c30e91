import * as vscode from 'vscode';
import type { Accounts } from '../../core/jobs/accounts';
import type { JobQueue } from '../../core/jobs/queue';
import { holdsSlot } from '../../core/jobs/record';
import { providerIds } from '../../core/providers/provider';
import { commandIds } from '../contributions';
import { Burst } from './burst';

const providerNames = { tripo: 'Tripo', sandbox: 'Sandbox' } as const;

/** The one status bar item: tasks in progress out of the account's limit, counted from the records. */
export class StatusBar implements vscode.Disposable {
	private readonly item: vscode.StatusBarItem;
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		private readonly queue: JobQueue,
		private readonly accounts: Accounts,
	) {
		this.item = vscode.window.createStatusBarItem('propsmith.queue', vscode.StatusBarAlignment.Left, 0);
		this.item.name = 'Propsmith Queue';
		this.item.command = commandIds.showJobs;
		const burst = new Burst(() => this.refresh());
		const refresh = (): void => burst.soon();
		this.subscriptions = [burst, queue.onDidChange(refresh), accounts.onDidChange(refresh)];
		this.refresh();
		this.item.show();
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
		this.item.dispose();
	}

	private refresh(): void {
		const jobs = this.queue.list();
		const counts = providerIds.map((provider) => {
			const own = jobs.filter((job) => job.provider === provider);
			return {
				provider,
				limit: this.accounts.limits(provider).concurrentTasks,
				inProgress: own.filter(({ state }) => holdsSlot(state)).length,
				waiting: own.filter(({ state }) => state.kind === 'waiting').length,
				downloading: own.filter(({ state }) => state.kind === 'downloading').length,
			};
		});
		const busy = counts.filter(
			({ inProgress, waiting, downloading }) => inProgress + waiting + downloading > 0,
		);
		// What failed for good is told in the view; here counts what a user can set going again.
		const attention = jobs.filter(
			({ state }) => state.kind === 'blocked' || state.kind === 'uncertain',
		).length;

		const icon = attention > 0 ? '$(warning)' : busy.length > 0 ? '$(sync~spin)' : '$(package)';
		const shown = busy.map(({ inProgress, limit }) => `${inProgress}/${limit}`).join(' ');
		this.item.text = [icon, shown || (attention > 0 ? String(attention) : 'Propsmith')].join(' ');
		const lines = busy.map(
			({ provider, inProgress, limit, waiting, downloading }) =>
				`${providerNames[provider]}: ${inProgress} of ${limit} tasks in progress, ${waiting} waiting, ${downloading} downloading`,
		);
		if (attention > 0) lines.push(`${attention} job${attention === 1 ? ' needs' : 's need'} your attention`);
		if (lines.length === 0) lines.push('Nothing is being made');
		this.item.tooltip = `Propsmith\n${lines.join('\n')}\nClick to show the jobs`;
		this.item.accessibilityInformation = { label: `Propsmith: ${lines.join('; ')}`, role: 'button' };
		this.item.backgroundColor =
			attention > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
	}
}
