import type { Event } from '../events';
import type { Tier } from '../limits/tiers';
import type { Provider, ProviderId } from '../providers/provider';

/** An account that can be used now. */
export interface Connection {
	readonly provider: Provider;
	/** Names the key without telling it, so that a job knows which key made its task. */
	readonly account: string;
}

/** The accounts that jobs can run on. */
export interface Accounts {
	/** Rejects with a PropsmithError, such as `keyMissing`. */
	connect(provider: ProviderId): Promise<Connection>;
	tier(provider: ProviderId): Tier;
	/** A key, base URL or tier changed. */
	readonly onDidChange: Event<ProviderId>;
}
