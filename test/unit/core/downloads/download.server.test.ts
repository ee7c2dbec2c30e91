import assert from 'node:assert/strict';
import { PassingTrouble } from '../../../../src/core/downloads/passingTrouble';
import { PropsmithError } from '../../../../src/core/model/errors';
import { tempFolders } from '../support/tempFolders';
import { cut, cutAfter, type DownloadStep, good, status, tryDownload, whole, wholeHash } from './downloading';

/** The whole file, whatever was asked for. */
const wholeAs =
	(headers: Record<string, string>): DownloadStep =>
	(response) => {
		response.writeHead(200, { 'content-length': String(whole.length), ...headers }).end(whole);
	};
const other = Buffer.from('another object altogether');
/** To another place each time. */
const redirectOn: DownloadStep = (response, { url = '' }) => {
	response.writeHead(302, { location: `${url}1` }).end();
};

/** A part of the file, whatever was asked for. */
const partly =
	(first: number, last: number, { etag = '"v1"', total = String(whole.length) } = {}): DownloadStep =>
	(response) => {
		const range = `bytes ${first}-${last}/${total}`;
		response.writeHead(206, { etag, 'content-range': range, 'content-length': last - first + 1 });
		response.end(whole.subarray(first, last + 1));
	};

describe('Law 5: a whole file from servers that misbehave', () => {
	const newFolder = tempFolders();
	const survived: readonly [
		what: string,
		steps: readonly DownloadStep[],
		ranges: readonly (string | undefined)[],
	][] = [
		[
			'cuts the connection',
			[cutAfter(1000), cutAfter(2000), good],
			[undefined, 'bytes=1000-', 'bytes=3000-'],
		],
		['ignores Range', [cutAfter(1000), wholeAs({ etag: '"v1"' })], [undefined, 'bytes=1000-']],
		['gives no ETag', [cutAfter(1000, {}), good], [undefined, undefined]],
		['gives only a weak ETag', [cutAfter(1000, { etag: 'W/"v1"' }), wholeAs({})], [undefined, undefined]],
		['says 416', [cutAfter(1000), status(416), good], [undefined, 'bytes=1000-', undefined]],
		[
			'sends another part than was asked for',
			[
				cutAfter(1000),
				(response) => {
					const range = `bytes 0-9/${whole.length}`;
					response.writeHead(206, { etag: '"v1"', 'content-range': range, 'content-length': 10 });
					response.end(whole.subarray(0, 10));
				},
				good,
			],
			[undefined, 'bytes=1000-', undefined],
		],
		[
			'sends a part without saying which',
			[
				cutAfter(1000),
				(response) => {
					response.writeHead(206, { 'content-length': 10 }).end('0123456789');
				},
				good,
			],
			[undefined, 'bytes=1000-', undefined],
		],
		['answers 206 of all of it to a plain request', [partly(0, whole.length - 1)], [undefined]],
		[
			'answers a plain request with the beginning only, as a part',
			[partly(0, 999), good],
			[undefined, 'bytes=1000-'],
		],
		[
			'answers a plain request with a part whose whole length it does not tell',
			[partly(0, 999, { total: '*' }), good],
			[undefined, undefined],
		],
		[
			'sends all of it as a part though the rest was asked for',
			[cutAfter(1000), partly(0, whole.length - 1)],
			[undefined, 'bytes=1000-'],
		],
		[
			'sends the rest of another object, without a look at If-Range',
			[cutAfter(1000), partly(1000, whole.length - 1, { etag: '"v2"' }), good],
			[undefined, 'bytes=1000-', undefined],
		],
		[
			'sends more than it announced',
			[
				(response) => {
					response.writeHead(206, { etag: '"v1"', 'content-range': `bytes 0-99/${whole.length - 1}` });
					response.end(whole);
				},
				good,
			],
			[undefined, undefined],
		],
		[
			'breaks off a body of unknown length just at its end',
			[
				(response, _request, arrivals) => {
					response.writeHead(200, { etag: '"v1"' });
					cut(response, arrivals, whole);
				},
				status(416, { 'content-range': `bytes */${whole.length}` }),
			],
			[undefined, `bytes=${whole.length}-`],
		],
		[
			'redirects once',
			[status(302, { location: '/elsewhere?Signature=secret' }), good],
			[undefined, undefined],
		],
		['stumbles', [status(500), status(503), good], [undefined, undefined, undefined]],
		[
			'resets before a byte',
			[(response) => response.socket?.resetAndDestroy(), good],
			[undefined, undefined],
		],
		[
			'does not say how long the file is',
			[
				(response) => {
					response.writeHead(200, { etag: '"v1"' });
					response.write(whole.subarray(0, 100));
					response.end(whole.subarray(100));
				},
			],
			[undefined],
		],
		[
			'breaks off a body of unknown length',
			[
				(response, _request, arrivals) => {
					response.writeHead(200, { etag: '"v1"' });
					cut(response, arrivals, whole.subarray(0, 700));
				},
				good,
			],
			[undefined, 'bytes=700-'],
		],
	];
	for (const [what, steps, ranges] of survived)
		it(`gets it from one that ${what}`, async () => {
			const outcome = await tryDownload(await newFolder(), steps);
			assert.ifError(outcome.error);
			assert.deepEqual(outcome.content, whole);
			assert.equal(outcome.part?.sha256(), wholeHash);
			assert.deepEqual(
				outcome.seen.map(({ headers }) => headers.range),
				ranges,
			);
		});

	it('starts over when the object has changed', async () => {
		const changed: DownloadStep = (response, request) => {
			assert.equal(request.headers['if-range'], '"v1"');
			response.writeHead(200, { etag: '"v2"', 'content-length': other.length }).end(other);
		};
		const { content, part, error } = await tryDownload(await newFolder(), [cutAfter(1000), changed]);
		assert.ifError(error);
		assert.deepEqual(content, other);
		assert.equal(part?.bytes, other.length);
	});

	it('continues the new object by its own ETag', async () => {
		const halfOfOther: DownloadStep = (response, _request, arrivals) => {
			response.writeHead(200, { etag: '"v2"', 'content-length': other.length });
			cut(response, arrivals, other.subarray(0, 8));
		};
		const restOfOther: DownloadStep = (response, request) => {
			assert.equal(request.headers['if-range'], '"v2"');
			const range = `bytes 8-${other.length - 1}/${other.length}`;
			response.writeHead(206, { etag: '"v2"', 'content-range': range, 'content-length': other.length - 8 });
			response.end(other.subarray(8));
		};
		const steps = [cutAfter(1000), halfOfOther, restOfOther];
		const { content, error } = await tryDownload(await newFolder(), steps);
		assert.ifError(error);
		assert.deepEqual(content, other);
	});

	it('answers an HTML page as it came, for the check to refuse', async () => {
		const { content } = await tryDownload(await newFolder(), [status(200, { 'content-type': 'text/html' })]);
		assert.match(content?.toString() ?? '', /^<Error>/);
	});

	const unannounced: DownloadStep = (response) => {
		response.writeHead(200, { etag: '"v1"' });
		response.end(whole);
	};
	for (const [what, step] of [
		['says so', good],
		['does not', unannounced],
	] as const)
		it(`refuses a picture that is too large at once, where the host ${what}, and leaves nothing`, async () => {
			const limits = { largestPicture: whole.length - 1 };
			const { error, content, seen } = await tryDownload(await newFolder(), [step], limits);
			assert.equal(error instanceof PropsmithError && error.code, 'imageTooLarge');
			assert.equal(seen.length, 1);
			assert.equal(content, undefined);
		});

	it('takes a picture that is just as large as it may be', async () => {
		const limits = { largestPicture: whole.length };
		const { error, content } = await tryDownload(await newFolder(), [unannounced], limits);
		assert.ifError(error);
		assert.deepEqual(content, whole);
	});

	const givenUp: readonly [what: string, steps: readonly DownloadStep[]][] = [
		['cuts at the same byte every time', [cutAfter(500, {})]],
		// Without an ETag every try starts over: a longer one after a shorter one is no progress.
		[
			'cuts now sooner, now later',
			Array.from({ length: 40 }, (_, index) => cutAfter(index % 2 ? 300 : 500, {})),
		],
		['stumbles for ever', [status(500)]],
		['redirects for ever', [redirectOn]],
		['redirects nowhere', [status(302)]],
		['sends nothing', [status(204)]],
		['sends an empty file', [(response) => void response.writeHead(200, { 'content-length': 0 }).end()]],
	];
	for (const [what, steps] of givenUp)
		it(`leaves it to its caller to wait for one that ${what}, and leaves nothing behind`, async () => {
			const { error, content, seen } = await tryDownload(await newFolder(), steps);
			assert.ok(error instanceof PassingTrouble);
			assert.deepEqual([error.code, error.waitsFor], ['downloadBroken', 'fileHost']);
			assert.ok(seen.length <= 18, `${seen.length} requests`);
			assert.equal(content, undefined);
		});
});
