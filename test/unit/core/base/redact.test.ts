import assert from 'node:assert/strict';
import { redact, withoutQuery } from '../../../../src/core/base/redact';

describe('Redaction', () => {
	const cases: readonly [what: string, text: string, expected: string][] = [
		['a key', 'key tsk_AbC-12_3 was used', 'key tsk_… was used'],
		['a key in JSON', '{"key":"tsk_abc"}', '{"key":"tsk_…"}'],
		['a key in a query', 'x?key=tsk_abc', 'x?key=tsk_…'],
		['a Meshy key', 'msy_abc', 'msy_…'],
		['a client id', 'tcli_00ff', 'tcli_…'],
		['any bearer', 'authorization: Bearer sk-weird.key/1==', 'authorization: Bearer …'],
		['a bearer in odd case', 'BEARER abcdefgh', 'Bearer …'],
		['the word alone', 'the bearer of a key', 'the bearer of a key'],
		['a signed link', 'GET https://h/a.glb?Policy=p~&Signature=s failed', 'GET https://h/a.glb failed'],
		['a link in quotes', '"url":"http://h/a?b=c","x":1', '"url":"http://h/a","x":1'],
		['a fragment', 'https://h/a#token=1', 'https://h/a'],
		['two links', 'https://h/a?x=1 https://h/b?y=2', 'https://h/a https://h/b'],
		['a link in capitals', 'HTTPS://H/a?sig=1', 'HTTPS://H/a'],
		['a key glued to a word', 'my_tsk_abc', 'my_tsk_…'],
		['nothing secret', 'task 0197-ab is queued (7 %)?', 'task 0197-ab is queued (7 %)?'],
	];
	for (const [what, text, expected] of cases)
		it(`handles ${what}`, () => assert.equal(redact(text), expected));

	it('is done after one pass', () => {
		for (const [, text] of cases) assert.equal(redact(redact(text)), redact(text));
	});

	it('cuts a URL before its query and fragment', () => {
		assert.equal(withoutQuery('https://h/a.glb?x#y'), 'https://h/a.glb');
		assert.equal(withoutQuery('https://h/a.glb#y?x'), 'https://h/a.glb');
		assert.equal(withoutQuery('https://h/a.glb'), 'https://h/a.glb');
	});
});
