import type { ProviderId } from '../model/account';

/** The sum of amounts that have two decimals at most, without the dust of binary fractions. */
export function sumOf(amounts: Iterable<number>): number {
	let sum = 0;
	for (const amount of amounts) sum += amount;
	return Math.round(sum * 100) / 100;
}

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
