import assert from 'node:assert/strict';
import { checkAsset } from '../checkAsset';
import { EngineHarness, text } from '../engineHarness';

describe('Laws 4 and 6: no key and no signed link anywhere', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	it('in lines of the log, records or sidecars, whatever goes wrong', async () => {
		const run = await harness.start();
		const { key } = harness.accounts;
		const leak = `Bearer ${key} at https://files.example/x.glb?Policy=canary-policy&Signature=canary-signature`;
		const body = JSON.stringify({ code: 1004, message: leak, suggestion: leak, request_id: 'r1' });
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/generation/**', action: { type: 'status', status: 400, body } },
			{ method: 'POST', path: '/generation/**', action: 'resetAfterTaken' },
			{ method: 'GET', path: '/tasks/*', times: 3, action: { type: 'status', status: 500, body } },
			{ origin: 'files', times: 2, action: 'expireLink' },
			{ origin: 'files', action: { type: 'cutAfter', bytes: 3000 } },
		]);
		const [refused = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, refused, 'failed');
		const [done = ''] = await harness.make(run, text('crate'));
		await checkAsset(await harness.until(run, done, 'done', 'failed', 'blocked'));
		await harness.sandbox.control('/tasks/next', { status: 'failed', message: leak });
		const [failed = ''] = await harness.make(run, text('sword'));
		await harness.until(run, failed, 'failed');

		const [log, written] = [harness.log.text, await harness.writtenText()];
		assert.ok(
			log.includes('/generation/text-to-model → 400') && log.includes('.glb'),
			'there is something to scan',
		);
		assert.ok(written.includes('"sha256"') && written.includes('taskFailed'), 'there is something to scan');
		for (const [where, content] of [
			['log', log],
			['records and sidecars', written],
		] as const) {
			assert.ok(!content.includes(key.slice(4)), `the key is in the ${where}`);
			assert.doesNotMatch(
				content,
				/canary-(policy|signature)|Policy=|Signature=|Key-Pair-Id=|\?[\w-]+=[^\s"]{20,}/,
			);
		}
		assert.doesNotMatch(written, /http:\/\/127/, 'no link of ours is kept, with or without its query');
	});

	it('and no key in a request to a file host', async () => {
		const run = await harness.start();
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'done');
		const [downloads, requests] = [await harness.sandbox.downloads(), await harness.sandbox.requests()];
		assert.ok(downloads.length > 0);
		assert.ok(downloads.every(({ authorization }) => !authorization));
		assert.ok(requests.filter(({ origin }) => origin === 'api').every(({ authorization }) => authorization));
		const [{ path = '' } = {}] = downloads;
		const leak = { headers: { authorization: `Bearer ${harness.accounts.key}` } };
		const { status } = await fetch(harness.sandbox.files + path, leak);
		assert.equal(status, 400, 'the file host of our tests refuses a key, so that none can slip through');
	});
});
