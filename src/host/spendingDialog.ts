import * as vscode from 'vscode';
import type { Balances } from '../core/accounts/balances';
import type { Balance, ProviderId } from '../core/model/account';
import type { SpendingQuestion } from '../core/spending/question';
import type { Formatter } from './text/formatter';
import { payersOf, spendingHeadline, spendingLines } from './text/spendingQuestionText';

/** How the spending guard asks: a modal with the price of each step, the sum, the wallet and what is in it. */
export async function askToSpend(
	question: SpendingQuestion,
	balances: Balances,
	formatter: Formatter,
): Promise<boolean> {
	const known = await balancesOf(payersOf(question), balances);
	const detail = spendingLines(question, known, formatter).join('\n');
	const go = 'Generate';
	const answer = await vscode.window.showWarningMessage(
		spendingHeadline(question),
		{ modal: true, detail },
		go,
	);
	return answer === go;
}

/** Without those that cannot be had: the question is asked all the same. */
async function balancesOf(
	providers: readonly ProviderId[],
	balances: Balances,
): Promise<ReadonlyMap<ProviderId, Balance>> {
	const known = new Map<ProviderId, Balance>();
	await Promise.all(
		providers.map(async (provider) => {
			const balance = await balances.ask(provider).catch(() => undefined);
			if (balance) known.set(provider, balance);
		}),
	);
	return known;
}
