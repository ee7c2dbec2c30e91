import { createHash } from 'node:crypto';
import type { AccountAccess, Connection } from '../../src/core/accounts/accountAccess';
import { Emitter } from '../../src/core/base/events';
import type { PaidProviderId } from '../../src/core/model/account';
import { PropsmithError } from '../../src/core/model/errors';
import { MeshyClient, type MeshyClientOptions } from '../../src/core/providers/meshy/client';
import type { Provider } from '../../src/core/providers/provider';
import type { Tier } from '../../src/core/providers/tiers';
import { TripoClient } from '../../src/core/providers/tripo/client';

/** The user's account: key, address and limits, changed by a test as a user changes them in the editor. */
export class ServiceAccounts {
	tier: Tier = { concurrentTasks: 10, classes: {}, budgets: [] };
	/** The user says that each key is an account of its own. */
	separate = false;
	private readonly changed = new Emitter<PaidProviderId>();

	constructor(
		readonly provider: PaidProviderId,
		private baseUrl: string,
		private currentKey: string | undefined,
	) {}

	get key(): string {
		return this.currentKey ?? '';
	}

	setKey(key: string | undefined): void {
		this.currentKey = key;
		this.changed.fire(this.provider);
	}

	/** Without a word to the engine: the service came or went, not a setting. */
	moveTo(baseUrl: string): void {
		this.baseUrl = baseUrl;
	}

	with(parts: Omit<MeshyClientOptions, 'baseUrl' | 'key'>): AccountAccess {
		return {
			connect: async (): Promise<Connection> => {
				if (!this.currentKey) throw new PropsmithError('keyMissing');
				const { baseUrl, currentKey: key } = this;
				const account = createHash('sha256').update(key).digest('hex').slice(0, 8);
				const client: Provider =
					this.provider === 'meshy'
						? new MeshyClient({ ...parts, baseUrl, key })
						: new TripoClient({ ...parts, baseUrl, key });
				return { account, region: new URL(baseUrl).host, provider: client };
			},
			tier: () => this.tier,
			limitsPerKey: () => this.separate,
			onDidChange: this.changed.event,
		};
	}
}
