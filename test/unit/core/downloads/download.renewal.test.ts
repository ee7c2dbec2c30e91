import assert from 'node:assert/strict';
import { PassingTrouble } from '../../../../src/core/downloads/passingTrouble';
import { PropsmithError } from '../../../../src/core/model/errors';
import { tempFolders } from '../support/tempFolders';
import { cutAfter, good, status, tryDownload, whole, wholeHash } from './downloading';

describe('Law 4: a link is a lease', () => {
	const newFolder = tempFolders();

	it('brings a file with one link and one request', async () => {
		const { part, content, leases, seen, error } = await tryDownload(await newFolder(), [good]);
		assert.ifError(error);
		assert.deepEqual(content, whole);
		assert.equal(part?.sha256(), wholeHash);
		assert.deepEqual([leases, seen.length], [1, 1]);
	});

	for (const dead of [401, 403, 404, 410])
		it(`renews a link that is dead from the start (${dead})`, async () => {
			const outcome = await tryDownload(await newFolder(), [status(dead), status(dead), good]);
			assert.ifError(outcome.error);
			assert.deepEqual(outcome.content, whole);
			assert.equal(outcome.leases, 3);
			assert.deepEqual(
				outcome.seen.map(({ query }) => query),
				['?Signature=secret1', '?Signature=secret2', '?Signature=secret3'],
			);
		});

	it('renews a link that dies in mid-stream, and goes on by Range', async () => {
		const outcome = await tryDownload(await newFolder(), [cutAfter(1200), status(403), good]);
		assert.ifError(outcome.error);
		assert.deepEqual(outcome.content, whole);
		assert.equal(outcome.part?.sha256(), wholeHash);
		const [first, dead, last] = outcome.seen;
		assert.equal(first?.headers.range, undefined);
		assert.equal(dead?.headers.range, 'bytes=1200-');
		assert.equal(last?.headers.range, 'bytes=1200-');
		assert.equal(last?.headers['if-range'], '"v1"');
		assert.match(outcome.log.text, /Link renewed \(1\) for \S+ at byte 1200/);
	});

	it('renews as often as needed while bytes keep coming', async () => {
		const steps = Array.from({ length: 12 }, () => [cutAfter(400), status(403)]).flat();
		const outcome = await tryDownload(await newFolder(), [...steps, good]);
		assert.ifError(outcome.error);
		assert.deepEqual(outcome.content, whole);
		assert.equal(outcome.leases, 13);
	});

	it('leaves it to its caller to wait after three dead links in a row', async () => {
		const outcome = await tryDownload(await newFolder(), [
			...Array<ReturnType<typeof status>>(10).fill(status(403)),
			good,
		]);
		assert.ok(outcome.error instanceof PassingTrouble);
		assert.deepEqual([outcome.error.code, outcome.error.waitsFor], ['linkDead', 'fileHost']);
		assert.equal(outcome.leases, 3);
		assert.deepEqual(outcome.sleeps, [1000, 2000], 'slower each time');
		assert.equal(outcome.content, undefined, 'no part file is left');
	});

	it('counts dead links anew once bytes came', async () => {
		const two = Array<ReturnType<typeof status>>(2).fill(status(410));
		const outcome = await tryDownload(await newFolder(), [...two, cutAfter(100), ...two, good]);
		assert.ifError(outcome.error);
		assert.deepEqual(outcome.content, whole);
	});

	it('sends no key, and asks for no compression', async () => {
		const { seen } = await tryDownload(await newFolder(), [cutAfter(10), status(403), good]);
		for (const { headers } of seen) {
			assert.equal(headers.authorization, undefined);
			assert.equal(headers['accept-encoding'], 'identity');
			assert.equal(headers['user-agent'], 'propsmith-test');
		}
	});

	it('never logs a signature', async () => {
		const { log } = await tryDownload(await newFolder(), [status(403), cutAfter(10), status(500), good]);
		assert.match(log.text, /m\.glb/);
		assert.doesNotMatch(log.text, /Signature|secret/);
	});

	it('hands on why no link could be had, and leaves nothing behind', async () => {
		const gone = new PropsmithError('taskEmpty');
		const outcome = await tryDownload(await newFolder(), [good], {
			lease: () => {
				throw gone;
			},
		});
		assert.equal(outcome.error, gone);
		assert.equal(outcome.content, undefined);
	});
});
