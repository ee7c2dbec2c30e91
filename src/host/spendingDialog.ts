import * as vscode from 'vscode';
import type { Balances } from '../core/accounts/balances';
import type { ProviderId } from '../core/model/account';
import { sumOf } from '../core/model/account';
import { catalogueOf } from '../core/providers/catalogues';
import { walletDescriptions } from '../core/spending/credits';
import type { SpendingItem, SpendingQuestion } from '../core/spending/question';
import { formatCredits } from './views/jobPresentation';

/** How the spending guard asks: a modal with the price of each step, the sum, the wallet and what is in it. */
export async function askToSpend(question: SpendingQuestion, balances: Balances): Promise<boolean> {
	const detail = [...stepLines(question), sumLine(question), ...(await walletLines(question, balances))];
	const go = 'Generate';
	const answer = await vscode.window.showWarningMessage(
		headline(question),
		{ modal: true, detail: detail.join('\n') },
		go,
	);
	return answer === go;
}

function headline({ jobs, group, items }: SpendingQuestion): string {
	if (group?.kind === 'chain') return `Run the ${jobs} steps of “${group.title}”?`;
	const isModels = items.every(({ provider, operation }) => specOf(provider, operation)?.gives === 'model');
	return `Generate ${jobs} ${isModels ? 'model' : 'asset'}${jobs === 1 ? '' : 's'}?`;
}

/** One line for each step, where there are several. */
function stepLines({ items, group }: SpendingQuestion): string[] {
	if (items.length < 2) return [];
	return items.map((item, index) => {
		const mark = group?.kind === 'chain' ? `${index + 1}.` : `${item.jobs} ×`;
		return `${mark} ${nameOf(item)}: ${priceOf(item)}${item.jobs > 1 ? ' each' : ''}`;
	});
}

function sumLine({ credits, unpriced, jobs, items }: SpendingQuestion): string {
	if (isFree(items)) return 'They cost nothing in the sandbox.';
	const [item, ...others] = items;
	const each = item && others.length === 0 && jobs > 1 ? ` (${priceOf(item)} each)` : '';
	const names = new Set(items.filter(isUnpriced).map((one) => `${nameOf(one)}`));
	const unknown = unpriced > 0 ? `, and what is not known: the price of ${[...names].join(', ')}` : '';
	const [wallet, ...more] = new Set(items.map(({ provider }) => provider));
	const sum = formatCredits(credits, more.length === 0 ? wallet : undefined);
	return `Estimated cost: ${sum}${each}${unknown}.`;
}

/** What each account pays with, what it has, and what it lacks. */
async function walletLines({ items }: SpendingQuestion, balances: Balances): Promise<string[]> {
	const providers = [...new Set(items.filter((item) => !isFree([item])).map(({ provider }) => provider))];
	return Promise.all(
		providers.map(async (provider) => {
			const own = items.filter((item) => item.provider === provider);
			const sum = sumOf(own.map(({ estimate = 0, jobs }) => estimate * jobs));
			const share = providers.length > 1 ? `${formatCredits(sum)} of ` : '';
			return `Wallet: ${share}${walletDescriptions[provider]}.${await balanceNote(provider, sum, balances)}`;
		}),
	);
}

/** The question is asked all the same when the balance cannot be had. */
async function balanceNote(provider: ProviderId, sum: number, balances: Balances): Promise<string> {
	const balance = await balances.ask(provider).catch(() => undefined);
	if (!balance) return '';
	const lack = sumOf([sum, -balance.available]);
	const short =
		lack > 0
			? ` You are ${formatCredits(lack)} short. Jobs that can’t be paid for wait until you top up.`
			: '';
	return ` Balance: ${formatCredits(balance.available)}.${short}`;
}

function nameOf({ provider, operation, model }: SpendingItem): string {
	const spec = specOf(provider, operation);
	const label = spec?.models?.list.find(({ id }) => id === model)?.label ?? model;
	return `${spec?.title ?? operation}${label === undefined ? '' : ` with ${label}`}`;
}

function priceOf(item: SpendingItem): string {
	if (isFree([item])) return 'free';
	return item.estimate === undefined ? 'price not known' : formatCredits(item.estimate);
}

function isUnpriced(item: SpendingItem): boolean {
	return item.estimate === undefined && item.provider !== 'sandbox';
}

function isFree(items: readonly SpendingItem[]): boolean {
	return items.every(({ provider }) => provider === 'sandbox');
}

function specOf(provider: ProviderId, operation: SpendingItem['operation']) {
	return catalogueOf(provider).operations[operation];
}
