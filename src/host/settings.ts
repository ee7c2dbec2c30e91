import * as vscode from 'vscode';
import { type ProviderId, providerIds } from '../core/model/account';
import type { PresetSetting } from '../core/presets/presetSetting';
import { type MeshyTierId, meshyTierIds, type TripoTierId } from '../core/providers/tiers';
import { settingKeys, settingSection } from './contributions';

/** The account that a user chose; empty until they did. */
export type AccountChoice = '' | ProviderId;

/** The settings as the product uses them: always current, and within their ranges whatever the file says. */
export class Settings {
	/** The choice of account, or anything that a connection depends on, VS Code's own settings of the network included. */
	onDidChangeAccount(listener: () => void): vscode.Disposable {
		const { account, separateAccounts, tripoBaseUrl, tripoTier, tripoConcurrentTasks } = settingKeys;
		const { meshyBaseUrl, meshyTier, meshyConcurrentTasks } = settingKeys;
		const keys = [account, separateAccounts, tripoBaseUrl, tripoTier, tripoConcurrentTasks];
		const own = onDidChange([...keys, meshyBaseUrl, meshyTier, meshyConcurrentTasks], listener);
		const network = vscode.workspace.onDidChangeConfiguration((change) => {
			if (change.affectsConfiguration('http')) listener();
		});
		return vscode.Disposable.from(own, network);
	}

	/** VS Code's patch of Node's modules leaves this one to whoever sends the request. */
	get strictTls(): boolean {
		return vscode.workspace.getConfiguration('http').get('proxyStrictSSL') !== false;
	}

	get account(): AccountChoice {
		const value = read(settingKeys.account);
		return providerIds.find((provider) => provider === value) ?? '';
	}

	async chooseAccount(account: AccountChoice): Promise<void> {
		const configuration = vscode.workspace.getConfiguration(settingSection);
		await configuration.update(settingKeys.account, account, vscode.ConfigurationTarget.Global);
	}

	/** Each key has limits of its own; otherwise all keys of one service and region share those of one account. */
	get separateAccounts(): boolean {
		return read(settingKeys.separateAccounts) === true;
	}

	async separateAccountsFromNow(): Promise<void> {
		const configuration = vscode.workspace.getConfiguration(settingSection);
		await configuration.update(settingKeys.separateAccounts, true, vscode.ConfigurationTarget.Global);
	}

	get tripoBaseUrl(): string {
		return baseUrl(settingKeys.tripoBaseUrl);
	}

	get meshyBaseUrl(): string {
		return baseUrl(settingKeys.meshyBaseUrl);
	}

	get tripoTier(): TripoTierId {
		return read(settingKeys.tripoTier) === 'enterprise' ? 'enterprise' : 'default';
	}

	/** As agreed with the vendor; counts in the enterprise tier only. */
	get tripoConcurrentTasks(): number {
		return within(read(settingKeys.tripoConcurrentTasks), 1, 100, 10);
	}

	get meshyTier(): MeshyTierId {
		const value = read(settingKeys.meshyTier);
		return meshyTierIds.find((id) => id === value) ?? 'pro';
	}

	/** As agreed with the vendor; counts in the enterprise tier only. */
	get meshyConcurrentTasks(): number {
		return within(read(settingKeys.meshyConcurrentTasks), 1, 1000, 50);
	}

	get confirmAboveCredits(): number {
		return within(read(settingKeys.confirmAboveCredits), 0, Number.MAX_SAFE_INTEGER, 100);
	}

	/** Credits of one day; undefined where there is no limit. */
	get dailyCreditLimit(): number | undefined {
		return limit(read(settingKeys.dailyCreditLimit));
	}

	/** Credits in all of a workspace folder; undefined where there is no limit. */
	workspaceCreditLimit(scope: vscode.Uri): number | undefined {
		return limit(read(settingKeys.workspaceCreditLimit, scope));
	}

	get spendNothing(): boolean {
		return read(settingKeys.spendNothing) === true;
	}

	/** A limit of spending, or the switch. */
	readonly onDidChangeSpending = (listener: () => void): vscode.Disposable => {
		const { dailyCreditLimit, workspaceCreditLimit, spendNothing } = settingKeys;
		return onDidChange([dailyCreditLimit, workspaceCreditLimit, spendNothing], listener);
	};

	get historyLimit(): number {
		return within(read(settingKeys.historyLimit), 0, 100_000, 1000);
	}

	outputFolder(scope: vscode.Uri | undefined): string {
		return String(read(settingKeys.outputFolder, scope) ?? '').trim();
	}

	/** The model to start from; undefined where the catalogue says. May be one that no catalogue knows. */
	model(provider: ProviderId, scope: vscode.Uri | undefined): string | undefined {
		if (provider === 'meshy') return undefined;
		return String(read(settingKeys.tripoModel, scope) ?? '').trim() || undefined;
	}

	/** The presets of all levels together, as they were written. */
	presets(scope: vscode.Uri | undefined): unknown {
		return read(settingKeys.presets, scope);
	}

	/** Keeps a preset beside those that are there. */
	async savePreset(title: string, preset: PresetSetting, target: vscode.ConfigurationTarget): Promise<void> {
		const configuration = vscode.workspace.getConfiguration(settingSection);
		const known = configuration.inspect<Record<string, unknown>>(settingKeys.presets);
		const here = target === vscode.ConfigurationTarget.Global ? known?.globalValue : known?.workspaceValue;
		await configuration.update(settingKeys.presets, { ...here, [title]: preset }, target);
	}

	/** Undefined: the service decides. */
	faceLimit(scope: vscode.Uri | undefined): number | undefined {
		return Math.round(within(read(settingKeys.faceLimit, scope), 0, 2_000_000, 50_000)) || undefined;
	}
}

function onDidChange(keys: readonly string[], listener: () => void): vscode.Disposable {
	return vscode.workspace.onDidChangeConfiguration((change) => {
		if (keys.some((key) => change.affectsConfiguration(`${settingSection}.${key}`))) listener();
	});
}

function read(key: string, scope?: vscode.Uri): unknown {
	return vscode.workspace.getConfiguration(settingSection, scope ?? null).get(key);
}

/** Without a slash at the end. */
function baseUrl(key: string): string {
	return String(read(key) ?? '').replace(/\/+$/, '');
}

function within(value: unknown, min: number, max: number, otherwise: number): number {
	const number = typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
	return Math.min(Math.max(number, min), max);
}

/** A slip in a settings file must not lift a limit: what is neither a number nor left out allows nothing. */
function limit(value: unknown): number | undefined {
	if (value === undefined || value === null) return undefined;
	return typeof value === 'number' && value > 0 ? value : 0;
}
