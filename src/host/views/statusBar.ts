import * as vscode from 'vscode';
import type { AccountState, JobQueue } from '../../core/jobs/runner/queue';
import { type ProviderId, providerIds } from '../../core/model/account';
import { holdsSlot, isLookedUp, type JobRecord } from '../../core/model/jobRecord';
import { startOfDay } from '../../core/spending/day';
import type { RunningTotals } from '../../core/spending/runningTotals';
import { pausedContextKey } from '../contributions';
import { Burst } from './burst';
import { needsUser, providerNames, shortCredits } from './jobPresentation';

/** The one status bar item: tasks in progress out of the account's limit, counted from the records. */
export class StatusBar implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		private readonly queue: JobQueue,
		private readonly books: RunningTotals,
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
		const jobs = this.queue.list();
		const accounts = this.queue.accounts();
		const counts = providerIds.map((provider) => countOf(provider, jobs, accounts));
		const busy = counts.filter(
			({ inProgress, waiting, downloading }) => inProgress + waiting + downloading > 0,
		);
		const paused = accounts.some((account) => account.paused);
		const planless = accounts.some(({ hindrance }) => hindrance === 'plan');
		// What failed for good is told in the view; here counts what a user can set going again.
		const attention = jobs.filter(
			(job) => needsUser(job) && (job.state.kind === 'blocked' || job.state.kind === 'uncertain'),
		).length;

		const idle = busy.length > 0 ? 'sync~spin' : 'package';
		const icon = attention > 0 || planless ? 'warning' : paused ? 'debug-pause' : idle;
		const shown = busy.map(({ inProgress, limit }) => `${inProgress}/${limit}`).join(' ');
		this.item.text = `$(${icon}) ${shown || (attention > 0 ? String(attention) : 'Propsmith')}`;
		const lines = [...busy, ...counts.filter((count) => count.account?.paused && !busy.includes(count))].map(
			lineOf,
		);
		if (attention > 0) lines.push(`${attention} job${attention === 1 ? ' needs' : 's need'} your attention`);
		const lookedUp = jobs.filter(({ state }) => isLookedUp(state)).length;
		if (lookedUp > 0)
			lines.push(`${lookedUp} lost answer${lookedUp === 1 ? '' : 's'}: looking for the task at the service`);
		if (lines.length === 0) lines.push('Nothing is being made');
		const spent = spentToday(this.books);
		if (spent.length > 0) lines.push(`Spent today: ${spent.join(', ')}`);
		this.item.tooltip = `Propsmith\n${lines.join('\n')}\nClick to show the jobs`;
		this.item.accessibilityInformation = { label: `Propsmith: ${lines.join('; ')}`, role: 'button' };
		const warns = attention > 0 || paused || planless;
		this.item.backgroundColor = warns ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
		void vscode.commands.executeCommand('setContext', pausedContextKey, paused);
	}
}

/** By wallet: credits of one service are not worth those of another. */
function spentToday(books: RunningTotals): string[] {
	return [...books.chargedSince(startOfDay(Date.now()))].flatMap(([provider, charged]) =>
		charged > 0 ? [shortCredits(charged, provider)] : [],
	);
}

interface Count {
	readonly provider: ProviderId;
	readonly inProgress: number;
	readonly limit: number;
	readonly waiting: number;
	readonly downloading: number;
	readonly account: AccountState | undefined;
}

function countOf(provider: ProviderId, jobs: readonly JobRecord[], accounts: readonly AccountState[]): Count {
	const own = jobs.filter((job) => job.provider === provider);
	const account = accounts.find((state) => state.provider === provider);
	return {
		provider,
		account,
		limit: account?.limit ?? 0,
		inProgress: own.filter(({ state }) => holdsSlot(state)).length,
		waiting: own.filter(({ state }) => state.kind === 'waiting').length,
		downloading: own.filter(({ state }) => state.kind === 'downloading').length,
	};
}

const hindrances = {
	tier: 'all slots are in use',
	usedElsewhere: 'others use the account too',
	tooFast: 'the service asked for a pause',
	paused: 'you paused the queue',
	plan: 'the service takes no task at all, as with a plan without API access',
} as const;

/** Such as "Tripo: 6 of 10 tasks in progress, 12 waiting (others use the account too: 4 of the limit of 10)". */
function lineOf({ provider, inProgress, limit, waiting, downloading, account }: Count): string {
	const why = account?.hindrance ? `: ${hindrances[account.hindrance]}` : '';
	const elsewhere = account && account.usedElsewhere > 0 ? `; ${account.usedElsewhere} used elsewhere` : '';
	return `${providerNames[provider]}: ${inProgress} in progress (limit ${limit} by your tier${elsewhere}), ${waiting} waiting${why}, ${downloading} downloading`;
}
