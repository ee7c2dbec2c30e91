import type * as vscode from 'vscode';
import { PropsmithError } from '../core/errors';
import { type PaidProviderId, paidProviderIds } from '../core/providers/provider';

const secretNames: Readonly<Record<PaidProviderId, string>> = {
	tripo: 'propsmith.tripo.key',
	meshy: 'propsmith.meshy.key',
};

/** For hosts without a keyring; read only when no key is stored. */
export const keyVariables: Readonly<Record<PaidProviderId, string>> = {
	tripo: 'TRIPO_API_KEY',
	meshy: 'MESHY_API_KEY',
};

export type KeySource = 'stored' | 'environment';

/** Law 6: keys live in SecretStorage (or come from the environment), and pass through here only. */
export class KeyRing {
	constructor(
		private readonly secrets: vscode.SecretStorage,
		private readonly environment: NodeJS.ProcessEnv,
	) {}

	/** Also fires for a change in another window. */
	onDidChange(listener: (provider: PaidProviderId) => void): vscode.Disposable {
		return this.secrets.onDidChange(({ key }) => {
			const provider = paidProviderIds.find((one) => secretNames[one] === key);
			if (provider) listener(provider);
		});
	}

	async find(provider: PaidProviderId): Promise<{ key: string; source: KeySource } | undefined> {
		const stored = await this.secrets.get(secretNames[provider]);
		if (stored) return { key: stored, source: 'stored' };
		const fromEnvironment = this.environment[keyVariables[provider]]?.trim();
		return fromEnvironment ? { key: fromEnvironment, source: 'environment' } : undefined;
	}

	async store(provider: PaidProviderId, key: string): Promise<void> {
		await this.secrets.store(secretNames[provider], key);
		// Some hosts without a keyring accept a secret and forget it.
		if ((await this.secrets.get(secretNames[provider])) !== key)
			throw new PropsmithError('keyMissing', {
				detail: `this machine does not keep secrets; set ${keyVariables[provider]} in the environment of VS Code instead`,
			});
	}

	async clear(provider: PaidProviderId): Promise<void> {
		await this.secrets.delete(secretNames[provider]);
	}
}
