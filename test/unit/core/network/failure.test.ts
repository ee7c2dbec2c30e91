import assert from 'node:assert/strict';
import { errorCodes, PropsmithError } from '../../../../src/core/model/errors';
import { ServiceError } from '../../../../src/core/model/serviceError';
import { blocks, isAccountWide, jobErrorOf } from '../../../../src/core/network/failure';
import { TransportError } from '../../../../src/core/network/http';
import { systemError } from '../support/faultyDisk';

describe('Faults, as a record keeps them', () => {
	const secret = 'at https://h/a?Signature=abc with tsk_abc';
	const cases: readonly [what: string, error: unknown, expected: unknown][] = [
		['our own', new PropsmithError('keyMissing'), { code: 'keyMissing' }],
		[
			'the service’s',
			new ServiceError('refused', 'contentRefused', 400, { detail: secret, requestId: 'r1' }),
			{ code: 'contentRefused', detail: 'at https://h/a with tsk_…', requestId: 'r1' },
		],
		[
			'no answer',
			new TransportError('no', 'ECONNREFUSED'),
			{ code: 'serviceDown', detail: 'the connection was refused' },
		],
		[
			'no such host',
			new TransportError('no', 'ENOTFOUND'),
			{ code: 'networkDown', detail: 'the host name was not found' },
		],
		[
			'a proxy that asks',
			new TransportError('no', 'PROXY_PASSWORD'),
			{ code: 'proxyNeedsPassword', detail: 'the proxy asks for a user name and password' },
		],
		[
			'a proxy that is down',
			new TransportError('no', 'PROXY_ECONNREFUSED'),
			{ code: 'proxyRefused', detail: 'on the way to the proxy, the connection was refused' },
		],
		[
			'a certificate',
			new TransportError('no', 'CERT_HAS_EXPIRED'),
			{ code: 'certificateRejected', detail: 'its certificate has expired' },
		],
		[
			'a key that cannot be sent',
			new TransportError('no', 'ERR_INVALID_CHAR'),
			{ code: 'keyRejected', detail: 'it has a character that cannot be sent' },
		],
		['a full disk', systemError('ENOSPC'), { code: 'diskFull', detail: 'ENOSPC: made up for a test' }],
		['anything else', new Error(secret), { code: 'internal', detail: 'at https://h/a with tsk_…' }],
		['no error at all', 'oops', { code: 'internal', detail: 'oops' }],
	];
	for (const [what, error, expected] of cases) it(what, () => assert.deepEqual(jobErrorOf(error), expected));

	it('hold up the whole account only where every job would meet the same', () => {
		assert.deepEqual(errorCodes().filter(isAccountWide), [
			'keyMissing',
			'keyIsClientId',
			'keyMalformed',
			'keyRejected',
			'creditsExhausted',
			'planHasNoApi',
			'serviceDown',
			'networkDown',
			'certificateRejected',
			'proxyRefused',
			'proxyNeedsPassword',
			'baseUrlInvalid',
		]);
	});

	it('end a job where nothing that the user mends would help', () => {
		for (const code of [
			'requestInvalid',
			'modelRetired',
			'imageTooLarge',
			'taskFailed',
			'taskExpired',
		] as const)
			assert.equal(blocks(code), false, code);
		for (const code of ['diskFull', 'folderUnwritable', 'linkDead', 'fileInvalid', 'keyRejected'] as const)
			assert.equal(blocks(code), true, code);
	});
});
