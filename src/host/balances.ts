import * as vscode from 'vscode';
import type { JobQueue } from '../core/jobs/runner/queue';
import type { AccountBalance } from '../core/jobs/runner/verbs';
import { type ProviderId, providerIds } from '../core/model/account';
import { PropsmithError } from '../core/model/errors';
import type { AccountDirectory } from './accountDirectory';

/** What an account had when it was asked. */
export interface KnownBalance extends AccountBalance {
	/** Ms since the epoch. */
	readonly at: number;
}

/** The accounts' balances as they were last told. Asking is free, and done only when somebody wants to see them. */
export class Balances implements vscode.Disposable {
	private readonly known = new Map<ProviderId, KnownBalance>();
	/** How often each account changed; an answer from before the last change comes too late. */
	private readonly changes = new Map<ProviderId, number>();
	private readonly changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.changed.event;
	private readonly subscription: vscode.Disposable;
	private disposed = false;

	constructor(
		private readonly accounts: AccountDirectory,
		/** Made later than this: its guard tells balances. */
		private readonly queue: () => Pick<JobQueue, 'call'>,
	) {
		this.subscription = accounts.onDidChange((provider) => void this.check(provider));
	}

	/** Undefined where nobody has asked yet. */
	of(provider: ProviderId): KnownBalance | undefined {
		return this.known.get(provider);
	}

	/** Asks one account. Rejects like the verb `balance`; what was known stays then. */
	async ask(provider: ProviderId): Promise<KnownBalance> {
		const change = this.changes.get(provider);
		const known = { ...(await this.queue().call('balance', provider)), at: Date.now() };
		if (this.changes.get(provider) !== change && !(await this.isPresent(provider, known.account)))
			return known;
		if (this.disposed) return known;
		this.known.set(provider, known);
		this.changed.fire();
		return known;
	}

	/** Asks every account that has a key and costs credits; those that do not answer keep what was known of them. */
	async askAll(): Promise<ReadonlyMap<ProviderId, KnownBalance | Error>> {
		const answers = new Map<ProviderId, KnownBalance | Error>();
		for (const provider of providerIds) {
			if (provider === 'sandbox' || this.disposed) continue;
			const answer = await this.ask(provider).catch((error: Error) => error);
			if (!(answer instanceof PropsmithError && answer.code === 'keyMissing')) answers.set(provider, answer);
		}
		return answers;
	}

	dispose(): void {
		this.disposed = true;
		this.subscription.dispose();
		this.changed.dispose();
	}

	/** What the account of a former key has says nothing. */
	private async isPresent(provider: ProviderId, account: string): Promise<boolean> {
		return (await this.accounts.keyName(provider)) === account;
	}

	/** The balance of a key that is no longer in use says nothing. */
	private async check(provider: ProviderId): Promise<void> {
		const change = (this.changes.get(provider) ?? 0) + 1;
		this.changes.set(provider, change);
		if (!this.known.has(provider)) return;
		const { account } = this.known.get(provider) ?? {};
		const isPresent = account !== undefined && (await this.isPresent(provider, account));
		if (isPresent || this.changes.get(provider) !== change || this.disposed) return;
		this.known.delete(provider);
		this.changed.fire();
	}
}
