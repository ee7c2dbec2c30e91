import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import type { Accounts, Connection } from '../core/accounts/accounts';
import { systemClock } from '../core/base/clock';
import { Emitter } from '../core/base/events';
import type { Log } from '../core/base/log';
import { type PaidProviderId, type ProviderId, paidProviderIds } from '../core/model/account';
import { PropsmithError } from '../core/model/errors';
import type { Http } from '../core/network/http';
import { readApiKey } from '../core/providers/apiKey';
import type { ConsolePages } from '../core/providers/consolePages';
import { consolePages, meshyPages } from '../core/providers/consolePages';
import { MeshyClient } from '../core/providers/meshy/client';
import type { InTurn } from '../core/providers/provider';
import { hastened, meshyTier, type Tier, tripoTier } from '../core/providers/tiers';
import { TripoClient } from '../core/providers/tripo/client';
import { type RegionMemory, Regions, tripoRegions } from '../core/providers/tripo/regions';
import { type EmbeddedSandbox, embeddedSpeed } from './embeddedSandbox';
import type { KeyRing } from './keyRing';
import type { Settings } from './settings';

/** Opens the sandbox's account of this machine; a name, not a secret. */
const sandboxKey = 'tsk_embedded_sandbox';
/** How long a region may take to say whether it knows a key, in ms. */
const regionPatienceMs = 20_000;

/** Which accounts there are, and how to reach them. */
export class AccountDirectory implements Accounts, vscode.Disposable {
	private readonly changed = new Emitter<ProviderId>();
	readonly onDidChange = this.changed.event;
	private readonly subscriptions: vscode.Disposable[];
	private readonly regions: Regions;
	/** How often each account's key or address changed. */
	private readonly versions = new Map<ProviderId, number>();

	constructor(
		private readonly settings: Settings,
		private readonly keys: KeyRing,
		private readonly sandbox: EmbeddedSandbox,
		private readonly http: Http,
		private readonly log: Log,
		readonly userAgent: string,
		regionMemory: RegionMemory,
	) {
		this.regions = new Regions(regionMemory, (baseUrl, key) =>
			this.tripo(baseUrl, key).provider.balance(AbortSignal.timeout(regionPatienceMs)),
		);
		this.subscriptions = [
			keys.onDidChange((provider) => this.accountChanged(provider)),
			settings.onDidChangeAccount(() => {
				for (const provider of paidProviderIds) this.accountChanged(provider);
			}),
		];
	}

	/** The account that the next job runs on; undefined when the user has to choose. */
	async current(): Promise<ProviderId | undefined> {
		if (this.settings.account) return this.settings.account;
		for (const provider of paidProviderIds) if (await this.keys.find(provider)) return provider;
		return undefined;
	}

	async connect(provider: ProviderId, inTurn?: InTurn): Promise<Connection> {
		// Its port changes with every start; the account does not.
		if (provider === 'sandbox')
			return { ...this.tripo(await this.sandbox.baseUrl(), sandboxKey), region: 'sandbox' };
		for (;;) {
			const version = this.versions.get(provider);
			const found = await this.keys.find(provider);
			if (!found) throw new PropsmithError('keyMissing');
			if ('refused' in found) throw found.refused;
			const connection = await this.connectWith(provider, found.key, inTurn);
			// Finding the region takes a while: a key that was replaced meanwhile must not be used any more.
			if (this.versions.get(provider) === version) return connection;
		}
	}

	/** Names the present key without telling it; undefined where there is none. */
	async keyName(provider: ProviderId): Promise<string | undefined> {
		if (provider === 'sandbox') return accountOf(sandboxKey);
		const found = await this.keys.find(provider);
		return found && 'key' in found ? accountOf(found.key) : undefined;
	}

	/** An account by its key, which may not be kept yet. */
	async connectWith(provider: PaidProviderId, text: string, inTurn?: InTurn): Promise<Connection> {
		const read = readApiKey(text, provider);
		if ('refused' in read) throw read.refused;
		const { key } = read;
		if (provider === 'meshy') return this.meshy(key);
		const { tripoBaseUrl } = this.settings;
		// Only the default stands for both regions: a key goes nowhere else than where somebody said.
		const isDefault = tripoBaseUrl === tripoRegions.international;
		return this.tripo(isDefault ? await this.regions.of(accountOf(key), key, inTurn) : tripoBaseUrl, key);
	}

	limitsPerKey(): boolean {
		return this.settings.separateAccounts;
	}

	/** The account was seen to work: what waits for it may try again. */
	markReachable(provider: ProviderId): void {
		this.changed.fire(provider);
	}

	tier(provider: ProviderId): Tier {
		const { settings } = this;
		if (provider === 'tripo') return tripoTier(settings.tripoTier, settings.tripoConcurrentTasks);
		if (provider === 'meshy') return meshyTier(settings.meshyTier, settings.meshyConcurrentTasks);
		// The sandbox counts a minute of requests in its own, faster time.
		return hastened(tripoTier('default', 0), embeddedSpeed);
	}

	/** The service's own pages, for Tripo in the region of the key where that is known. */
	async pages(provider: PaidProviderId): Promise<ConsolePages> {
		if (provider === 'meshy') return meshyPages;
		const { tripoBaseUrl } = this.settings;
		const found = await this.keys.find('tripo');
		const region = found && 'key' in found ? this.regions.known(accountOf(found.key)) : undefined;
		return consolePages(
			tripoBaseUrl === tripoRegions.international ? (region ?? tripoBaseUrl) : tripoBaseUrl,
		);
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
		this.changed.dispose();
	}

	private accountChanged(provider: PaidProviderId): void {
		this.versions.set(provider, (this.versions.get(provider) ?? 0) + 1);
		this.changed.fire(provider);
	}

	private tripo(baseUrl: string, key: string): Connection {
		const provider = new TripoClient(this.parts(baseUrl, key));
		return { provider, account: accountOf(key), region: new URL(baseUrl).host };
	}

	private meshy(key: string): Connection {
		const parts = this.parts(this.settings.meshyBaseUrl, key);
		return {
			provider: new MeshyClient(parts),
			account: accountOf(key),
			region: new URL(parts.baseUrl).host,
		};
	}

	private parts(baseUrl: string, key: string) {
		if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl))
			throw new PropsmithError('baseUrlInvalid', { detail: `“${baseUrl}”` });
		const { http, log, userAgent } = this;
		return { http, clock: systemClock, random: Math.random, log, baseUrl, key, userAgent };
	}
}

/** Names a key without telling it. */
function accountOf(key: string): string {
	return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
