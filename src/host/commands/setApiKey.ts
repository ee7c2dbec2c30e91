import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { PaidProviderId } from '../../core/model/account';
import { providerOfKey, readApiKey } from '../../core/providers/apiKey';
import { commandIds } from '../contributions';
import type { KeyRing } from '../keyRing';
import type { Settings } from '../settings';
import { providerNames } from '../text/accountNames';
import { formatBalance } from '../text/balanceText';
import { Formatter } from '../text/formatter';
import { checkKey } from './checkKey';
import type { Command } from './command';
import { askForKey, askForProvider } from './keyInput';
import { notifySharedLimits } from './sharedLimits';

/**
 * Asks for the key of any service, checks it with a free balance call, and keeps it only when the service takes it.
 * Answers the provider whose key was kept.
 */
export function setApiKey(
	accounts: AccountDirectory,
	keys: KeyRing,
	settings: Settings,
	queue: JobQueue,
): Command {
	return {
		id: commandIds.setApiKey,
		run: async (): Promise<PaidProviderId | undefined> => {
			const ticket = keys.ticket();
			const text = await askForKey();
			if (!text) return undefined;
			const read = readApiKey(text);
			if ('refused' in read) throw read.refused;
			const { key } = read;
			const provider = providerOfKey(key) ?? (await askForProvider('Select the service of this key'));
			if (!provider) return undefined;
			const balance = await checkKey(accounts, queue, provider, key);
			if (!(await keys.store(provider, key, ticket))) {
				void vscode.window.showInformationMessage(
					`Another ${providerNames[provider]} key was set or cleared meanwhile, so this one was not kept.`,
				);
				return undefined;
			}
			await settings.chooseAccount(provider);
			void vscode.window.showInformationMessage(
				`The key works: ${formatBalance(balance, provider, new Formatter(vscode.env.language))}. It is kept in VS Code’s secret storage.`,
			);
			void notifySharedLimits(queue, settings, provider, await accounts.keyFingerprint(provider));
			return provider;
		},
	};
}
