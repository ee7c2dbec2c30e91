import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { PaidProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { commandIds } from '../contributions';
import { type KeyRing, keyVariables } from '../keyRing';
import { accountBalanceText } from '../text/balanceText';
import { Formatter } from '../text/formatter';
import type { Command } from './command';
import { jobOfRow } from './jobArgument';

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
			const source = provider === 'sandbox' ? undefined : await sourceOf(keys, provider);
			const text = accountBalanceText(provider, balance, source, new Formatter(vscode.env.language));
			void vscode.window.showInformationMessage(text);
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
