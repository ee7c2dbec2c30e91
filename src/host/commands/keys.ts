import * as vscode from 'vscode';
import { PropsmithError } from '../../core/errors';
import { jobErrorOf } from '../../core/jobs/fault';
import type { JobQueue } from '../../core/jobs/queue';
import {
	type Balance,
	type InTurn,
	type PaidProviderId,
	paidProviderIds,
} from '../../core/providers/provider';
import type { AccountDirectory } from '../accountDirectory';
import { commandIds } from '../contributions';
import { providerOfKey, refuseKey } from '../keyKinds';
import { type KeyRing, keyVariables } from '../keyRing';
import type { Settings } from '../settings';
import { formatCredits, providerNames } from '../views/jobLook';
import type { Command } from './command';
import { tellSharedLimits } from './sharedLimits';

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
			const key = (
				await vscode.window.showInputBox({
					title: 'Propsmith: API Key',
					prompt:
						'Starts with tsk_ (Tripo) or msy_ (Meshy). It is checked for free and kept in VS Code’s secret storage.',
					password: true,
					ignoreFocusOut: true,
					validateInput: (text) => (text === '' ? undefined : refuseKey(text)?.message),
				})
			)?.trim();
			if (!key) return undefined;
			const refused = refuseKey(key);
			if (refused) throw refused;
			const provider = providerOfKey(key) ?? (await askForProvider('Whose key is it?'));
			if (!provider) return undefined;
			const balance = await check(accounts, queue, provider, key);
			await keys.store(provider, key);
			await settings.chooseAccount(provider);
			void vscode.window.showInformationMessage(
				`The key works: ${balanceWords(balance)} at ${providerNames[provider]}. It is kept in VS Code’s secret storage.`,
			);
			void tellSharedLimits(queue, settings, provider, await accounts.keyName(provider));
			return provider;
		},
	};
}

async function askForProvider(
	placeHolder: string,
	offered: readonly PaidProviderId[] = paidProviderIds,
): Promise<PaidProviderId | undefined> {
	const items = offered.map((provider) => ({ label: providerNames[provider], provider }));
	const options = { title: 'Propsmith: API Key', placeHolder, ignoreFocusOut: true };
	return (await vscode.window.showQuickPick(items, options))?.provider;
}

async function check(
	accounts: AccountDirectory,
	queue: JobQueue,
	provider: PaidProviderId,
	key: string,
): Promise<Balance> {
	try {
		return await vscode.window.withProgress(
			{ location: vscode.ProgressLocation.Window, title: 'Checking the key (free)…' },
			async () => {
				const inTurn = turnsOf(queue, provider);
				const connection = await accounts.connectWith(provider, key, inTurn);
				return inTurn(() => connection.provider.balance(new AbortController().signal));
			},
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

/**
 * The key is not kept yet, and goes to no other window: so this one asks the service itself, at the account's pace.
 * Without trust no queue runs here, and one call by hand does no harm.
 */
function turnsOf(queue: JobQueue, provider: PaidProviderId): InTurn {
	return async (call) => {
		if (vscode.workspace.isTrusted) await queue.turn(provider);
		return call();
	};
}

export function clearApiKey(keys: KeyRing): Command {
	return {
		id: commandIds.clearApiKey,
		run: async () => {
			const stored: PaidProviderId[] = [];
			for (const provider of paidProviderIds)
				if ((await keys.find(provider))?.source === 'stored') stored.push(provider);
			const [only] = stored;
			if (!only) return void vscode.window.showInformationMessage('No key was stored.');
			const provider = stored.length === 1 ? only : await askForProvider('Which key shall go?', stored);
			if (!provider) return;
			await keys.clear(provider);
			const left = (await keys.find(provider))
				? `; the one from ${keyVariables[provider]} is in use now`
				: '';
			void vscode.window.showInformationMessage(
				`The key was removed from VS Code’s secret storage (${providerNames[provider]})${left}.`,
			);
		},
	};
}

/** What a wallet is good for. */
const wallets = {
	sandbox: 'of play money. Nothing here costs anything.',
	tripo: 'in the API wallet. Web-app (Studio) credits are separate.',
	meshy: 'in the account’s wallet, which the API and the web app share.',
} as const;

/** The account in use, where its key comes from, and what it has left. */
export function showBalance(
	accounts: AccountDirectory,
	keys: KeyRing,
	queue: JobQueue,
	ensureAccount: () => Promise<boolean>,
): Command {
	return {
		id: commandIds.showBalance,
		run: async () => {
			if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
			if (!(await ensureAccount())) return undefined;
			const provider = await accounts.current();
			if (!provider) return undefined;
			const balance = await queue.balance(provider);
			accounts.seemsUsable(provider);
			const from = provider === 'sandbox' ? '' : ` (${await sourceOf(keys, provider)})`;
			void vscode.window.showInformationMessage(
				`${providerNames[provider]}${from}: ${balanceWords(balance)} ${wallets[provider]}`,
			);
			return balance;
		},
	};
}

async function sourceOf(keys: KeyRing, provider: PaidProviderId): Promise<string> {
	const source = (await keys.find(provider))?.source;
	return source === 'environment'
		? `key from ${keyVariables[provider]}`
		: 'key from VS Code’s secret storage';
}

function balanceWords({ available, frozen }: Balance): string {
	return `${formatCredits(available)} available${frozen > 0 ? `, ${formatCredits(frozen)} reserved by unfinished tasks` : ''}`;
}
