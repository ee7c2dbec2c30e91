import { createHash } from 'node:crypto';

/** The services that the sandbox simulates. */
export type Service = 'tripo' | 'meshy';

/** What every account has, at either service. Amounts are credits with at most two decimals. */
export interface Account {
	/** Digest of the key; the key itself is never kept. */
	id: string;
	/** The prefix of the key and its last characters, for people. */
	masked: string;
	/** Spendable, without what is frozen. */
	balance: number;
	/** Reserved for tasks that have not ended; a service that charges at submit has none. */
	frozen: number;
	/** All that was ever charged. */
	charged: number;
	/** All that was ever given back after a charge. */
	refunded: number;
	tasksMade: number;
	/** The most tasks that were ever queued or running at the same time. */
	peakConcurrent: number;
}

export function newAccount(key: string, balance: number): Account {
	const [id, shown] = [accountIdOf(key), masked(key)];
	return { id, masked: shown, balance, frozen: 0, charged: 0, refunded: 0, tasksMade: 0, peakConcurrent: 0 };
}

/** What a service's keys begin with. */
const prefixes: Readonly<Record<Service, string>> = { tripo: 'tsk_', meshy: 'msy_' };

/**
 * The key in an `Authorization` header; `undefined` for none that could be right. Any key of the service's prefix
 * and at least eight more characters will do, so that nobody has to sign up. Refused are keys with `invalid` in
 * them, the other service's keys, client ids (`tcli_…`) and everything else.
 */
export function keyIn(service: Service, authorization: string | undefined): string | undefined {
	const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
	return serviceOfKey(key) === service ? key : undefined;
}

/** The service that a well-formed key is for; `undefined` for anything else. */
export function serviceOfKey(text: string): Service | undefined {
	const services: readonly Service[] = ['tripo', 'meshy'];
	const wellFormed = /^[a-z]+_[\w-]{8,}$/.test(text) && !text.includes('invalid');
	return services.find((service) => wellFormed && text.startsWith(prefixes[service]));
}

/** A digest of a key for one purpose, in hex. A real key sent here by mistake leaves only this. */
export function digestOf(purpose: string, key: string): string {
	return createHash('sha256').update(`${purpose} ${key}`).digest('hex');
}

/** The id that an account is kept under. */
export function accountIdOf(key: string): string {
	return digestOf('account', key);
}

/** A key in a form that may be shown: the prefix and the last four characters of it. */
export function masked(key: string): string {
	return `${key.slice(0, 4)}…${key.slice(-4)}`;
}
