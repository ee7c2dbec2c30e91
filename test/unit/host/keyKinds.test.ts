import assert from 'node:assert/strict';
import { providerOfKey, refuseKey } from '../../../src/host/keyKinds';

describe('Keys, by how they begin', () => {
	for (const [key, provider] of [
		['tsk_0123456789ab', 'tripo'],
		['  tsk_0123456789ab\n', 'tripo'],
		['msy_0123456789ab', 'meshy'],
		['msy-0123456789ab', 'meshy'],
		['tcli_0123456789ab', undefined],
		['0123456789abcdef', undefined],
		['TSK_0123456789ab', undefined],
	] as const)
		it(`${JSON.stringify(key)}: ${provider ?? 'nobody knows whose'}`, () =>
			assert.equal(providerOfKey(key), provider));

	for (const [text, code] of [
		['tcli_00112233445566778899aabbccddeeff', 'keyIsClientId'],
		['', 'keyMalformed'],
		['tsk_short', 'keyMalformed'],
		['msy_0123 456789ab', 'keyMalformed'],
		['tsk_0123456789ab', undefined],
		['msy_0123456789ab', undefined],
		['0123456789abcdef', undefined],
	] as const)
		it(`${JSON.stringify(text)}: ${code ?? 'may be a key'}`, () => assert.equal(refuseKey(text)?.code, code));
});
