import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { JobQueue } from '../../core/jobs/runner/queue';
import {
	type Balance,
	type PaidProviderId,
	type ProviderId,
	paidProviderIds,
} from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { jobErrorOf } from '../../core/network/failure';
import { providerOfKey, readApiKey } from '../../core/providers/apiKey';
import type { InTurn } from '../../core/providers/provider';
import { commandIds } from '../contributions';
import { type KeyRing, keyVariables } from '../keyRing';
import type { Settings } from '../settings';
import { formatCredits, providerNames } from '../views/jobPresentation';
import type { Command } from './command';
import { jobOfRow } from './jobArgument';
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
			const text = await vscode.window.showInputBox({
				title: 'Propsmith: API Key',
				prompt:
					'Starts with tsk_ (Tripo) or msy_ (Meshy). It is checked for free and kept in VS Code’s secret storage.',
				password: true,
				ignoreFocusOut: true,
				validateInput: (typed) => (typed === '' ? undefined : refusalOf(typed)?.message),
			});
			if (!text) return undefined;
			const read = readApiKey(text);
			if ('refused' in read) throw read.refused;
			const { key } = read;
			const provider = providerOfKey(key) ?? (await askForProvider('Select the service of this key'));
			if (!provider) return undefined;
			const balance = await check(accounts, queue, provider, key);
			if (!(await keys.store(provider, key, ticket))) {
				void vscode.window.showInformationMessage(
					`Another ${providerNames[provider]} key was set or cleared meanwhile, so this one was not kept.`,
				);
				return undefined;
			}
			await settings.chooseAccount(provider);
			void vscode.window.showInformationMessage(
				`The key works: ${formatBalance(balance, provider)}. It is kept in VS Code’s secret storage.`,
			);
			void notifySharedLimits(queue, settings, provider, await accounts.keyFingerprint(provider));
			return provider;
		},
	};
}

function refusalOf(text: string): PropsmithError | undefined {
	const read = readApiKey(text);
	return 'refused' in read ? read.refused : undefined;
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
		if (vscode.workspace.isTrusted) await queue.call('turn', provider);
		return call();
	};
}

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

/** What tells a wallet from the services' others. */
const wallets = {
	sandbox: 'Play money: nothing here costs anything.',
	tripo: 'Studio credits are another wallet.',
	meshy: 'The API and the web app share them.',
} as const;

/** The account in use, or that of the job that a message is about: where its key comes from, and what it has left. */
export function showBalance(
	accounts: AccountDirectory,
	keys: KeyRing,
	queue: JobQueue,
	ensureAccount: () => Promise<boolean>,
): Command {
	return {
		id: commandIds.showBalance,
		run: async (argument) => {
			if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
			const job = jobOfRow(queue, argument);
			if (!job && !(await ensureAccount())) return undefined;
			const provider = job?.provider ?? (await accounts.current());
			if (!provider) return undefined;
			const balance = await queue.call('balance', provider);
			accounts.markReachable(provider);
			const from = provider === 'sandbox' ? '' : ` (${await sourceOf(keys, provider)})`;
			void vscode.window.showInformationMessage(
				`${providerNames[provider]}${from}: ${formatBalance(balance, provider)}. ${wallets[provider]}`,
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

function formatBalance({ available, frozen }: Balance, provider: ProviderId): string {
	return `${formatCredits(available, provider)} available${frozen > 0 ? `, ${formatCredits(frozen)} reserved by unfinished tasks` : ''}`;
}
