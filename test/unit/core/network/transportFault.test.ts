import assert from 'node:assert/strict';
import { transportFault } from '../../../../src/core/network/transportFault';

describe('Faults of transport in words', () => {
	const cases: readonly [code: string, kind: string, words: RegExp][] = [
		['ENOTFOUND', 'network', /host name was not found/],
		['ENETUNREACH', 'network', /no way to the host/],
		['CONNECT_TIMEOUT', 'network', /no connection in time/],
		['ECONNREFUSED', 'service', /connection was refused/],
		['ANSWER_TIMEOUT', 'service', /no answer in time/],
		['SELF_SIGNED_CERT_IN_CHAIN', 'certificate', /not trusted/],
		['CERT_SIGNATURE_FAILURE', 'certificate', /not accepted/],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'service', /TLS/],
		['ERR_INVALID_URL', 'address', /not an http or https address/],
		['ERR_INVALID_CHAR', 'key', /character/],
		['HPE_INVALID_CONSTANT', 'service', /not HTTP/],
		['Z_BUF_ERROR', 'service', /compressed answer is damaged/],
		['PROXY_PASSWORD', 'proxyPassword', /asks for a user name and password/],
		['PROXY_STATUS_403', 'proxy', /answered 403/],
		['PROXY_ECONNREFUSED', 'proxy', /proxy, the connection was refused/],
		['PROXY_ENOTFOUND', 'proxy', /proxy, the host name was not found/],
		['PROXY_CLOSED', 'proxy', /proxy, the connection was closed/],
		['ENEWS', 'service', /the connection failed with ENEWS/],
	];
	for (const [code, kind, words] of cases)
		it(code, () => {
			const fault = transportFault(code);
			assert.equal(fault.kind, kind);
			assert.match(fault.words, words);
		});

	it('never a code alone', () => {
		for (const [code] of cases) assert.match(transportFault(code).words, /^[a-z]+ [a-z]+ /);
	});
});
