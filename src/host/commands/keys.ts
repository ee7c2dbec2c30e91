import * as vscode from 'vscode';
import { PropsmithError } from '../../core/errors';
import { jobErrorOf } from '../../core/jobs/fault';
import type { Balance } from '../../core/providers/provider';
import type { AccountDirectory } from '../accountDirectory';
import { commandIds } from '../contributions';
import { type KeyRing, keyVariable, refuseKey } from '../keyRing';
import type { Settings } from '../settings';
import { formatCredits } from '../views/jobLook';
import type { Command } from './command';

/** Asks for the key, checks it with a free balance call, and keeps it only when the service takes it. */
export function setApiKey(accounts: AccountDirectory, keys: KeyRing, settings: Settings): Command {
	return {
		id: commandIds.setApiKey,
		run: async () => {
			const key = (
				await vscode.window.showInputBox({
					title: 'Propsmith: Tripo API Key',
					prompt: 'Starts with tsk_. It is checked for free and kept in VS Code’s secret storage.',
					password: true,
					ignoreFocusOut: true,
					validateInput: (text) => (text === '' ? undefined : refuseKey(text)?.message),
				})
			)?.trim();
			if (!key) return false;
			const refused = refuseKey(key);
			if (refused) throw refused;
			const balance = await check(accounts, key);
			await keys.store(key);
			await settings.chooseAccount('tripo');
			void vscode.window.showInformationMessage(
				`The key works: ${balanceWords(balance)}. It is kept in VS Code’s secret storage.`,
			);
			return true;
		},
	};
}

async function check(accounts: AccountDirectory, key: string): Promise<Balance> {
	try {
		return await vscode.window.withProgress(
			{ location: vscode.ProgressLocation.Window, title: 'Checking the key (free)…' },
			() => accounts.tryTripo(key).provider.balance(new AbortController().signal),
		);
	} catch (error) {
		const { code, detail, requestId } = jobErrorOf(error);
		throw new PropsmithError(code, {
			detail: `${detail ?? ''}; the key was not kept`.replace(/^; /, ''),
			requestId,
			cause: error,
		});
	}
}

export function clearApiKey(keys: KeyRing): Command {
	return {
		id: commandIds.clearApiKey,
		run: async () => {
			const found = await keys.tripoKey();
			if (found?.source === 'stored') await keys.clear();
			const left = await keys.tripoKey();
			const message = left
				? `No key is stored; the one from the environment variable ${keyVariable} is in use.`
				: found
					? 'The key was removed from VS Code’s secret storage.'
					: 'No key was stored.';
			void vscode.window.showInformationMessage(message);
		},
	};
}

/** The account in use, where its key comes from, and what it has left. */
export function showBalance(
	accounts: AccountDirectory,
	keys: KeyRing,
	ensureAccount: () => Promise<boolean>,
): Command {
	return {
		id: commandIds.showBalance,
		run: async () => {
			if (!(await ensureAccount())) return undefined;
			const provider = await accounts.current();
			if (!provider) return undefined;
			const { provider: service } = await accounts.connect(provider);
			const balance = await service.balance(new AbortController().signal);
			accounts.seemsUsable(provider);
			const source = (await keys.tripoKey())?.source;
			const from = source === 'environment' ? `key from ${keyVariable}` : 'key from VS Code’s secret storage';
			const message =
				provider === 'sandbox'
					? `Sandbox: ${balanceWords(balance)} of play money. Nothing here costs anything.`
					: `Tripo (${from}): ${balanceWords(balance)} in the API wallet. Web-app (Studio) credits are separate.`;
			void vscode.window.showInformationMessage(message);
			return balance;
		},
	};
}

function balanceWords({ available, frozen }: Balance): string {
	return `${formatCredits(available)} available${frozen > 0 ? `, ${formatCredits(frozen)} reserved by unfinished tasks` : ''}`;
}
