/** Where the fault lies, as far as what helps is another thing. */
export type TransportFaultKind =
	/** Between this machine and the internet. */
	| 'network'
	/** At the other end. */
	| 'service'
	| 'certificate'
	| 'proxy'
	| 'proxyPassword'
	/** The base URL. */
	| 'address'
	/** The API key, the only thing in a header that people type. */
	| 'key';

/** Why a request came to nothing, in words for people. */
export interface TransportFault {
	readonly kind: TransportFaultKind;
	/** In the middle of a sentence. */
	readonly words: string;
}

const proxyPrefix = 'PROXY_';

const noWay = { kind: 'network', words: 'there is no way to the host' } as const;
const notTrusted = { kind: 'certificate', words: 'its certificate is not trusted by this computer' } as const;
const brokeOff = { kind: 'service', words: 'the connection broke off' } as const;
const noConnection = { kind: 'network', words: 'there was no connection in time' } as const;
const noAnswer = { kind: 'service', words: 'there was no answer in time' } as const;
const notSendable = { kind: 'key', words: 'it has a character that cannot be sent' } as const;

const exact: Readonly<Record<string, TransportFault>> = {
	ENOTFOUND: { kind: 'network', words: 'the host name was not found' },
	EAI_AGAIN: { kind: 'network', words: 'host names cannot be looked up' },
	ENETUNREACH: noWay,
	EHOSTUNREACH: noWay,
	ENETDOWN: noWay,
	EHOSTDOWN: noWay,
	EADDRNOTAVAIL: noWay,
	ETIMEDOUT: noConnection,
	CONNECT_TIMEOUT: noConnection,
	ANSWER_TIMEOUT: noAnswer,
	BODY_TIMEOUT: { kind: 'service', words: 'the answer stopped coming' },
	ECONNREFUSED: { kind: 'service', words: 'the connection was refused' },
	ECONNRESET: brokeOff,
	ECONNABORTED: brokeOff,
	EPIPE: brokeOff,
	ERR_STREAM_PREMATURE_CLOSE: brokeOff,
	CLOSED: { kind: 'service', words: 'the connection was closed' },
	EPROTO: { kind: 'service', words: 'the host does not speak TLS' },
	HPE_HEADER_OVERFLOW: { kind: 'service', words: 'the headers of the answer are too long' },
	ENCODED_RANGE: { kind: 'service', words: 'part of a compressed answer cannot be read' },
	EVENT_WITHOUT_END: { kind: 'service', words: 'an event of the stream does not end' },
	CERT_HAS_EXPIRED: { kind: 'certificate', words: 'its certificate has expired' },
	CERT_NOT_YET_VALID: { kind: 'certificate', words: 'its certificate is not valid yet' },
	CERT_REVOKED: { kind: 'certificate', words: 'its certificate was revoked' },
	ERR_TLS_CERT_ALTNAME_INVALID: { kind: 'certificate', words: 'its certificate is for another name' },
	DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
	SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
	UNABLE_TO_GET_ISSUER_CERT: notTrusted,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
	CERT_UNTRUSTED: notTrusted,
	ERR_INVALID_URL: { kind: 'address', words: 'that is not an http or https address' },
	ERR_INVALID_CHAR: notSendable,
	ERR_INVALID_HTTP_TOKEN: notSendable,
	PROXY_PASSWORD: { kind: 'proxyPassword', words: 'the proxy asks for a user name and password' },
};

/** Codes of which only the beginning is known. */
const beginnings: readonly (readonly [string, TransportFault])[] = [
	['CERT_', { kind: 'certificate', words: 'its certificate is not accepted' }],
	['ERR_SSL_', { kind: 'service', words: 'the host does not speak TLS as it should' }],
	['HPE_', { kind: 'service', words: 'the answer is not HTTP' }],
	['Z_', { kind: 'service', words: 'the compressed answer is damaged' }],
	['ERR_BROTLI', { kind: 'service', words: 'the compressed answer is damaged' }],
	['ERR__ERROR_', { kind: 'service', words: 'the compressed answer is damaged' }],
];

/** What the code of a `TransportError` means, in words that people read. */
export function transportFault(code: string): TransportFault {
	const known = exact[code];
	if (known) return known;
	const status = /^PROXY_STATUS_(\d+)$/.exec(code)?.[1];
	if (status) return { kind: 'proxy', words: `the proxy answered ${status} instead of connecting` };
	if (code.startsWith(proxyPrefix)) {
		const { words } = transportFault(code.slice(proxyPrefix.length));
		return { kind: 'proxy', words: `on the way to the proxy, ${words}` };
	}
	const alike = beginnings.find(([beginning]) => code.startsWith(beginning));
	return alike?.[1] ?? { kind: 'service', words: `the connection failed with ${code}` };
}
