import assert from 'node:assert/strict';
import { checkAsset } from '../checkAsset';
import { EngineHarness, text } from '../engineHarness';

/** The link dies after 3000 bytes, which come slowly: what is still under way is lost with the connection. */
const dying = {
	origin: 'files',
	action: [
		{ type: 'expireLink', afterBytes: 3000 },
		{ type: 'drip', bytesPerTick: 500, ms: 5 },
	],
};

describe('Law 4: links die, files arrive', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	const faults: readonly [what: string, steps: unknown[], ranges: (string | null)[]][] = [
		['before the download', [{ origin: 'files', action: 'expireLink' }], [null, null]],
		[
			'three times before it',
			[{ origin: 'files', times: 3, action: 'expireLink' }],
			[null, null, null, null],
		],
		['in the middle of it', [dying], [null, 'bytes=n-', 'bytes=n-']],
		[
			'in the middle, at a host without Range',
			[dying, { origin: 'files', action: 'expireLink' }, { origin: 'files', action: 'noRange' }],
			[null, 'bytes=n-', 'bytes=n-'],
		],
		[
			'in the middle, and the file has changed',
			[
				dying,
				{ origin: 'files', action: 'expireLink' },
				{ origin: 'files', times: 'always', action: 'otherETag' },
			],
			[null, 'bytes=n-', 'bytes=n-'],
		],
	];
	for (const [what, steps, ranges] of faults)
		it(`brings one whole file when the link dies ${what}`, async () => {
			const run = await harness.start();
			await harness.sandbox.control('/faults', steps);
			const [id = ''] = await harness.make(run, text('oak barrel'));
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
			const downloads = await harness.sandbox.downloads();
			// Where exactly a connection breaks is the network's affair; that it goes on from there is ours.
			assert.deepEqual(
				downloads.map(({ range }) => range?.replace(/\d+/, 'n') ?? null),
				ranges,
			);
			assert.match(harness.log.text, /Link renewed \(1\)/);
			assert.ok(
				downloads.every(({ authorization }) => !authorization),
				'the key never travels to a file host',
			);
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
			assert.equal((await harness.sandbox.posts()).length, 1);
			assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
		});

	it('fetches a paid file by itself, whose links were dead ten times in a row', async () => {
		const run = await harness.start();
		await harness.sandbox.control('/faults', [{ origin: 'files', times: 10, action: 'expireLink' }]);
		const [id = ''] = await harness.make(run, text('oak barrel'));
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
	});

	for (const [what, action] of [
		['a web page instead of the file', { type: 'html', status: 200 }],
		['a short file whose length agrees', { type: 'truncate', bytes: 2000 }],
	] as const)
		it(`asks the user, and gives no name to it, for ${what} that comes twice alike`, async () => {
			const run = await harness.start();
			await harness.sandbox.control('/faults', [{ origin: 'files', times: 'always', action }]);
			const [id = ''] = await harness.make(run, text('oak barrel'));
			const job = await harness.until(run, id, 'done', 'failed', 'blocked');
			assert.equal(job.state.kind === 'blocked' && job.state.error.code, 'fileInvalid');
			assert.deepEqual(await harness.files(), [`.${id}.part`]);
			assert.equal((await harness.sandbox.downloads()).length, 2);
		});

	it('puts nothing into the workspace while the connection is cut at its start every time', async () => {
		const run = await harness.start();
		const action = { type: 'cutAfter', bytes: 0 };
		await harness.sandbox.control('/faults', [{ origin: 'files', times: 'always', action }]);
		const [id = ''] = await harness.make(run, text('oak barrel'));
		await run.journal.until(id, (state) => state.kind === 'downloading' && (state.fruitless ?? 0) > 2);
		assert.deepEqual(
			(await harness.files()).filter((name) => !name.endsWith('.part')),
			[],
		);
		await harness.sandbox.control('/faults', {}, 'DELETE');
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
	});

	for (const [what, action] of [
		['500', { type: 'status', status: 500, code: 1000 }],
		['502 with a page', { type: 'html', status: 502 }],
		['429', { type: 'status', status: 429, code: 1007 }],
		['a reset', 'reset'],
	] as const)
		it(`never gives up a paid file because no link could be asked for (${what})`, async () => {
			const run = await harness.start();
			// The look that sees the success gets through; the next ones, which ask for the link, do not.
			let broken = false;
			run.engine.onDidChange(({ job }) => {
				if (job.state.kind !== 'downloading' || broken) return;
				broken = true;
				void harness.sandbox.control('/faults', [{ method: 'GET', path: '/tasks/*', times: 8, action }]);
			});
			await harness.sandbox.control('/faults', [{ origin: 'files', times: 2, action: 'expireLink' }]);
			const [id = ''] = await harness.make(run, text('oak barrel'));
			const job = await harness.until(run, id, 'done', 'failed');
			await checkAsset(job);
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});
});
