import { Emitter } from '../base/events';
import type { ProviderId } from '../model/account';
import { Account, type AccountPorts } from './account';
import type { SlotsState } from './slots';

/** The user's accounts, one for each provider. */
export class Accounts {
	private readonly accounts = new Map<ProviderId, Account>();
	private readonly changed = new Emitter<void>();
	/** Tells of every change of `states`. */
	readonly onDidChange = this.changed.event;

	constructor(private readonly ports: AccountPorts) {}

	of(id: ProviderId): Account {
		let account = this.accounts.get(id);
		if (!account) {
			account = new Account(id, this.ports, () => this.changed.fire());
			this.accounts.set(id, account);
		}
		return account;
	}

	/** Of the accounts that have been used since the engine started. */
	states(): (SlotsState & { readonly provider: ProviderId })[] {
		return [...this.accounts.values()]
			.filter(({ isUsed }) => isUsed)
			.map(({ providerId, state }) => ({ provider: providerId, ...state }));
	}

	/** From now on, accounts hear of their new keys, addresses and limits. */
	listen(): void {
		const { access, stopping } = this.ports;
		const subscription = access.onDidChange((provider) => this.of(provider).changed());
		stopping.addEventListener('abort', () => subscription.dispose(), { once: true });
	}
}
