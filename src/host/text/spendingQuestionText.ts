import type { Balance, ProviderId } from '../../core/model/account';
import { sumOf } from '../../core/model/account';
import { catalogueOf } from '../../core/providers/catalogues';
import type { SpendingItem, SpendingQuestion } from '../../core/spending/question';
import { walletDescriptions } from './accountNames';
import type { Formatter } from './formatter';

/** The accounts that would pay; the dialog tells what each has. */
export function payersOf({ items }: Pick<SpendingQuestion, 'items'>): ProviderId[] {
	return [...new Set(items.filter((item) => !isFree([item])).map(({ provider }) => provider))];
}

/** The question itself. */
export function spendingHeadline({ jobs, group, items }: SpendingQuestion): string {
	if (group?.kind === 'chain') return `Run the ${jobs} steps of “${group.title}”?`;
	const isModels = items.every(({ provider, operation }) => specOf(provider, operation)?.gives === 'model');
	return `Generate ${jobs} ${isModels ? 'model' : 'asset'}${jobs === 1 ? '' : 's'}?`;
}

/** What stands below it: the price of each step, the sum, the wallets and, where it is known, what is in them. */
export function spendingLines(
	question: SpendingQuestion,
	balances: ReadonlyMap<ProviderId, Balance>,
	formatter: Formatter,
): string[] {
	return [
		...stepLines(question, formatter),
		sumLine(question, formatter),
		...walletLines(question, balances, formatter),
	];
}

/** One line for each step, where there are several. */
function stepLines({ items, group }: SpendingQuestion, formatter: Formatter): string[] {
	if (items.length < 2) return [];
	return items.map((item, index) => {
		const mark = group?.kind === 'chain' ? `${index + 1}.` : `${item.jobs} ×`;
		return `${mark} ${nameOf(item)}: ${formatPrice(item, formatter)}${item.jobs > 1 ? ' each' : ''}`;
	});
}

function sumLine({ credits, unpriced, jobs, items }: SpendingQuestion, formatter: Formatter): string {
	if (isFree(items)) return 'They cost nothing in the sandbox.';
	const [item, ...others] = items;
	const each = item && others.length === 0 && jobs > 1 ? ` (${formatPrice(item, formatter)} each)` : '';
	const names = new Set(items.filter(isUnpriced).map(nameOf));
	const unknown = unpriced > 0 ? `, and what is not known: the price of ${[...names].join(', ')}` : '';
	const [wallet, ...more] = new Set(items.map(({ provider }) => provider));
	const sum = formatter.credits(credits, more.length === 0 ? wallet : undefined);
	return `Estimated cost: ${sum}${each}${unknown}.`;
}

/** What each account pays with, what it has, and what it lacks. */
function walletLines(
	question: SpendingQuestion,
	balances: ReadonlyMap<ProviderId, Balance>,
	formatter: Formatter,
): string[] {
	const payers = payersOf(question);
	return payers.map((provider) => {
		const own = question.items.filter((item) => item.provider === provider);
		const sum = sumOf(own.map(({ estimate = 0, jobs }) => estimate * jobs));
		const share = payers.length > 1 ? `${formatter.credits(sum)} of ` : '';
		const balance = formatBalance(sum, balances.get(provider), formatter);
		return `Wallet: ${share}${walletDescriptions[provider]}.${balance}`;
	});
}

function formatBalance(sum: number, balance: Balance | undefined, formatter: Formatter): string {
	if (!balance) return '';
	const lack = sumOf([sum, -balance.available]);
	const short = ` You are ${formatter.credits(lack)} short. Jobs that can’t be paid for wait until you top up.`;
	return ` Balance: ${formatter.credits(balance.available)}.${lack > 0 ? short : ''}`;
}

function nameOf({ provider, operation, model }: SpendingItem): string {
	const spec = specOf(provider, operation);
	const label = spec?.models?.list.find(({ id }) => id === model)?.label ?? model;
	return `${spec?.title ?? operation}${label === undefined ? '' : ` with ${label}`}`;
}

function formatPrice(item: SpendingItem, formatter: Formatter): string {
	if (isFree([item])) return 'free';
	return item.estimate === undefined ? 'price not known' : formatter.credits(item.estimate);
}

function isUnpriced({ estimate, provider }: SpendingItem): boolean {
	return estimate === undefined && provider !== 'sandbox';
}

function isFree(items: readonly SpendingItem[]): boolean {
	return items.every(({ provider }) => provider === 'sandbox');
}

function specOf(provider: ProviderId, operation: SpendingItem['operation']) {
	return catalogueOf(provider).operations[operation];
}
