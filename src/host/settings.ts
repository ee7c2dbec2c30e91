import * as vscode from 'vscode';
import type { TripoTierId } from '../core/limits/tiers';
import { type ProviderId, providerIds } from '../core/providers/provider';
import { generationModels } from '../core/providers/tripo/catalogue/models';
import { settingKeys, settingSection } from './contributions';

/** The account that a user chose; empty until they did. */
export type AccountChoice = '' | ProviderId;

/** The settings as the product uses them: always current, and within their ranges whatever the file says. */
export class Settings {
	/** The choice of account, or anything that a connection depends on. */
	onDidChangeAccount(listener: () => void): vscode.Disposable {
		const { account, tripoBaseUrl, tripoTier, tripoConcurrentTasks, meshyBaseUrl } = settingKeys;
		return vscode.workspace.onDidChangeConfiguration((change) => {
			const touched = [account, tripoBaseUrl, tripoTier, tripoConcurrentTasks, meshyBaseUrl].some((key) =>
				change.affectsConfiguration(`${settingSection}.${key}`),
			);
			if (touched) listener();
		});
	}

	get account(): AccountChoice {
		const value = read(settingKeys.account);
		return providerIds.find((provider) => provider === value) ?? '';
	}

	async chooseAccount(account: AccountChoice): Promise<void> {
		const configuration = vscode.workspace.getConfiguration(settingSection);
		await configuration.update(settingKeys.account, account, vscode.ConfigurationTarget.Global);
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

	get confirmAboveCredits(): number {
		return within(read(settingKeys.confirmAboveCredits), 0, Number.MAX_SAFE_INTEGER, 100);
	}

	get historyLimit(): number {
		return within(read(settingKeys.historyLimit), 0, 100_000, 1000);
	}

	outputFolder(scope: vscode.Uri | undefined): string {
		return String(read(settingKeys.outputFolder, scope) ?? '').trim();
	}

	tripoModel(scope: vscode.Uri | undefined): string {
		return String(read(settingKeys.tripoModel, scope) ?? '').trim() || generationModels.default;
	}

	/** Undefined: the service decides. */
	faceLimit(scope: vscode.Uri | undefined): number | undefined {
		return Math.round(within(read(settingKeys.faceLimit, scope), 0, 2_000_000, 50_000)) || undefined;
	}
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
