import type { Event } from '../base/events';
import type { PaidProviderId } from '../model/account';
import type { PropsmithError } from '../model/errors';

/** Where a key is from: VS Code's secret storage, or a variable of the environment. */
export type KeySource = 'stored' | 'environment';

/** A key that may be used, or why what is there cannot be one. */
export type FoundKey =
	| { readonly source: KeySource; readonly key: string }
	| { readonly source: KeySource; readonly refused: PropsmithError };

/** Where the user's keys are kept, and nowhere else. */
export interface KeyStore {
	/** Undefined where the user has no key of this provider. */
	find(provider: PaidProviderId): Promise<FoundKey | undefined>;
	readonly onDidChange: Event<PaidProviderId>;
}
