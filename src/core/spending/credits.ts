import type { ProviderId } from '../model/account';

/** What an account pays with, by the name that tells it from the services' other wallets. */
export const walletNames: Readonly<Record<ProviderId, string>> = {
	tripo: 'Tripo API credits',
	meshy: 'Meshy credits',
	sandbox: 'play money',
};
