import * as vscode from 'vscode';
import type { ProviderId } from '../../core/providers/provider';
import { consolePages } from '../../core/providers/tripo/pages';
import type { AccountDirectory } from '../accountDirectory';
import { commandIds } from '../contributions';
import type { KeyRing } from '../keyRing';
import type { Settings } from '../settings';

/** Lets the user choose the account; undefined when they leave without one. */
export async function chooseAccount(
	accounts: AccountDirectory,
	keys: KeyRing,
	settings: Settings,
): Promise<ProviderId | undefined> {
	const stored = await keys.tripoKey();
	const current = await accounts.current();
	const mark = (provider: ProviderId): string => (provider === current ? ' (in use)' : '');
	const items = [
		{
			label: `$(beaker) Use the sandbox${mark('sandbox')}`,
			detail: 'Free, offline, placeholder models. Nothing leaves this machine.',
			choice: 'sandbox' as const,
		},
		...(stored
			? [
					{
						label: `$(account) Use my Tripo account${mark('tripo')}`,
						detail: `Real models; costs API credits. Key ${sourceWords[stored.source]}.`,
						choice: 'tripo' as const,
					},
				]
			: []),
		{
			label: stored ? '$(key) Enter another Tripo key…' : '$(key) Enter a Tripo key…',
			detail:
				'Real models; costs API credits. The key is checked for free and kept in VS Code’s secret storage.',
			choice: 'enter' as const,
		},
		{ label: '$(link-external) Get a key…', detail: 'Opens Tripo’s API console.', choice: 'get' as const },
	];
	const picked = await vscode.window.showQuickPick(items, {
		title: 'Propsmith: Account',
		placeHolder: 'Who shall make the models?',
		ignoreFocusOut: true,
	});
	switch (picked?.choice) {
		case 'sandbox':
		case 'tripo':
			await settings.chooseAccount(picked.choice);
			return picked.choice;
		case 'enter':
			return (await vscode.commands.executeCommand<boolean>(commandIds.setApiKey)) ? 'tripo' : undefined;
		case 'get':
			await vscode.env.openExternal(vscode.Uri.parse(consolePages(settings.tripoBaseUrl).keys));
			return undefined;
		case undefined:
			return undefined;
	}
}

export const sourceWords = {
	stored: 'from VS Code’s secret storage',
	environment: 'from the environment variable TRIPO_API_KEY',
} as const;
