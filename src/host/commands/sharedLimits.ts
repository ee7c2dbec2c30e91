import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { PaidProviderId } from '../../core/model/account';
import { holdsSlot, ownerOf } from '../../core/model/jobRecord';
import type { Settings } from '../settings';
import { providerNames } from '../text/accountNames';

/**
 * Tasks of another key still count against the limits of the present one, because all keys of an account share them.
 * Where there are such tasks, says so, and lets the user say that the key is of another account.
 */
export async function notifySharedLimits(
	queue: JobQueue,
	settings: Settings,
	provider: PaidProviderId,
	/** Of the present key. */
	keyName: string | undefined,
): Promise<void> {
	if (settings.separateAccounts) return;
	const others = queue.list().filter(({ state, ...job }) => {
		const owner = ownerOf(state);
		return job.provider === provider && holdsSlot(state) && owner && owner.account !== keyName;
	}).length;
	if (others === 0) return;
	const tasks = others === 1 ? '1 task' : `${others} tasks`;
	const message = `${tasks} of another ${providerNames[provider]} key still count against the limit: all keys of one account share it.`;
	const chosen = await vscode.window.showInformationMessage(message, 'It Is Another Account');
	if (chosen) await settings.separateAccountsFromNow();
}
