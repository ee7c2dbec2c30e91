import type { PaidProviderId } from '../model/account';
import { PropsmithError } from '../model/errors';
import { ServiceError } from '../model/serviceError';

/** How each service's keys begin. One of Meshy's pages writes a dash. */
const prefixes: Readonly<Record<PaidProviderId, RegExp>> = { tripo: /^tsk_/, meshy: /^msy[_-]/ };
const clientIdPrefix = /^tcli_/;
/** Where one of several keys begins that were pasted together. */
const anyPrefix = /(?:tsk|tcli|msy)_|msy-/g;

const names: Readonly<Record<PaidProviderId, string>> = { tripo: 'Tripo', meshy: 'Meshy' };

/** The service that a key is for; undefined where its beginning does not tell. */
export function providerOfKey(key: string): PaidProviderId | undefined {
	const providers = Object.keys(prefixes) as PaidProviderId[];
	return providers.find((provider) => prefixes[provider].test(key));
}

/**
 * The name of a variable, header or field before a key, or without one. A URL has a colon after its first word, too, and
 * a key may end in `=`.
 */
const variable =
	/^(?!(?:tsk|tcli|msy)[_-])(?:[\w.$:-]*[A-Za-z]\w*["']?\s*(?:=(?![=\s]*$)|:(?!\/\/))\s*|[\w.$:-]*_key\s*=?$)/i;

export type ReadKey = { readonly key: string } | { readonly refused: PropsmithError };

/**
 * The key in a text as people copy it: without quotes, `Bearer`, the name of a variable and invisible characters around
 * it. Refused, before anything is sent, is what cannot be a key, or not one of the service that it is meant for.
 */
export function readApiKey(text: string, meantFor?: PaidProviderId): ReadKey {
	const key = bareKey(text);
	if (clientIdPrefix.test(key) && (key.match(anyPrefix)?.length ?? 0) === 1)
		return { refused: new PropsmithError('keyIsClientId') };
	const detail = problemOf(key) ?? wrongService(key, meantFor);
	return detail === undefined ? { key } : { refused: new PropsmithError('keyMalformed', { detail }) };
}

/** Rejects with `keyMalformed` for a key that no HTTP header can carry: it must not get as far as the network. */
export function authorizationOf(key: string): string {
	if (!/^[\x21-\x7E]+$/.test(key)) throw new PropsmithError('keyMalformed', { detail: problemOf(key) });
	return `Bearer ${key}`;
}

/** A 401 in the words that help: a client id is never accepted, however often it is checked. */
export function rejectionOf(key: string, refusal: ServiceError): ServiceError {
	if (refusal.code !== 'keyRejected' || !clientIdPrefix.test(key)) return refusal;
	const { kind, status, ...said } = refusal;
	return new ServiceError(kind, 'keyIsClientId', status, said);
}

/** Line ends vanish, because terminals break long lines; other blanks stay where they are inside. */
function bareKey(text: string): string {
	let key = text
		.replace(/[\p{Default_Ignorable_Code_Point}\r\n\u0085\u2028\u2029]/gu, '')
		.replace(/[\p{Zs}\t]+/gu, ' ');
	for (let before = ''; before !== key; ) {
		before = key;
		key = key
			.replace(/^[\s"'`“”„‘’«»]+|[\s"'`“”„‘’«»,;]+$/gu, '')
			.replace(/^(?:-H|export|set|setx)\s/i, '')
			.replace(/^Bearer(?:\s+|$)/i, '')
			.replace(variable, '');
	}
	return key;
}

function problemOf(key: string): string | undefined {
	if (key === '') return 'it is empty';
	if (/^https?:/i.test(key)) return 'it is a web address';
	if ((key.match(anyPrefix)?.length ?? 0) > 1) return 'it is more than one key: paste one';
	if (/[*•…●]|\.{3}/.test(key))
		return 'it is masked: the console shows the whole key only when it is created';
	const odd = /[^\x20-\x7E]/u.exec(key)?.[0];
	if (odd !== undefined)
		return `it has a character that no key has (U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
	if (/\s/.test(key)) return 'it has a space in it';
	return key.length < 12 ? 'it is too short' : undefined;
}

function wrongService(key: string, meantFor: PaidProviderId | undefined): string | undefined {
	const provider = providerOfKey(key);
	if (meantFor === undefined || provider === undefined || provider === meantFor) return undefined;
	return `it is a key of ${names[provider]}, not of ${names[meantFor]}`;
}
