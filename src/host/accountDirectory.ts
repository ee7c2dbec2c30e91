import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import { systemClock } from '../core/clock';
import { PropsmithError } from '../core/errors';
import { Emitter } from '../core/events';
import type { Accounts, Connection } from '../core/jobs/accounts';
import { type Tier, tripoTier } from '../core/limits/tiers';
import type { Log } from '../core/log';
import type { Http } from '../core/net/http';
import type { ProviderId } from '../core/providers/provider';
import { TripoClient } from '../core/providers/tripo/client';
import { type EmbeddedSandbox, embeddedSpeed } from './embeddedSandbox';
import type { KeyRing } from './keyRing';
import type { Settings } from './settings';

/** Opens the sandbox's account of this machine; a name, not a secret. */
const sandboxKey = 'tsk_embedded_sandbox';

/** Which accounts there are, and how to reach them. */
export class AccountDirectory implements Accounts, vscode.Disposable {
	private readonly changed = new Emitter<ProviderId>();
	readonly onDidChange = this.changed.event;
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		private readonly settings: Settings,
		private readonly keys: KeyRing,
		private readonly sandbox: EmbeddedSandbox,
		private readonly http: Http,
		private readonly log: Log,
		readonly userAgent: string,
	) {
		const tripoChanged = (): void => this.changed.fire('tripo');
		this.subscriptions = [keys.onDidChange(tripoChanged), settings.onDidChangeAccount(tripoChanged)];
	}

	/** The account that the next job runs on; undefined when the user has to choose. */
	async current(): Promise<ProviderId | undefined> {
		if (this.settings.account) return this.settings.account;
		return (await this.keys.tripoKey()) ? 'tripo' : undefined;
	}

	async connect(provider: ProviderId): Promise<Connection> {
		if (provider === 'sandbox') return this.client(await this.sandbox.baseUrl(), sandboxKey);
		const found = provider === 'tripo' ? await this.keys.tripoKey() : undefined;
		if (!found) throw new PropsmithError('keyMissing');
		return this.client(this.settings.tripoBaseUrl, found.key);
	}

	/** The account was seen to work: what waits for it may try again. */
	seemsUsable(provider: ProviderId): void {
		this.changed.fire(provider);
	}

	/** An account that is tried before its key is kept. */
	tryTripo(key: string): Connection {
		return this.client(this.settings.tripoBaseUrl, key);
	}

	tier(provider: ProviderId): Tier {
		if (provider === 'tripo') return tripoTier(this.settings.tripoTier, this.settings.tripoConcurrentTasks);
		const tier = tripoTier('default', 0);
		// The sandbox counts a minute of uploads in its own, faster time.
		return { ...tier, uploadsPerMinute: tier.uploadsPerMinute * embeddedSpeed };
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
		this.changed.dispose();
	}

	private client(baseUrl: string, key: string): Connection {
		if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl))
			throw new PropsmithError('serviceDown', { detail: `“${baseUrl}” is not a base URL` });
		const { http, log, userAgent } = this;
		const provider = new TripoClient({
			http,
			clock: systemClock,
			random: Math.random,
			log,
			baseUrl,
			key,
			userAgent,
		});
		return { provider, account: createHash('sha256').update(key).digest('hex').slice(0, 8) };
	}
}
