import assert from 'node:assert/strict';
import { fileLink } from '../../../../src/core/network/fileLink';

describe('Links to files', () => {
	for (const link of [
		'https://files.test/a?b=c',
		'http://127.0.0.1:80/a',
		'http://localhost/a',
		'http://[::1]:8/a',
	])
		it(`takes ${link}`, () => assert.equal(fileLink(link), link));

	it('takes plain HTTP where the service itself is reached so', () => {
		assert.equal(fileLink('http://lab.test/a', true), 'http://lab.test/a');
		assert.throws(() => fileLink('http://lab.test/a'), { code: 'linkUnusable' });
	});

	for (const [link, words] of [
		['file:///home/me/.ssh/id', /begins with “file:”/],
		['data:text/plain,secret', /begins with “data:”/],
		['ftp://files.test/secret', /begins with “ftp:”/],
		['http://127.0.0.1.files.test/secret', /begins with “http:”/],
		['http://localhost.files.test/secret', /begins with “http:”/],
		['C:\\secret.glb', /begins with “c:”/],
		['/secret.glb', /no web address/],
		['', /no web address/],
	] as const)
		it(`refuses ${JSON.stringify(link)} and tells no more of it`, () =>
			assert.throws(
				() => fileLink(link, link.startsWith('file')),
				(error: { code?: string; message: string }) => {
					assert.equal(error.code, 'linkUnusable');
					assert.match(error.message, words);
					assert.doesNotMatch(error.message, /secret|\.ssh/);
					return true;
				},
			));
});
