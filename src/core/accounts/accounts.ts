import type { Event } from '../base/events';
import type { ProviderId } from '../model/account';
import type { TaskOwner } from '../model/task';
import type { InTurn, Provider } from '../providers/provider';
import type { Tier } from '../providers/tiers';

/** An account that can be used now. */
export interface Connection extends TaskOwner {
	readonly provider: Provider;
}

/** The accounts that jobs can run on. */
export interface Accounts {
	/** Rejects with a PropsmithError, such as `keyMissing`. What has to be asked for it is asked in turn. */
	connect(provider: ProviderId, inTurn?: InTurn): Promise<Connection>;
	tier(provider: ProviderId): Tier;
	/** Each key has an account, and limits, of its own. Never when absent: an account's keys share its limits. */
	readonly limitsPerKey?: () => boolean;
	/** A key, base URL or tier changed. */
	readonly onDidChange: Event<ProviderId>;
}
