import { PropsmithError } from '../core/errors';
import type { PaidProviderId } from '../core/providers/provider';

/** How each service's keys begin. One of Meshy's pages writes a dash. */
const prefixes: Readonly<Record<PaidProviderId, RegExp>> = { tripo: /^tsk_/, meshy: /^msy[_-]/ };

/** The service that a key is for; undefined where its beginning does not tell. */
export function providerOfKey(text: string): PaidProviderId | undefined {
	const key = text.trim();
	const providers = Object.keys(prefixes) as PaidProviderId[];
	return providers.find((provider) => prefixes[provider].test(key));
}

/** Why this text cannot be a key, before anything is sent; undefined when it may be one. */
export function refuseKey(text: string): PropsmithError | undefined {
	const key = text.trim();
	if (key.startsWith('tcli_')) return new PropsmithError('keyIsClientId');
	if (key === '' || /\s/.test(key) || key.length < 12) return new PropsmithError('keyMalformed');
	return undefined;
}
