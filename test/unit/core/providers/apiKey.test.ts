import assert from 'node:assert/strict';
import type { PropsmithError } from '../../../../src/core/model/errors';
import { authorizationOf, providerOfKey, readApiKey } from '../../../../src/core/providers/apiKey';

const key = 'tsk_0123456789abcdef';

describe('Keys, by how they begin', () => {
	for (const [text, provider] of [
		[key, 'tripo'],
		['msy_0123456789ab', 'meshy'],
		['msy-0123456789ab', 'meshy'],
		['tcli_0123456789ab', undefined],
		['0123456789abcdef', undefined],
		['TSK_0123456789ab', undefined],
	] as const)
		it(`${text}: ${provider ?? 'nobody knows whose'}`, () => assert.equal(providerOfKey(text), provider));
});

describe('Keys, as people copy them', () => {
	const mended: readonly [what: string, text: string][] = [
		['as it is', key],
		['blanks and line ends', `\t ${key} \r\n`],
		['no-break spaces', `\u00A0${key}\u202F`],
		['zero-width characters, also inside', `\u200B${key.slice(0, 8)}\u200D\u2060${key.slice(8)}\uFEFF`],
		['a line that a terminal broke', `${key.slice(0, 9)}\n${key.slice(9)}`],
		['straight quotes', `"${key}"`],
		['curly quotes', `“${key}”`],
		['single and back quotes', `'\`${key}\`'`],
		['a comma behind quotes', `"${key}",`],
		['a semicolon', `${key};`],
		['Bearer', `Bearer ${key}`],
		['a header', `Authorization: Bearer ${key}`],
		['a header of curl', `-H "Authorization: Bearer ${key}"`],
		['a variable', `TRIPO_API_KEY=${key}`],
		['a variable of a shell', `export TRIPO_API_KEY="${key}"`],
		['a variable of Windows', `set TRIPO_API_KEY=${key}`],
		['a variable of PowerShell', `$env:TRIPO_API_KEY = "${key}"`],
		['a line of JSON', `"TRIPO_API_KEY": "${key}",`],
		['a line of YAML', `api-key: ${key}`],
	];
	for (const [what, text] of mended)
		it(`mends ${what}`, () => assert.deepEqual(readApiKey(text, 'tripo'), { key }));

	const refused: readonly [what: string, text: string, code: string, words: RegExp][] = [
		['nothing', '', 'keyMalformed', /empty/],
		['what cannot be seen', '\u200B\u00A0', 'keyMalformed', /empty/],
		['a name without a value', 'TRIPO_API_KEY=', 'keyMalformed', /empty/],
		['Bearer alone', 'Bearer', 'keyMalformed', /empty/],
		['a client id', 'tcli_00112233445566778899aabbccddeeff', 'keyIsClientId', /names an application/],
		['a client id in quotes', '“tcli_00112233445566778899” ', 'keyIsClientId', /tcli_/],
		['a short one', 'tsk_short', 'keyMalformed', /too short/],
		['a blank inside', 'msy_0123 456789ab', 'keyMalformed', /space/],
		['two keys', `${key} ${key}`, 'keyMalformed', /more than one/],
		['two lines of keys', `${key}\nmsy_0123456789ab`, 'keyMalformed', /more than one/],
		['a client id and a key', `tcli_0011223344 ${key}`, 'keyMalformed', /more than one/],
		['a masked key', 'tsk_ab******cdef', 'keyMalformed', /masked/],
		['a shortened key', 'tsk_abcdef…9876', 'keyMalformed', /masked/],
		['a key with dots', 'tsk_abcdef...9876', 'keyMalformed', /masked/],
		['a web address', 'https://developers.tripo3d.ai/en/keys', 'keyMalformed', /web address/],
		['a Cyrillic letter', 'tsk_0123456789\u0430b', 'keyMalformed', /U\+0430/],
		['a control character', 'tsk_0123456789\u0007b', 'keyMalformed', /U\+0007/],
		['a key of Meshy', 'msy_0123456789ab', 'keyMalformed', /key of Meshy, not of Tripo/],
	];
	for (const [what, text, code, words] of refused)
		it(`refuses ${what}, and says why without telling it`, () => {
			const read = readApiKey(text, 'tripo');
			assert.ok('refused' in read);
			assert.equal(read.refused.code, code);
			assert.match(read.refused.message, words);
			if (text.length > 12) assert.ok(!read.refused.message.includes(text.slice(5)));
		});

	it('takes a key of any service where none is named, and one of an unknown form', () => {
		assert.deepEqual(readApiKey('msy_0123456789ab'), { key: 'msy_0123456789ab' });
		for (const text of ['0123456789abcdef', 'c2VjcmV0IGtleQ==', 'tsk_0123456789ab='])
			assert.deepEqual(readApiKey(text, 'tripo'), { key: text });
	});

	it('lets nothing into a header that a header cannot carry', () => {
		assert.equal(authorizationOf(key), `Bearer ${key}`);
		for (const text of ['', `${key}\n`, 'tsk_0123456789\u200B', 'tsk_ä0123456789', 'tsk_0123 456789'])
			assert.throws(
				() => authorizationOf(text),
				(error: PropsmithError) => error.code === 'keyMalformed',
			);
	});
});
