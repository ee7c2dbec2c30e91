import type { Event } from '../base/events';
import type { ProviderId } from '../model/account';
import type { TaskOwner } from '../model/task';
import type { InTurn, Provider } from '../providers/provider';
import type { Tier } from '../providers/tiers';

/** An account's client, with the key that is in use now. */
export interface Connection extends TaskOwner {
	readonly provider: Provider;
}

/** What the user's keys and settings say of the accounts. */
export interface AccountAccess {
	/** Rejects with a PropsmithError, such as `keyMissing`. What has to be asked for it is asked in turn. */
	connect(provider: ProviderId, inTurn?: InTurn): Promise<Connection>;
	tier(provider: ProviderId): Tier;
	/** Each key has an account, and limits, of its own. Never when absent: an account's keys share its limits. */
	readonly limitsPerKey?: () => boolean;
	/** A key, base URL or tier changed. */
	readonly onDidChange: Event<ProviderId>;
}
