import * as vscode from 'vscode';
import { type PaidProviderId, paidProviderIds } from '../../core/model/account';
import { commandIds } from '../contributions';
import { type KeyRing, keyVariables } from '../keyRing';
import { providerNames } from '../text/accountNames';
import type { Command } from './command';
import { askForProvider } from './keyInput';

/** Removes a stored key; one of the environment stays in use. */
export function clearApiKey(keys: KeyRing): Command {
	return {
		id: commandIds.clearApiKey,
		run: async () => {
			const ticket = keys.ticket();
			const stored: PaidProviderId[] = [];
			for (const provider of paidProviderIds)
				if ((await keys.find(provider))?.source === 'stored') stored.push(provider);
			const [only] = stored;
			if (!only) return void vscode.window.showInformationMessage('No key was stored.');
			const provider =
				stored.length === 1 ? only : await askForProvider('Select the API key to remove', stored);
			if (!provider) return;
			await keys.clear(provider, ticket);
			const left = (await keys.find(provider))
				? `; the one from ${keyVariables[provider]} is in use now`
				: '';
			void vscode.window.showInformationMessage(
				`The key was removed from VS Code’s secret storage (${providerNames[provider]})${left}.`,
			);
		},
	};
}
