import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { JobRequest } from '../../../src/core/model/request';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, text } from '../engineHarness';

const art = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art');
const options = {};
const views = {
	front: join(art, 'robot-front.png'),
	left: join(art, 'robot-left.png'),
	back: join(art, 'robot-back.png'),
	right: join(art, 'robot-right.png'),
};

describe('Engine: from the click to a checked asset', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	const requests: readonly [what: string, request: JobRequest, posts: string[], credits: number][] = [
		['a prompt', text('weathered oak barrel'), ['/v3/generation/text-to-model'], 20],
		[
			'a low-poly prompt',
			text('barrel', { model: 'P1-20260311', face_limit: 500 }),
			['/v3/generation/text-to-model'],
			40,
		],
		[
			'a picture',
			{ operation: 'imageToModel', images: [join(art, 'barrel.png')], options },
			['/v3/files', '/v3/generation/image-to-model'],
			30,
		],
		[
			'four views',
			{ operation: 'multiviewToModel', views, options },
			[...Array<string>(4).fill('/v3/files'), '/v3/generation/multiview-to-model'],
			30,
		],
	];
	for (const [what, request, posts, credits] of requests)
		it(`makes one valid file from ${what}, with one charge`, async () => {
			const run = await harness.start();
			const [id = ''] = await harness.make(run, request);
			const job = await harness.until(run, id, 'done', 'failed', 'blocked');
			await checkAsset(job);
			assert.equal(job.estimate, credits);
			assert.equal(job.state.kind === 'done' && job.state.credits, credits);
			assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
			assert.deepEqual(await harness.sandbox.bill(), { charged: credits, tasks: 1 });
			const sent = (await harness.sandbox.requests()).filter(({ method }) => method === 'POST');
			assert.deepEqual(
				sent.map(({ path }) => path),
				posts,
			);
		});

	it('gives two of the same name names of their own', async () => {
		const run = await harness.start();
		const ids = await harness.make(run, text('barrel'), text('crate'));
		for (const id of ids) await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await harness.files(), [
			'thing-2.glb',
			'thing-2.propsmith.json',
			'thing.glb',
			'thing.propsmith.json',
		]);
	});

	describe('Law 3: slots are never exceeded by us', () => {
		it('makes 25 prompts on 10 slots, never more than 10 at once, none refused or failed', async () => {
			const run = await harness.start();
			const prompts = Array.from({ length: 25 }, (_, index) => text(`crate number ${index}`));
			// No task ends before all slots are in use.
			await harness.sandbox.control('/clock', { speed: 0 });
			const ids = await harness.make(run, ...prompts);
			await eventually('all slots to be in use', async () => (await harness.sandbox.posts()).length === 10);
			await harness.sandbox.control('/clock', { speed: 400 });
			const jobs = await Promise.all(
				ids.map((id) => harness.until(run, id, 'done', 'failed', 'blocked', 'refused')),
			);
			for (const job of jobs) await checkAsset(job);
			const { accounts } = await harness.sandbox.ledger();
			assert.equal(accounts[0]?.peakConcurrent, 10, 'all slots are used, and no more');
			assert.deepEqual(await harness.sandbox.bill(), { charged: 500, tasks: 25 });
			const posts = await harness.sandbox.posts();
			assert.deepEqual([posts.length, posts.every(({ status }) => status === 200)], [25, true]);
			assert.equal(new Set(jobs.map(({ state }) => state.kind === 'done' && state.files[0]?.path)).size, 25);
			assert.equal((await harness.files()).length, 50);
		});
	});
});
