import * as vscode from 'vscode';
import { PropsmithError } from '../core/errors';
import type { Connection } from '../core/jobs/accounts';
import { type Balance, type ProviderId, providerIds } from '../core/providers/provider';
import type { AccountDirectory } from './accountDirectory';

/** What an account had when it was asked. */
export interface KnownBalance extends Balance {
	/** Names the key without telling it. */
	readonly account: string;
	/** Ms since the epoch. */
	readonly at: number;
}

const patienceMs = 10_000;

/** The accounts' balances as they were last told. Asking is free, and done only when somebody wants to see them. */
export class Balances implements vscode.Disposable {
	private readonly known = new Map<ProviderId, KnownBalance>();
	/** How often each account changed; an answer from before the last change comes too late. */
	private readonly changes = new Map<ProviderId, number>();
	private readonly changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.changed.event;
	private readonly subscription: vscode.Disposable;

	constructor(private readonly accounts: AccountDirectory) {
		this.subscription = accounts.onDidChange((provider) => void this.check(provider));
	}

	/** Undefined where nobody has asked yet. */
	of(provider: ProviderId): KnownBalance | undefined {
		return this.known.get(provider);
	}

	/** Asks one account. Rejects like `Accounts.connect` and `Provider.balance`; what was known stays then. */
	async ask(provider: ProviderId): Promise<KnownBalance> {
		const change = this.changes.get(provider);
		const { provider: service, account } = await this.accounts.connect(provider);
		const balance = await service.balance(AbortSignal.timeout(patienceMs)).catch((error: unknown) => {
			if (!(error instanceof DOMException)) throw error;
			throw new PropsmithError('serviceDown', { detail: 'no answer in time', cause: error });
		});
		const known = { ...balance, account, at: Date.now() };
		if (this.changes.get(provider) !== change && !(await this.isPresent(provider, account))) return known;
		this.known.set(provider, known);
		this.changed.fire();
		return known;
	}

	/** Asks every account that has a key and costs credits; those that do not answer keep what was known of them. */
	async askAll(): Promise<ReadonlyMap<ProviderId, KnownBalance | Error>> {
		const answers = new Map<ProviderId, KnownBalance | Error>();
		for (const provider of providerIds) {
			if (provider === 'sandbox') continue;
			const answer = await this.ask(provider).catch((error: Error) => error);
			if (!(answer instanceof PropsmithError && answer.code === 'keyMissing')) answers.set(provider, answer);
		}
		return answers;
	}

	dispose(): void {
		this.subscription.dispose();
		this.changed.dispose();
	}

	/** What the account of a former key has says nothing. */
	private async isPresent(provider: ProviderId, account: string): Promise<boolean> {
		const connection: Connection | undefined = await this.accounts.connect(provider).catch(() => undefined);
		return connection?.account === account;
	}

	/** The balance of a key that is no longer in use says nothing. */
	private async check(provider: ProviderId): Promise<void> {
		const change = (this.changes.get(provider) ?? 0) + 1;
		this.changes.set(provider, change);
		if (!this.known.has(provider)) return;
		const { account } = this.known.get(provider) ?? {};
		const isPresent = account !== undefined && (await this.isPresent(provider, account));
		if (isPresent || this.changes.get(provider) !== change) return;
		this.known.delete(provider);
		this.changed.fire();
	}
}
