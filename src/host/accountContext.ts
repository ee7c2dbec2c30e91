import * as vscode from 'vscode';
import type { AccountDirectory } from '../core/accounts/accountDirectory';
import type { JobQueue } from '../core/jobs/runner/queue';
import type { ErrorCode } from '../core/model/errors';
import { errorOf } from '../core/model/jobRecord';
import { accountContextKey } from './contributions';
import type { KeyRing } from './keyRing';
import type { Settings } from './settings';

/** Keeps the context key that the views' welcome texts look at. */
export class AccountContext implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable[];
	private shown: string | undefined;
	private updates = 0;
	/** Resolves when the key is set: a view that shows nothing before that shows no wrong welcome. */
	readonly known: Promise<void>;

	constructor(
		private readonly queue: JobQueue,
		private readonly accounts: AccountDirectory,
		settings: Settings,
		keys: KeyRing,
	) {
		const update = (): void => void this.update();
		this.subscriptions = [
			settings.onDidChangeAccount(update),
			keys.onDidChange(update),
			queue.onDidChange(({ job }) => {
				if (isRejected(errorOf(job.state)?.code) || this.shown === 'keyRejected') update();
			}),
		];
		// A keyring that fails leaves the key unset; it must not take the views with it.
		this.known = this.update().catch(() => {});
	}

	dispose(): void {
		// What is still being looked up comes too late.
		this.updates++;
		for (const subscription of this.subscriptions) subscription.dispose();
	}

	private async update(): Promise<void> {
		const rejected = this.queue
			.list()
			.some(({ state }) => state.kind === 'blocked' && isRejected(state.error.code));
		const update = ++this.updates;
		const value = rejected ? 'keyRejected' : ((await this.accounts.current()) ?? 'none');
		// A later update that was quicker knows better.
		if (update !== this.updates || value === this.shown) return;
		this.shown = value;
		await vscode.commands.executeCommand('setContext', accountContextKey, value);
	}
}

/** The key is there, and cannot be used. */
function isRejected(code: ErrorCode | undefined): boolean {
	return code === 'keyRejected' || code === 'keyIsClientId' || code === 'keyMalformed';
}
