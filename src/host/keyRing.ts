import type * as vscode from 'vscode';
import { type PaidProviderId, paidProviderIds } from '../core/model/account';
import { PropsmithError } from '../core/model/errors';
import { readApiKey } from '../core/providers/apiKey';

const secretNames: Readonly<Record<PaidProviderId, string>> = {
	tripo: 'propsmith.tripo.key',
	meshy: 'propsmith.meshy.key',
};

/** For hosts without a keyring; read only when no key is stored. */
export const keyVariables: Readonly<Record<PaidProviderId, string>> = {
	tripo: 'TRIPO_API_KEY',
	meshy: 'MESHY_API_KEY',
};

/** Where a key is from: VS Code's secret storage, or a variable of the environment. */
export type KeySource = 'stored' | 'environment';

/** A key that may be used, or why what is there cannot be one. */
export type FoundKey =
	| { readonly source: KeySource; readonly key: string }
	| { readonly source: KeySource; readonly refused: PropsmithError };

/** Names an update of a key by when its user began it. */
export type KeyTicket = number;

/** Law 6: keys live in SecretStorage (or come from the environment), and pass through here only. */
export class KeyRing {
	private tickets = 0;
	/** Of the newest update of each key that was carried out. */
	private readonly newest = new Map<PaidProviderId, KeyTicket>();
	/** The last update that was asked for: one is over before the next begins. */
	private updates: Promise<unknown> = Promise.resolve();

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

	async find(provider: PaidProviderId): Promise<FoundKey | undefined> {
		const stored = await this.secrets.get(secretNames[provider]);
		if (stored) return { source: 'stored', ...readApiKey(stored, provider) };
		const variable = keyVariables[provider];
		const text = this.environment[variable]?.trim();
		if (!text) return undefined;
		const read = readApiKey(text, provider);
		if ('key' in read) return { source: 'environment', ...read };
		const { code, detail } = read.refused.jobError;
		const where = `${detail ? `${detail}; ` : ''}from the environment variable ${variable}`;
		return { source: 'environment', refused: new PropsmithError(code, { detail: where }) };
	}

	/** To be taken when the user asks for an update, before anything is waited for. */
	ticket(): KeyTicket {
		return ++this.tickets;
	}

	/** False, with nothing changed, when the user asked for another update of the key later, and that is done. */
	async store(provider: PaidProviderId, key: string, ticket: KeyTicket): Promise<boolean> {
		return this.inTurn(provider, ticket, async () => {
			await this.secrets.store(secretNames[provider], key);
			// Some hosts without a keyring accept a secret and forget it.
			if ((await this.secrets.get(secretNames[provider])) !== key)
				throw new PropsmithError('keyNotKept', { detail: `the variable is ${keyVariables[provider]}` });
		});
	}

	/** See `store`. */
	async clear(provider: PaidProviderId, ticket: KeyTicket): Promise<boolean> {
		return this.inTurn(provider, ticket, async () => this.secrets.delete(secretNames[provider]));
	}

	private inTurn(provider: PaidProviderId, ticket: KeyTicket, update: () => Promise<void>): Promise<boolean> {
		const turn = this.updates.then(async () => {
			if ((this.newest.get(provider) ?? 0) > ticket) return false;
			this.newest.set(provider, ticket);
			await update();
			return true;
		});
		this.updates = turn.catch(() => {});
		return turn;
	}
}
