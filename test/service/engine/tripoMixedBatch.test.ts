import assert from 'node:assert/strict';
import type { JobRequest, RequestOptions } from '../../../src/core/model/request';
import { tripoTier } from '../../../src/core/providers/tiers';
import { eventually } from '../../harness/eventually';
import type { Ledger } from '../sandboxUnderTest';
import { fileOf, from, TripoSteps } from './tripoSteps';

/** What the service allows at once, of which tasks. P models are told by their price. */
const caps: readonly [category: string, most: number, counts: (task: Ledger['tasks'][number]) => boolean][] =
	[
		['all', 10, () => true],
		['P models', 5, ({ type, price }) => type === 'text_to_model' && price >= 40],
		['pictures', 1, ({ type }) => /image/.test(type) && !type.endsWith('_model')],
		['processing', 5, ({ type }) => /^(texture|convert|import|stylize)_model$/.test(type)],
	];

/** The most of these tasks that were ever under way together, by the order of the books. */
function peakOf({ entries, tasks }: Ledger, counts: (task: Ledger['tasks'][number]) => boolean): number {
	const counted = new Set(tasks.filter(counts).map(({ taskId }) => taskId));
	let [now, peak] = [0, 0];
	for (const { kind } of entries.filter((entry) => counted.has(entry.taskId))) {
		now += kind === 'freeze' ? 1 : -1;
		peak = Math.max(peak, now);
	}
	return peak;
}

describe('Law 3: slots are never exceeded by us, of no kind of task', () => {
	let steps: TripoSteps;
	before(async () => {
		steps = await TripoSteps.open();
	});
	after(() => steps.close());

	it('carries a mixed batch of 60 to its end on the default tier, and is never told to wait', async () => {
		const { harness, run } = steps;
		const [knight, concept] = [await steps.knight(), await steps.concept()];
		harness.accounts.tier = { ...tripoTier('default', 10), budgets: [] };
		harness.accounts.setKey(harness.accounts.key);
		const text = (prompt: string, options: RequestOptions = {}): JobRequest => ({
			operation: 'textToModel',
			prompt,
			options,
		});
		const on = (operation: JobRequest['operation'], options: RequestOptions = {}): JobRequest => ({
			operation,
			source: from(knight),
			options,
		});
		const kinds: readonly [count: number, (index: number) => JobRequest][] = [
			[8, (index) => ({ operation: 'textToImage', prompt: `barrel ${index}`, options: {} })],
			[2, () => ({ operation: 'imageToMultiview', images: [fileOf(concept)], options: {} })],
			[12, (index) => text(`crate ${index}`, { model: 'P1-20260311' })],
			[8, () => on('texture')],
			[6, () => on('convert', { format: 'FBX' })],
			[10, (index) => text(`crate ${index}`)],
			[4, () => on('decimate', { face_limit: 500 })],
			[4, () => on('segment')],
			[3, () => on('rigCheck')],
			[3, () => on('rig')],
		];
		const requests = kinds.flatMap(([count, request]) =>
			Array.from({ length: count }, (_, index) => request(index)),
		);
		assert.equal(requests.length, 60);
		// No task ends before all slots are in use.
		await harness.sandbox.control('/clock', { speed: 0 });
		const earlier = (await harness.sandbox.posts()).length;
		const ids = await harness.make(run, ...requests);
		await eventually(
			'all slots to be in use',
			async () => (await harness.sandbox.posts()).length === earlier + 10,
		);
		await harness.sandbox.control('/clock', { speed: 400 });
		for (const id of ids) {
			const { state } = await harness.until(run, id, 'done', 'failed', 'refused', 'blocked', 'uncertain');
			assert.equal(state.kind, 'done', JSON.stringify(state));
		}
		const posts = (await harness.sandbox.posts()).slice(earlier);
		assert.deepEqual([posts.length, posts.filter(({ status }) => status !== 200)], [60, []]);
		const ledger = await harness.sandbox.ledger();
		for (const [category, most, counts] of caps) {
			const [peak, wanted] = [peakOf(ledger, counts), ledger.tasks.filter(counts).length];
			assert.ok(peak <= most && wanted > most, `${category}: ${peak} of ${wanted} at once`);
		}
		assert.equal(
			peakOf(ledger, () => true),
			10,
			'all slots are used',
		);
		assert.equal(run.engine.accounts()[0]?.usedElsewhere, 0);
	});
});
