import type { ProviderId } from '../model/account';

/** What an account pays with, by the name that tells it from the services' other wallets. */
export const walletNames: Readonly<Record<ProviderId, string>> = {
	tripo: 'Tripo API credits',
	meshy: 'Meshy credits',
	sandbox: 'play money',
};

/** Which credits an account pays with: the services have other wallets that look alike. */
export const walletDescriptions: Readonly<Record<ProviderId, string>> = {
	tripo: 'Tripo API credits; Studio credits are another wallet',
	meshy: 'Meshy credits, which the API and the web app share',
	sandbox: 'play money',
};
