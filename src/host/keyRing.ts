import type * as vscode from 'vscode';
import { PropsmithError } from '../core/errors';

const secretName = 'propsmith.tripo.key';
/** For hosts without a keyring; read only when no key is stored. */
export const keyVariable = 'TRIPO_API_KEY';

export type KeySource = 'stored' | 'environment';

/** Law 6: the key lives in SecretStorage (or comes from the environment), and passes through here only. */
export class KeyRing {
	constructor(
		private readonly secrets: vscode.SecretStorage,
		private readonly environment: NodeJS.ProcessEnv,
	) {}

	/** Also fires for a change in another window. */
	onDidChange(listener: () => void): vscode.Disposable {
		return this.secrets.onDidChange(({ key }) => {
			if (key === secretName) listener();
		});
	}

	async tripoKey(): Promise<{ key: string; source: KeySource } | undefined> {
		const stored = await this.secrets.get(secretName);
		if (stored) return { key: stored, source: 'stored' };
		const fromEnvironment = this.environment[keyVariable]?.trim();
		return fromEnvironment ? { key: fromEnvironment, source: 'environment' } : undefined;
	}

	async store(key: string): Promise<void> {
		await this.secrets.store(secretName, key);
		// Some hosts without a keyring accept a secret and forget it.
		if ((await this.secrets.get(secretName)) !== key)
			throw new PropsmithError('keyMissing', {
				detail: `this machine does not keep secrets; set ${keyVariable} in the environment of VS Code instead`,
			});
	}

	async clear(): Promise<void> {
		await this.secrets.delete(secretName);
	}
}

/** Why this text cannot be a key, before anything is sent; undefined when it may be one. */
export function refuseKey(text: string): PropsmithError | undefined {
	const key = text.trim();
	if (key.startsWith('tcli_')) return new PropsmithError('keyIsClientId');
	if (key.startsWith('msy_'))
		return new PropsmithError('keyMalformed', {
			detail: 'msy_… is a Meshy key; this version works with Tripo',
		});
	if (key === '' || /\s/.test(key) || key.length < 12) return new PropsmithError('keyMalformed');
	return undefined;
}
