import type { ProviderId } from '../core/providers/provider';

/** Which credits an account pays with: the services have other wallets that look alike. */
export const walletWords: Readonly<Record<ProviderId, string>> = {
	tripo: 'API credits; Studio credits are another wallet',
	meshy: 'credits that the API and the web app share',
	sandbox: 'play money',
};
