import assert from 'node:assert/strict';
import { isPrivateHost } from '../../../../src/core/network/addresses';
import type { Http, HttpResponse } from '../../../../src/core/network/http';
import { followRedirects, RedirectRefused } from '../../../../src/core/network/redirects';

const link = 'https://cdn.example.com/models/m.glb?Signature=secret';

/** A network in which each address leads to the next one, and the last has the file. */
function network(hops: Readonly<Record<string, string>>, status = 302): { http: Http; asked: string[] } {
	const asked: string[] = [];
	const answer = (code: number, headers: Record<string, string>): HttpResponse => ({
		status: code,
		headers,
		body: { [Symbol.asyncIterator]: () => assert.fail('nobody reads it') },
		text: () => assert.fail('nobody reads it'),
		discard: () => {},
	});
	const http: Http = async ({ url, headers = {} }) => {
		assert.deepEqual(Object.keys(headers), ['range'], 'what was asked for goes along, and nothing else');
		asked.push(url);
		const location = hops[url];
		return location === undefined ? answer(200, {}) : answer(status, location ? { location } : {});
	};
	return { http, asked };
}

async function follow(
	from: string,
	hops: Readonly<Record<string, string>>,
	status?: number,
): Promise<string[]> {
	const { http, asked } = network(hops, status);
	const headers = { range: 'bytes=5-' };
	const response = await followRedirects(http, { method: 'GET', url: from, timeoutMs: 1000, headers });
	assert.equal(response.status, 200);
	return asked;
}

/** One redirect from a public link, and why it is not followed. */
async function refusal(to: string, from = link): Promise<string> {
	const { http, asked } = network({ [from]: to });
	const headers = { range: 'bytes=5-' };
	const error = await followRedirects(http, { method: 'GET', url: from, timeoutMs: 1000, headers }).then(
		() => assert.fail(`${to} was followed`),
		(reason: unknown) => reason,
	);
	assert.ok(error instanceof RedirectRefused, String(error));
	assert.deepEqual(asked, [from]);
	assert.doesNotMatch(error.message, /secret|Signature/, 'a link is a credential');
	return error.message;
}

describe('Redirects of file hosts', () => {
	const other = 'https://files.example.org/m.glb?token=secret';

	for (const status of [301, 302, 303, 307, 308])
		it(`follows ${status} to https`, async () => {
			assert.deepEqual(await follow(link, { [link]: other }, status), [link, other]);
		});

	for (const status of [300, 304, 305, 306])
		it(`hands on ${status}, which is no redirect`, async () => {
			const { http } = network({ [link]: other }, status);
			const headers = { range: 'bytes=5-' };
			const response = await followRedirects(http, { method: 'GET', url: link, timeoutMs: 1, headers });
			assert.equal(response.status, status);
		});

	it('reads a Location that is relative to where it came from', async () => {
		assert.deepEqual(await follow(link, { [link]: '../other/n.glb?b=1#part' }), [
			link,
			'https://cdn.example.com/other/n.glb?b=1',
		]);
		assert.deepEqual(await follow(link, { [link]: '//files.example.org/m.glb' }), [
			link,
			'https://files.example.org/m.glb',
		]);
	});

	it('follows five in a row, and no sixth', async () => {
		const hop = (number: number): string => `https://h${number}.example.com/m.glb`;
		const chain = (length: number): Record<string, string> =>
			Object.fromEntries(Array.from({ length }, (_, index) => [hop(index), hop(index + 1)]));
		assert.equal((await follow(hop(0), chain(5))).length, 6);
		await assert.rejects(follow(hop(0), chain(6)), /more than 5 redirects/);
	});

	it('does not go round in a circle', async () => {
		await assert.rejects(follow(link, { [link]: other, [other]: link }), /in a circle/);
	});

	it('goes over http only from this machine to itself, as with the sandbox', async () => {
		const here = 'http://127.0.0.1:5000/m.glb';
		assert.equal((await follow(here, { [here]: 'http://127.0.0.1:5001/n.glb' })).length, 2);
		assert.match(await refusal('http://files.example.org/m.glb'), /not https/);
		assert.match(await refusal('http://files.example.org/m.glb', here), /not https/);
		assert.match(await refusal('http://127.0.0.1/m.glb'), /not https/);
	});

	for (const [to, why] of [
		['ftp://files.example.org/m.glb', /not https/],
		['file:///etc/passwd', /not https/],
		['data:text/plain,x', /not https/],
		['https://user:pass@files.example.org/', /password/],
		['https://', /no URL/],
		['', /without a Location/],
	] as const)
		it(`does not follow ${to || 'nothing'}`, async () => assert.match(await refusal(to), why));

	for (const host of [
		'10.1.2.3',
		'127.0.0.1',
		'127.1',
		'2130706433',
		'0x7f000001',
		'0177.0.0.1',
		'169.254.169.254',
		'172.20.0.1',
		'192.168.1.1',
		'100.64.0.1',
		'0.0.0.0',
		'224.0.0.1',
		'255.255.255.255',
		'[::1]',
		'[::]',
		'[::127.0.0.1]',
		'[::ffff:10.0.0.1]',
		'[::ffff:7f00:1]',
		'[fe80::1]',
		'[fd12::1]',
		'[ff02::1]',
		'[64:ff9b::10.0.0.1]',
		'[2002:7f00:1::]',
		'localhost',
		'localhost.',
		'api.localhost',
		'printer.local',
		'metadata.google.internal',
		'router',
	])
		it(`does not lead from a public host to ${host}`, async () => {
			assert.match(await refusal(`https://${host}/m.glb?token=secret`), /private address/);
		});

	for (const host of ['8.8.8.8', '[2606:4700::1111]', '[::ffff:8.8.8.8]', 'cdn.example.com', '172.32.0.1'])
		it(`takes ${host} for a public one`, () =>
			assert.equal(isPrivateHost(new URL(`https://${host}/`).hostname), false));
});
