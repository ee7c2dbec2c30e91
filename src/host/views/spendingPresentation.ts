import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ProviderId } from '../../core/model/account';
import type { Operation } from '../../core/model/request';
import { catalogueOf } from '../../core/providers/catalogues';
import { sumOf, walletDescriptions, walletNames } from '../../core/spending/credits';
import type { Drifted } from '../../core/spending/drift';
import type { Summary } from '../../core/spending/summary';
import type { Sums } from '../../core/spending/totals';
import type { KnownBalance } from '../balances';
import { settingKeys } from '../contributions';
import { openSetting } from '../openSetting';
import { formatCredits, formatDrift, providerNames } from './jobPresentation';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

export function switchItem(): vscode.TreeItem {
	const item = rowItem('switch', 'Spend nothing', 'is on: nothing paid is sent', None);
	item.iconPath = new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('list.warningForeground'));
	item.tooltip = 'What costs credits is refused, and what waits is held. Click to change the setting.';
	item.command = openSetting(settingKeys.spendNothing);
	return item;
}

export function totalItem(
	span: 'today' | 'month',
	{ charged, expected }: Sums,
	wallets: readonly ProviderId[],
): vscode.TreeItem {
	const more = expected > 0 ? `, ${formatCredits(expected)} more under way or waiting` : '';
	const label = span === 'today' ? 'Today' : 'This month';
	const item = rowItem(span, label, `${formatCredits(charged)}${more}${ofWallets(wallets)}`, None);
	item.iconPath = new vscode.ThemeIcon('graph');
	item.tooltip =
		'By the services’ own figures, without what came back; what is under way counts with its estimate.';
	return item;
}

/** What is left of a day's limit or, with a folder, of that workspace folder's. */
export function limitItem(limit: number, committed: number, workspace: string | undefined): vscode.TreeItem {
	const left = Math.max(sumOf([limit, -committed]), 0);
	const label = workspace === undefined ? 'Left today' : `Left for ${basename(workspace)}`;
	const item = rowItem(`limit:${workspace ?? ''}`, label, `${formatCredits(left)} of ${limit}`, None);
	item.iconPath = new vscode.ThemeIcon(left > 0 ? 'dashboard' : 'warning');
	item.tooltip = `${formatCredits(committed)} spent, under way or waiting. Credits of all wallets count. Click to change the limit.`;
	item.command = openSetting(
		workspace === undefined ? settingKeys.dailyCreditLimit : settingKeys.workspaceCreditLimit,
	);
	return item;
}

export function balanceItem(provider: ProviderId, balance: KnownBalance | undefined): vscode.TreeItem {
	const { available = 0, frozen = 0, at = 0 } = balance ?? {};
	const reserved = frozen > 0 ? `, ${formatCredits(frozen)} reserved by unfinished tasks` : '';
	const item = rowItem(
		`balance:${provider}`,
		`${providerNames[provider]} balance`,
		`${formatCredits(available, provider)}${reserved}`,
		None,
	);
	item.iconPath = new vscode.ThemeIcon('credit-card');
	const time = new Date(at).toLocaleTimeString(vscode.env.language);
	item.tooltip = `At ${time}. Wallet: ${walletNames[provider]}.`;
	return item;
}

export function nothingItem(): vscode.TreeItem {
	return rowItem('nothing', 'Nothing was spent yet', '', None);
}

export function dayItem(
	day: string,
	summary: Summary,
	{ isNewest, wallets }: { readonly isNewest: boolean; readonly wallets: readonly ProviderId[] },
): vscode.TreeItem {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const words = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'full' });
	const label = words.format(new Date(year, month - 1, date));
	return rowItem(day, label, `${formatCost(summary)}${ofWallets(wallets)}`, isNewest ? Expanded : Collapsed);
}

export function providerItem(
	{ day, provider }: { readonly day: string; readonly provider: ProviderId },
	summary: Summary,
): vscode.TreeItem {
	const item = rowItem(`${day}:${provider}`, providerNames[provider], formatCost(summary), Expanded);
	item.tooltip = `Wallet: ${walletDescriptions[provider]}.`;
	return item;
}

export function operationItem(
	row: { readonly day: string; readonly provider: ProviderId; readonly operation: Operation },
	summary: Summary,
): vscode.TreeItem {
	const { day, provider, operation } = row;
	const { tasks, refunded, drifted } = summary;
	const title = catalogueOf(provider).operations[operation]?.title ?? operation;
	const parts = [
		`${formatCost(summary)}${formatDifference(drifted)}`,
		`${tasks} task${tasks === 1 ? '' : 's'}`,
		...(refunded > 0 ? [`${formatCredits(refunded)} refunded`] : []),
	];
	const item = rowItem(`${day}:${provider}:${operation}`, title, parts.join(', '), None);
	if (drifted.length > 0) {
		item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
		item.tooltip = driftTooltip(drifted);
	}
	return item;
}

/** Before everything that a narrow view cuts off. */
function formatDifference(drifted: readonly Drifted[]): string {
	if (drifted.length === 0) return '';
	const difference = sumOf(drifted.flatMap(({ charge, estimate }) => [charge, -estimate]));
	if (difference === 0) return ' (not as estimated)';
	return ` (${Math.abs(difference)} ${difference > 0 ? 'more' : 'less'} than estimated)`;
}

function driftTooltip(drifted: readonly Drifted[]): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString();
	const lines = new Set(
		drifted.map(({ model, estimate, charge }) => `${model ?? 'no model'}: ${formatDrift(charge, estimate)}`),
	);
	for (const line of lines) tooltip.appendText(line).appendMarkdown('\n\n');
	tooltip.appendText('The price table is out of date, or the account has a discount.');
	return tooltip;
}

/** Whose credits a sum is of; several have one only for a limit. */
function ofWallets(wallets: readonly ProviderId[]): string {
	return wallets.length === 0 ? '' : ` (${wallets.map((provider) => walletNames[provider]).join(' and ')})`;
}

function formatCost({ charged, expected }: Summary): string {
	return `${formatCredits(charged)}${expected > 0 ? ` and about ${formatCredits(expected)} to come` : ''}`;
}

function rowItem(
	id: string,
	label: string,
	description: string,
	state: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
	const item = new vscode.TreeItem(label, state);
	item.id = `spending:${id}`;
	item.description = description;
	item.accessibilityInformation = { label: description === '' ? label : `${label}: ${description}` };
	return item;
}
