import { createHash } from 'node:crypto';
import type { Service } from './customer';

/** What the `Authorization` header holds: a key that could be right, or something that never is. */
export type Credential = { kind: 'key'; key: string } | { kind: 'refused' };

/** What a service's keys begin with. */
const prefixes: Readonly<Record<Service, string>> = { tripo: 'tsk_', meshy: 'msy_' };

/**
 * The sandbox takes any key of the service's prefix and at least eight more characters, so that nobody has to
 * sign up for anything. A key with `invalid` in it is refused, and so are the other service's keys, client ids
 * (`tcli_…`) and everything else.
 */
export function credentialIn(service: Service, authorization: string | undefined): Credential {
	const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
	return serviceOfKey(key) === service ? { kind: 'key', key } : { kind: 'refused' };
}

/** The service that a well-formed key is for; `undefined` for anything else. */
export function serviceOfKey(text: string): Service | undefined {
	const services: readonly Service[] = ['tripo', 'meshy'];
	const wellFormed = /^[a-z]+_[\w-]{8,}$/.test(text) && !text.includes('invalid');
	return services.find((service) => wellFormed && text.startsWith(prefixes[service]));
}

/** The id that an account is kept under. A key of the real service sent here by mistake leaves only this. */
export function accountIdOf(key: string): string {
	return createHash('sha256').update(`account ${key}`).digest('hex');
}

/** The public client id of a Tripo account. */
export function clientIdOf(key: string): string {
	return `tcli_${createHash('sha256').update(`client ${key}`).digest('hex').slice(0, 32)}`;
}

/** A key in a form that may be shown: the prefix and the last four characters of it. */
export function masked(key: string): string {
	return `${key.slice(0, 4)}…${key.slice(-4)}`;
}
