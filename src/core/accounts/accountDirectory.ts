import { type Disposable, Emitter } from '../base/events';
import { type PaidProviderId, type ProviderId, paidProviderIds } from '../model/account';
import { PropsmithError } from '../model/errors';
import { readApiKey } from '../providers/apiKey';
import type { ConsolePages } from '../providers/consolePages';
import { consolePages, meshyPages } from '../providers/consolePages';
import type { InTurn } from '../providers/provider';
import {
	hastened,
	type MeshyTierId,
	meshyTier,
	type Tier,
	type TripoTierId,
	tripoTier,
} from '../providers/tiers';
import { type RegionMemory, Regions, tripoRegions } from '../providers/tripo/regions';
import type { AccountAccess, Connection } from './accountAccess';
import type { KeyStore } from './keyStore';
import { type ClientTools, keyFingerprint, ServiceClients } from './serviceClients';

/** Opens the sandbox's account of this machine; a name, not a secret. */
const sandboxKey = 'tsk_embedded_sandbox';
/** How long a region may take to say whether it knows a key, in ms. */
const regionPatienceMs = 20_000;

/** What the user set of their accounts: always current. */
export interface AccountSettings {
	/** The account that new jobs run on; empty until the user chose. */
	readonly account: '' | ProviderId;
	/** Each key has limits of its own. */
	readonly separateAccounts: boolean;
	readonly tripoBaseUrl: string;
	readonly tripoTier: TripoTierId;
	/** As agreed with the vendor, like Meshy's. */
	readonly tripoConcurrentTasks: number;
	readonly meshyBaseUrl: string;
	readonly meshyTier: MeshyTierId;
	readonly meshyConcurrentTasks: number;
	onDidChangeAccount(listener: () => void): Disposable;
}

/** The simulated service of this window. */
export interface LocalSandbox {
	/** Base URL of its Tripo service; starts it at first use. */
	baseUrl(): Promise<string>;
	/** Simulated seconds per real second. */
	readonly speed: number;
}

export interface AccountDirectoryPorts extends ClientTools {
	readonly settings: AccountSettings;
	readonly keys: KeyStore;
	readonly sandbox: LocalSandbox;
	readonly regionMemory: RegionMemory;
}

/** Which accounts there are, by the user's keys and settings, and how to reach them. */
export class AccountDirectory implements AccountAccess, Disposable {
	private readonly changed = new Emitter<ProviderId>();
	readonly onDidChange = this.changed.event;
	private readonly subscriptions: Disposable[];
	private readonly clients: ServiceClients;
	private readonly regions: Regions;
	/** How often each account's key or address changed. */
	private readonly versions = new Map<ProviderId, number>();

	constructor(private readonly ports: AccountDirectoryPorts) {
		const { settings, keys, regionMemory } = ports;
		this.clients = new ServiceClients(ports);
		this.regions = new Regions(regionMemory, (baseUrl, key) =>
			this.clients.tripo(baseUrl, key).provider.balance(AbortSignal.timeout(regionPatienceMs)),
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
		const { settings, keys } = this.ports;
		if (settings.account) return settings.account;
		for (const provider of paidProviderIds) if (await keys.find(provider)) return provider;
		return undefined;
	}

	async connect(provider: ProviderId, inTurn?: InTurn): Promise<Connection> {
		const { keys, sandbox } = this.ports;
		// Its port changes with every start; the account does not.
		if (provider === 'sandbox')
			return { ...this.clients.tripo(await sandbox.baseUrl(), sandboxKey), region: 'sandbox' };
		for (;;) {
			const version = this.versions.get(provider);
			const found = await keys.find(provider);
			if (!found) throw new PropsmithError('keyMissing');
			if ('refused' in found) throw found.refused;
			const connection = await this.connectWith(provider, found.key, inTurn);
			// Finding the region takes a while: a key that was replaced meanwhile must not be used any more.
			if (this.versions.get(provider) === version) return connection;
		}
	}

	/** Names the present key without telling it; undefined where there is none. */
	async keyFingerprint(provider: ProviderId): Promise<string | undefined> {
		return provider === 'sandbox' ? keyFingerprint(sandboxKey) : this.fingerprintOf(provider);
	}

	/** An account by its key, which may not be kept yet. */
	async connectWith(provider: PaidProviderId, text: string, inTurn?: InTurn): Promise<Connection> {
		const read = readApiKey(text, provider);
		if ('refused' in read) throw read.refused;
		const { key } = read;
		const { meshyBaseUrl, tripoBaseUrl } = this.ports.settings;
		if (provider === 'meshy') return this.clients.meshy(meshyBaseUrl, key);
		// Only the default stands for both regions: a key goes nowhere else than where somebody said.
		const isDefault = tripoBaseUrl === tripoRegions.international;
		const baseUrl = isDefault ? await this.regions.of(keyFingerprint(key), key, inTurn) : tripoBaseUrl;
		return this.clients.tripo(baseUrl, key);
	}

	limitsPerKey(): boolean {
		return this.ports.settings.separateAccounts;
	}

	/** The account was seen to work: what waits for it may try again. */
	markReachable(provider: ProviderId): void {
		this.changed.fire(provider);
	}

	tier(provider: ProviderId): Tier {
		const { settings, sandbox } = this.ports;
		if (provider === 'tripo') return tripoTier(settings.tripoTier, settings.tripoConcurrentTasks);
		if (provider === 'meshy') return meshyTier(settings.meshyTier, settings.meshyConcurrentTasks);
		// The sandbox counts a minute of requests in its own, faster time.
		return hastened(tripoTier('default', 0), sandbox.speed);
	}

	/** The service's own pages, for Tripo in the region of the key where that is known. */
	async pages(provider: PaidProviderId): Promise<ConsolePages> {
		if (provider === 'meshy') return meshyPages;
		const { tripoBaseUrl } = this.ports.settings;
		const fingerprint = await this.fingerprintOf('tripo');
		const region = fingerprint === undefined ? undefined : this.regions.known(fingerprint);
		return consolePages(
			tripoBaseUrl === tripoRegions.international ? (region ?? tripoBaseUrl) : tripoBaseUrl,
		);
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
		this.changed.dispose();
	}

	private async fingerprintOf(provider: PaidProviderId): Promise<string | undefined> {
		const found = await this.ports.keys.find(provider);
		return found && 'key' in found ? keyFingerprint(found.key) : undefined;
	}

	private accountChanged(provider: PaidProviderId): void {
		this.versions.set(provider, (this.versions.get(provider) ?? 0) + 1);
		this.changed.fire(provider);
	}
}
