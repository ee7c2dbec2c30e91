import { createHash } from 'node:crypto';

/** What the `Authorization` header holds: a key that could be right, or something that never is. */
export type Credential = { kind: 'key'; key: string } | { kind: 'refused' };

/**
 * The sandbox takes any key of `tsk_` and at least eight more characters, so that nobody has to sign up for
 * anything. A key with `invalid` in it is refused, and so are client ids (`tcli_…`) and everything else.
 */
export function credentialIn(authorization: string | undefined): Credential {
	const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
	return isKey(key) ? { kind: 'key', key } : { kind: 'refused' };
}

export function isKey(text: string): boolean {
	return /^tsk_[\w-]{8,}$/.test(text) && !text.includes('invalid');
}

/** The id that an account is kept under. A key of the real service sent here by mistake leaves only this. */
export function accountIdOf(key: string): string {
	return createHash('sha256').update(`account ${key}`).digest('hex');
}

/** The public client id of the same account. */
export function clientIdOf(key: string): string {
	return `tcli_${createHash('sha256').update(`client ${key}`).digest('hex').slice(0, 32)}`;
}

/** A key in a form that may be shown: the prefix and the last four characters of it. */
export function masked(key: string): string {
	return `tsk_…${key.slice(-4)}`;
}
