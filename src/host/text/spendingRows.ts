import { basename } from 'node:path';
import type { Balance, ProviderId } from '../../core/model/account';
import { sumOf } from '../../core/model/account';
import type { Operation } from '../../core/model/request';
import { catalogueOf } from '../../core/providers/catalogues';
import { walletNames } from '../../core/spending/credits';
import type { Drifted } from '../../core/spending/drift';
import type { Summary } from '../../core/spending/summary';
import type { Sums } from '../../core/spending/totals';
import { providerNames, walletDescriptions } from './accountNames';
import type { Formatter } from './formatter';
import type { RowText } from './rowText';

/** A row of the Spending view. */
export interface SpendingRowText extends RowText {
	readonly tooltip?: string;
}

export function switchText(): SpendingRowText {
	return {
		...row('Spend nothing', 'is on: nothing paid is sent'),
		tooltip: 'What costs credits is refused, and what waits is held. Click to change the setting.',
	};
}

/** What was spent since the beginning of the day or the month, and what is still to come. */
export function totalText(
	span: 'today' | 'month',
	{ charged, expected }: Sums,
	wallets: readonly ProviderId[],
	formatter: Formatter,
): SpendingRowText {
	const more = expected > 0 ? `, ${formatter.credits(expected)} more under way or waiting` : '';
	const label = span === 'today' ? 'Today' : 'This month';
	return {
		...row(label, `${formatter.credits(charged)}${more}${ofWallets(wallets)}`),
		tooltip:
			'By the services’ own figures, without what came back; what is under way counts with its estimate.',
	};
}

/** What is left of a limit: nothing where more is committed than it allows. */
export function leftOf(limit: number, committed: number): number {
	return Math.max(sumOf([limit, -committed]), 0);
}

/** A day's limit or, with a folder, that of this workspace folder. */
export function limitText(
	limit: number,
	committed: number,
	workspace: string | undefined,
	formatter: Formatter,
): SpendingRowText {
	const label = workspace === undefined ? 'Left today' : `Left for ${basename(workspace)}`;
	return {
		...row(label, `${formatter.credits(leftOf(limit, committed))} of ${limit}`),
		tooltip: `${formatter.credits(committed)} spent, under way or waiting. Credits of all wallets count. Click to change the limit.`,
	};
}

/** `at`: when the account said so, in ms since the epoch. */
export function balanceText(
	provider: ProviderId,
	{ available, frozen, at }: Balance & { readonly at: number },
	formatter: Formatter,
): SpendingRowText {
	const reserved = frozen > 0 ? `, ${formatter.credits(frozen)} reserved by unfinished tasks` : '';
	return {
		...row(`${providerNames[provider]} balance`, `${formatter.credits(available, provider)}${reserved}`),
		tooltip: `At ${formatter.time(at)}. Wallet: ${walletNames[provider]}.`,
	};
}

export function nothingText(): SpendingRowText {
	return row('Nothing was spent yet', '');
}

/** `day` is a local day, such as `2026-11-27`. */
export function dayText(
	day: string,
	summary: Summary,
	wallets: readonly ProviderId[],
	formatter: Formatter,
): SpendingRowText {
	return row(formatter.day(day), `${formatCost(summary, formatter)}${ofWallets(wallets)}`);
}

/** What one account cost on one day. */
export function providerText(provider: ProviderId, summary: Summary, formatter: Formatter): SpendingRowText {
	return {
		...row(providerNames[provider], formatCost(summary, formatter)),
		tooltip: `Wallet: ${walletDescriptions[provider]}.`,
	};
}

/** What one operation cost on one day, by one account. */
export function operationText(
	provider: ProviderId,
	operation: Operation,
	summary: Summary,
	formatter: Formatter,
): SpendingRowText {
	const { tasks, refunded, drifted } = summary;
	const parts = [
		`${formatCost(summary, formatter)}${formatDifference(drifted)}`,
		`${tasks} task${tasks === 1 ? '' : 's'}`,
		...(refunded > 0 ? [`${formatter.credits(refunded)} refunded`] : []),
	];
	return row(catalogueOf(provider).operations[operation]?.title ?? operation, parts.join(', '));
}

/** Why tasks were charged other than estimated, in paragraphs; empty where they were not. */
export function driftParagraphs(drifted: readonly Drifted[], formatter: Formatter): readonly string[] {
	if (drifted.length === 0) return [];
	const charges = drifted.map(
		({ model, estimate, charge }) => `${model ?? 'no model'}: ${formatter.drift(charge, estimate)}`,
	);
	return [...new Set(charges), 'The price table is out of date, or the account has a discount.'];
}

/** Before everything that a narrow view cuts off. */
function formatDifference(drifted: readonly Drifted[]): string {
	if (drifted.length === 0) return '';
	const difference = sumOf(drifted.flatMap(({ charge, estimate }) => [charge, -estimate]));
	if (difference === 0) return ' (not as estimated)';
	return ` (${Math.abs(difference)} ${difference > 0 ? 'more' : 'less'} than estimated)`;
}

/** Whose credits a sum is of; several have one only for a limit. */
function ofWallets(wallets: readonly ProviderId[]): string {
	return wallets.length === 0 ? '' : ` (${wallets.map((provider) => walletNames[provider]).join(' and ')})`;
}

function formatCost({ charged, expected }: Summary, formatter: Formatter): string {
	const toCome = expected > 0 ? ` and about ${formatter.credits(expected)} to come` : '';
	return `${formatter.credits(charged)}${toCome}`;
}

function row(label: string, description: string): RowText {
	return { label, description, spoken: description === '' ? label : `${label}: ${description}` };
}
