import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { KeySource } from '../../core/accounts/keyStore';
import { type PaidProviderId, type ProviderId, paidProviderIds } from '../../core/model/account';
import { walletNames } from '../../core/spending/credits';
import { commandIds } from '../contributions';
import { type KeyRing, keyVariables } from '../keyRing';
import type { Settings } from '../settings';
import { providerNames } from '../text/accountNames';

type Choice =
	| { readonly kind: 'use'; readonly provider: ProviderId }
	| { readonly kind: 'enter' }
	| { readonly kind: 'get'; readonly provider: PaidProviderId };

type Item = vscode.QuickPickItem & { readonly choice: Choice };

/** Lets the user choose the account; undefined when they leave without one. */
export async function chooseAccount(
	accounts: AccountDirectory,
	keys: KeyRing,
	settings: Settings,
): Promise<ProviderId | undefined> {
	const picked = await vscode.window.showQuickPick(await itemsOf(accounts, keys), {
		title: 'Propsmith: Account',
		placeHolder: 'Select an account',
		ignoreFocusOut: true,
	});
	const choice = picked?.choice;
	switch (choice?.kind) {
		case 'use':
			await settings.chooseAccount(choice.provider);
			return choice.provider;
		case 'enter':
			return vscode.commands.executeCommand<PaidProviderId | undefined>(commandIds.setApiKey);
		case 'get':
			await vscode.env.openExternal(vscode.Uri.parse((await accounts.pages(choice.provider)).keys));
			return undefined;
		case undefined:
			return undefined;
	}
}

async function itemsOf(accounts: AccountDirectory, keys: KeyRing): Promise<Item[]> {
	const current = await accounts.current();
	const mark = (provider: ProviderId): string => (provider === current ? ' (in use)' : '');
	const own: Item[] = [];
	for (const provider of paidProviderIds) {
		const found = await keys.find(provider);
		if (!found) continue;
		own.push({
			label: `$(account) Use my ${providerNames[provider]} account${mark(provider)}`,
			detail: `Real models; costs ${walletNames[provider]}. Key ${formatKeySource(provider, found.source)}.`,
			choice: { kind: 'use', provider },
		});
	}
	return [
		{
			label: `$(beaker) Use the sandbox${mark('sandbox')}`,
			detail: 'Free, offline, placeholder models. Nothing leaves this machine.',
			choice: { kind: 'use', provider: 'sandbox' },
		},
		...own,
		{
			label: own.length > 0 ? '$(key) Enter another key…' : '$(key) Enter a key…',
			detail:
				'Of Tripo or Meshy. Real models; costs Tripo API credits or Meshy credits. The key is checked for free and kept in VS Code’s secret storage.',
			choice: { kind: 'enter' },
		},
		...paidProviderIds.map(
			(provider): Item => ({
				label: `$(link-external) Get a ${providerNames[provider]} key…`,
				detail: `Opens ${providerNames[provider]}’s page of API keys.`,
				choice: { kind: 'get', provider },
			}),
		),
	];
}

function formatKeySource(provider: PaidProviderId, source: KeySource): string {
	return source === 'stored'
		? 'from VS Code’s secret storage'
		: `from the environment variable ${keyVariables[provider]}`;
}
