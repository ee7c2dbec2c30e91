import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import { walletNames } from '../../core/spending/credits';
import { commandIds } from '../contributions';
import { chooseAccount } from '../forms/accountInput';
import type { KeyRing } from '../keyRing';
import type { Settings } from '../settings';
import { providerNames } from '../text/accountNames';
import type { Command } from './command';

export function chooseAccountCommand(accounts: AccountDirectory, keys: KeyRing, settings: Settings): Command {
	return {
		id: commandIds.chooseAccount,
		run: async () => {
			const chosen = await chooseAccount(accounts, keys, settings);
			if (chosen === 'sandbox')
				void vscode.window.showInformationMessage(
					'The sandbox makes the models: free, offline, placeholders to greybox with.',
				);
			else if (chosen)
				void vscode.window.showInformationMessage(
					`Your ${providerNames[chosen]} account makes the models; they cost ${walletNames[chosen]}.`,
				);
			return chosen;
		},
	};
}
