import assert from 'node:assert/strict';
import { isBlank, textProblem, trimmed } from '../../../../src/core/model/promptText';

describe('Text of prompts', () => {
	const nothing: readonly [what: string, text: string][] = [
		['no text', ''],
		['white space', ' \t\r\n\u00A0\u3000\u2003\u0085'],
		['zero-width characters', '\u200B\u200C\u200D\u2060'],
		['a byte order mark', '\uFEFF'],
		['Hangul fillers', '\u115F\u1160\u3164\uFFA0'],
		['variation selectors', '\uFE0F\uFE00\u{E0100}\u180B'],
		['marks of direction', '\u200E\u200F\u202A\u2066\u2069'],
		['an empty braille cell', '\u2800'],
		['a soft hyphen and tags', '\u00AD\u{E0041}\u{E007F}'],
		['control characters', '\u0000\u0007\u001B'],
	];
	for (const [what, text] of nothing)
		it(`sees nothing in ${what}`, () => {
			assert.equal(isBlank(text), true);
			assert.equal(trimmed(text), '');
		});

	for (const text of ['a', '\u200B木の樽', '🪑', '.', '\u0301', '\u0600'])
		it(`sees something in ${JSON.stringify(text)}`, () => assert.equal(isBlank(text), false));

	const ends: readonly [text: string, kept: string][] = [
		['\uFEFF  oak barrel\u00A0\u200B', 'oak barrel'],
		['\u202Aoak\u202C', 'oak'],
		['oak \uFE0F', 'oak'],
		['oak\u200D', 'oak'],
		['☂\uFE0F ', '☂\uFE0F'],
		// The flag of Scotland ends in tags, a family is joined, and so are letters of Persian and of Malayalam.
		['🏴\u{E0067}\u{E0062}\u{E007F}\n', '🏴\u{E0067}\u{E0062}\u{E007F}'],
		['👩\u200D👧', '👩\u200D👧'],
		['می\u200Cخواهم', 'می\u200Cخواهم'],
		[' ه\u200D ', 'ه\u200D'],
		['ന്\u200D', 'ന്\u200D'],
		['葛\u{E0100}', '葛\u{E0100}'],
		['two\nlines', 'two\nlines'],
	];
	for (const [text, kept] of ends)
		it(`keeps of ${JSON.stringify(text)} what is seen`, () => assert.equal(trimmed(text), kept));

	const refused: readonly [what: string, text: string, words: RegExp][] = [
		['bytes that could not be read', 'ca\uFFFD', /could not be read \(U\+FFFD\)/],
		['NUL', 'b\u0000a', /control character \(U\+0000\)/],
		['an escape', 'a\u001B[31m', /\(U\+001B\)/],
		['C1 controls, as of a wrong code page', 'a\u0093', /\(U\+0093\)/],
		['half of a pair', 'a\uD83E', /half of a character \(U\+D83E\)/],
		['bytes in wrong order', '\uFFFE', /means nothing \(U\+FFFE\)/],
		['lines of UTF-16 in wrong order', '愀\u0A00', /means nothing \(U\+0A00\)/],
		['a turned direction', 'a\u202Ebc', /turns the direction.*\(U\+202E\)/],
	];
	for (const [what, text, words] of refused)
		it(`refuses ${what}`, () => assert.match(textProblem(text) ?? '', words));

	for (const text of [
		'two\r\n\tlines',
		'ه\u200D \u2067שלום\u2069',
		'🏴\u{E0067}\u{E007F} 👩\u200D👧',
		'naïve “café”',
		'U+2028: \u2028',
	])
		it(`takes ${JSON.stringify(text)}`, () => assert.equal(textProblem(text), undefined));

	it('looks at a long text only once', () => {
		const text = `a${' '.repeat(2_000_000)}b`;
		assert.equal(trimmed(`${text}${'\u200B'.repeat(1_000_000)}`), text);
	});
});
