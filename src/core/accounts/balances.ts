import type { Clock } from '../base/clock';
import { type Disposable, Emitter } from '../base/events';
import { type ProviderId, paidProviderIds } from '../model/account';
import { PropsmithError } from '../model/errors';
import type { AccountBalance } from './account';
import type { AccountDirectory } from './accountDirectory';

/** What an account had when it was asked. */
export interface KnownBalance extends AccountBalance {
	/** Ms since the epoch. */
	readonly at: number;
}

export interface BalancesPorts {
	readonly accounts: Pick<AccountDirectory, 'keyFingerprint' | 'onDidChange'>;
	/** Asks one account, through the queue. */
	readonly balance: (provider: ProviderId) => Promise<AccountBalance>;
	readonly clock: Pick<Clock, 'now'>;
}

/** The accounts' balances as they were last told. Asking is free, and done only when somebody wants to see them. */
export class Balances implements Disposable {
	private readonly known = new Map<ProviderId, KnownBalance>();
	/** How often each account changed; an answer from before the last change comes too late. */
	private readonly changes = new Map<ProviderId, number>();
	private readonly changed = new Emitter<void>();
	readonly onDidChange = this.changed.event;
	private readonly subscription: Disposable;
	private disposed = false;

	constructor(private readonly ports: BalancesPorts) {
		this.subscription = ports.accounts.onDidChange((provider) => void this.check(provider));
	}

	/** Undefined where nobody has asked yet. */
	of(provider: ProviderId): KnownBalance | undefined {
		return this.known.get(provider);
	}

	/** Asks one account. Rejects like the verb `balance`; what was known stays then. */
	async ask(provider: ProviderId): Promise<KnownBalance> {
		const { balance, clock } = this.ports;
		const change = this.changes.get(provider);
		const known = { ...(await balance(provider)), at: clock.now() };
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
		for (const provider of paidProviderIds) {
			if (this.disposed) break;
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
		return (await this.ports.accounts.keyFingerprint(provider)) === account;
	}

	/** The balance of a key that is no longer in use says nothing. */
	private async check(provider: ProviderId): Promise<void> {
		const change = (this.changes.get(provider) ?? 0) + 1;
		this.changes.set(provider, change);
		const { account } = this.known.get(provider) ?? {};
		const isPresent = account !== undefined && (await this.isPresent(provider, account));
		if (isPresent || this.changes.get(provider) !== change || this.disposed) return;
		this.known.delete(provider);
		this.changed.fire();
	}
}
