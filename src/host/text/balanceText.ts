import type { Balance, ProviderId } from '../../core/model/account';
import { providerNames } from './accountNames';
import type { Formatter } from './formatter';

/** Such as “80 Tripo API credits available, 20 credits reserved by unfinished tasks”. */
export function formatBalance(
	{ available, frozen }: Balance,
	provider: ProviderId,
	formatter: Formatter,
): string {
	const reserved = frozen > 0 ? `, ${formatter.credits(frozen)} reserved by unfinished tasks` : '';
	return `${formatter.credits(available, provider)} available${reserved}`;
}

/** What tells a wallet from the services' others. */
const walletNotes: Readonly<Record<ProviderId, string>> = {
	sandbox: 'Play money: nothing here costs anything.',
	tripo: 'Studio credits are another wallet.',
	meshy: 'The API and the web app share them.',
};

/** An account, where its key comes from (`keySource`), and what it has left. */
export function accountBalanceText(
	provider: ProviderId,
	balance: Balance,
	keySource: string | undefined,
	formatter: Formatter,
): string {
	const from = keySource === undefined ? '' : ` (${keySource})`;
	const left = formatBalance(balance, provider, formatter);
	return `${providerNames[provider]}${from}: ${left}. ${walletNotes[provider]}`;
}
