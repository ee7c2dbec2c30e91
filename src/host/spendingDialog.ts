import * as vscode from 'vscode';
import type { SpendingPolicy } from '../core/spending/guard';
import type { AccountDirectory } from './accountDirectory';
import type { Settings } from './settings';
import { formatCredits } from './views/jobLook';

/** How the spending guard asks: a modal with the sum, the balance and the wallet. */
export function spendingDialog(settings: Settings, accounts: AccountDirectory): SpendingPolicy {
	return {
		confirmAbove: () => settings.confirmAboveCredits,
		confirm: async ({ jobs, credits, unpriced }) => {
			const free = credits === 0 && unpriced === 0;
			const cost = free
				? 'They cost nothing in the sandbox.'
				: `Estimated cost: ${formatCredits(credits)}${unpriced > 0 ? `, and ${unpriced} of a model whose price is not known` : ''}, from the API wallet.`;
			const detail = free ? cost : `${cost}${await balanceNote(accounts)}`;
			const go = 'Generate';
			const question = `Generate ${jobs} model${jobs === 1 ? '' : 's'}?`;
			return (await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) === go;
		},
	};
}

/** The question is asked all the same when the balance cannot be had. */
async function balanceNote(accounts: AccountDirectory): Promise<string> {
	try {
		const { provider } = await accounts.connect('tripo');
		const { available } = await provider.balance(AbortSignal.timeout(5000));
		return ` Balance: ${formatCredits(available)}.`;
	} catch {
		return '';
	}
}
