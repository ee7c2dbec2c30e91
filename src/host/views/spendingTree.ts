import * as vscode from 'vscode';
import type { Balances } from '../../core/accounts/balances';
import { type ProviderId, providerIds, sumOf } from '../../core/model/account';
import type { Operation } from '../../core/model/request';
import { startOfDay, startOfMonth } from '../../core/spending/day';
import type { RunningTotals } from '../../core/spending/runningTotals';
import type { Settings } from '../settings';
import { limitsFor } from '../spendingPolicy';
import type { Formatter } from '../text/formatter';
import { Burst } from './burst';
import { ShownRows } from './shownRows';
import { SpendingItems } from './spendingItems';

/** A row of the Spending view. */
export type SpendingRow =
	| { readonly kind: 'switch' }
	| { readonly kind: 'total'; readonly span: 'today' | 'month' }
	| { readonly kind: 'limit'; readonly credits: number; readonly workspace?: string }
	| { readonly kind: 'balance'; readonly provider: ProviderId }
	| { readonly kind: 'nothing' }
	| { readonly kind: 'day'; readonly day: string }
	| { readonly kind: 'provider'; readonly day: string; readonly provider: ProviderId }
	| {
			readonly kind: 'operation';
			readonly day: string;
			readonly provider: ProviderId;
			readonly operation: Operation;
	  };

/** The Spending view: what is spent and what is left, then the ledger by day, provider and operation. */
export class SpendingTree implements vscode.TreeDataProvider<SpendingRow>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<SpendingRow[] | undefined>();
	readonly onDidChangeTreeData = this.changed.event;
	private readonly items: SpendingItems;
	private readonly shown = new ShownRows<SpendingRow>({
		children: (row) => this.childrenOf(row),
		keyOf,
		textOf: (row) => contentOf(this.getTreeItem(row)),
	});
	private readonly subscriptions: readonly vscode.Disposable[];

	constructor(
		private readonly books: RunningTotals,
		private readonly settings: Settings,
		private readonly balances: Balances,
		formatter: Formatter,
	) {
		this.items = new SpendingItems(formatter);
		const burst = new Burst(() => this.refresh());
		const refresh = (): void => burst.soon();
		this.subscriptions = [
			burst,
			books.onDidChange(refresh),
			balances.onDidChange(refresh),
			settings.onDidChangeSpending(refresh),
			vscode.workspace.onDidChangeWorkspaceFolders(refresh),
		];
	}

	/** Days begin and end without anybody saying so. */
	refresh(): void {
		const rows = this.shown.changes();
		if (rows?.length !== 0) this.changed.fire(rows);
	}

	getChildren(row?: SpendingRow): SpendingRow[] {
		return this.shown.open(row);
	}

	getTreeItem(row: SpendingRow): vscode.TreeItem {
		const { items } = this;
		switch (row.kind) {
			case 'switch':
				return items.switch();
			case 'total':
				return items.total(row.span, this.books.sumsSince(since(row.span)), this.books.wallets());
			case 'limit':
				return items.limit(row.credits, this.committed(row.workspace), row.workspace);
			case 'balance':
				return items.balance(row.provider, this.balances.of(row.provider));
			case 'nothing':
				return items.nothing();
			case 'day':
				return items.day(row.day, this.books.summary(row), {
					isNewest: row.day === this.books.days()[0],
					wallets: this.books.providersOf(row.day),
				});
			case 'provider':
				return items.provider(row, this.books.summary(row));
			case 'operation':
				return items.operation(row, this.books.summary(row));
		}
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
		this.changed.dispose();
	}

	private childrenOf(row: SpendingRow | undefined): SpendingRow[] {
		switch (row?.kind) {
			case undefined:
				return this.topRows();
			case 'day':
				return this.books.providersOf(row.day).map((provider) => ({
					kind: 'provider',
					day: row.day,
					provider,
				}));
			case 'provider':
				return this.books.operationsOf(row).map((operation) => ({
					...row,
					kind: 'operation',
					operation,
				}));
			default:
				return [];
		}
	}

	/** None where there is nothing to tell, for the welcome text to show. */
	private topRows(): SpendingRow[] {
		const days = this.books.days();
		const known = providerIds.filter((provider) => this.balances.of(provider) !== undefined);
		const limits = this.limitRows();
		const { charged, expected } = this.books.sumsSince();
		if (days.length + known.length + limits.length === 0 && charged + expected === 0) return [];
		return [
			...limits.filter(({ kind }) => kind === 'switch'),
			{ kind: 'total', span: 'today' },
			{ kind: 'total', span: 'month' },
			...limits.filter(({ kind }) => kind === 'limit'),
			...known.map((provider): SpendingRow => ({ kind: 'balance', provider })),
			...(days.length > 0
				? days.map((day): SpendingRow => ({ kind: 'day', day }))
				: [{ kind: 'nothing' as const }]),
		];
	}

	private limitRows(): SpendingRow[] {
		const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
		const { spendNothing, perDay, perWorkspace } = limitsFor(this.settings, folders);
		return [
			...(spendNothing ? [{ kind: 'switch' } as const] : []),
			...(perDay === undefined ? [] : [{ kind: 'limit', credits: perDay } as const]),
			...Object.entries(perWorkspace).map(
				([workspace, credits]) => ({ kind: 'limit', credits, workspace }) as const,
			),
		];
	}

	/** What a limit is held against: of today, or of a workspace folder over time. */
	private committed(workspace: string | undefined): number {
		const { books } = this;
		const sums = workspace === undefined ? books.sumsSince(since('today')) : books.sumsOf(workspace);
		return sumOf([sums.charged, sums.expected]);
	}
}

function since(span: 'today' | 'month'): number {
	return span === 'today' ? startOfDay(Date.now()) : startOfMonth(Date.now());
}

function keyOf(row: SpendingRow): string {
	return Object.values(row).join(' ');
}

/** All of a row that can change while it stays. */
function contentOf({ label, description, tooltip, iconPath }: vscode.TreeItem): string {
	const words = typeof tooltip === 'object' ? tooltip.value : tooltip;
	return JSON.stringify([label, description, words, iconPath]);
}
