import * as vscode from 'vscode';
import type { KnownBalance } from '../../core/accounts/balances';
import type { ProviderId } from '../../core/model/account';
import type { Operation } from '../../core/model/request';
import type { Summary } from '../../core/spending/summary';
import type { Sums } from '../../core/spending/totals';
import { settingKeys } from '../contributions';
import { openSetting } from '../openSetting';
import type { Formatter } from '../text/formatter';
import {
	balanceText,
	dayText,
	driftParagraphs,
	leftOf,
	limitText,
	nothingText,
	operationText,
	providerText,
	type SpendingRowText,
	switchText,
	totalText,
} from '../text/spendingRows';
import { themeIcon } from './icons';
import { treeItem } from './treeItem';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The rows of the Spending view: texts with their icons and commands. */
export class SpendingItems {
	constructor(private readonly formatter: Formatter) {}

	switch(): vscode.TreeItem {
		const item = itemOf('switch', switchText());
		item.iconPath = themeIcon(['circle-slash', 'list.warningForeground']);
		item.command = openSetting(settingKeys.spendNothing);
		return item;
	}

	total(span: 'today' | 'month', sums: Sums, wallets: readonly ProviderId[]): vscode.TreeItem {
		const item = itemOf(span, totalText(span, sums, wallets, this.formatter));
		item.iconPath = themeIcon(['graph']);
		return item;
	}

	limit(limit: number, committed: number, workspace: string | undefined): vscode.TreeItem {
		const text = limitText(limit, committed, workspace, this.formatter);
		const item = itemOf(`limit:${workspace ?? ''}`, text);
		item.iconPath = themeIcon([leftOf(limit, committed) > 0 ? 'dashboard' : 'warning']);
		item.command = openSetting(
			workspace === undefined ? settingKeys.dailyCreditLimit : settingKeys.workspaceCreditLimit,
		);
		return item;
	}

	balance(provider: ProviderId, balance: KnownBalance | undefined): vscode.TreeItem {
		// Forgotten since the view asked for its rows: the row goes with the next refresh.
		const known = balance ?? { available: 0, frozen: 0, at: 0 };
		const item = itemOf(`balance:${provider}`, balanceText(provider, known, this.formatter));
		item.iconPath = themeIcon(['credit-card']);
		return item;
	}

	nothing(): vscode.TreeItem {
		return itemOf('nothing', nothingText());
	}

	day(
		day: string,
		summary: Summary,
		{ isNewest, wallets }: { readonly isNewest: boolean; readonly wallets: readonly ProviderId[] },
	): vscode.TreeItem {
		const text = dayText(day, summary, wallets, this.formatter);
		return itemOf(day, text, isNewest ? Expanded : Collapsed);
	}

	provider(
		{ day, provider }: { readonly day: string; readonly provider: ProviderId },
		summary: Summary,
	): vscode.TreeItem {
		return itemOf(`${day}:${provider}`, providerText(provider, summary, this.formatter), Expanded);
	}

	operation(
		row: { readonly day: string; readonly provider: ProviderId; readonly operation: Operation },
		summary: Summary,
	): vscode.TreeItem {
		const { day, provider, operation } = row;
		const text = operationText(provider, operation, summary, this.formatter);
		const item = itemOf(`${day}:${provider}:${operation}`, text);
		const paragraphs = driftParagraphs(summary.drifted, this.formatter);
		if (paragraphs.length === 0) return item;
		item.iconPath = themeIcon(['warning', 'list.warningForeground']);
		item.tooltip = paragraphs.reduce(
			(tooltip, paragraph) => tooltip.appendText(paragraph).appendMarkdown('\n\n'),
			new vscode.MarkdownString(),
		);
		return item;
	}
}

function itemOf(id: string, text: SpendingRowText, state?: vscode.TreeItemCollapsibleState): vscode.TreeItem {
	const item = treeItem(`spending:${id}`, text, state);
	if (text.tooltip !== undefined) item.tooltip = text.tooltip;
	return item;
}
