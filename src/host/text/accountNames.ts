import type { ProviderId } from '../../core/model/account';

/** As people call them. */
export const providerNames = {
	tripo: 'Tripo',
	meshy: 'Meshy',
	sandbox: 'Sandbox',
} as const satisfies Record<ProviderId, string>;

/** Which credits an account pays with: the services have other wallets that look alike. */
export const walletDescriptions: Readonly<Record<ProviderId, string>> = {
	tripo: 'Tripo API credits; Studio credits are another wallet',
	meshy: 'Meshy credits, which the API and the web app share',
	sandbox: 'play money',
};
