import * as vscode from 'vscode';
import type { ProviderId } from '../../core/providers/provider';
import type { AccountDirectory } from '../accountDirectory';
import { commandIds } from '../contributions';
import type { KeyRing } from '../keyRing';
import type { Settings } from '../settings';

/** The page of Tripo's console that shows API keys, in the key's region. */
export function keyPage(baseUrl: string): vscode.Uri {
	const china = /tripo3d\.com/.test(baseUrl);
	return vscode.Uri.parse(
		china ? 'https://developers.tripo3d.com/zh/keys' : 'https://developers.tripo3d.ai/en/keys',
	);
}

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
			await vscode.env.openExternal(keyPage(settings.tripoBaseUrl));
			return undefined;
		case undefined:
			return undefined;
	}
}

export const sourceWords = {
	stored: 'from VS Code’s secret storage',
	environment: 'from the environment variable TRIPO_API_KEY',
} as const;
