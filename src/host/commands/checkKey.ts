import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { Balance, PaidProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { jobErrorOf } from '../../core/network/failure';
import type { InTurn } from '../../core/providers/provider';

/** Asks for the balance with a key that is not kept yet, for free; rejects when the service does not take it. */
export async function checkKey(
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
