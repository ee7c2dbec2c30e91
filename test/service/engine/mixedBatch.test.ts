import assert from 'node:assert/strict';
import { draftJob } from '../../../src/core/jobs/drafts/draft';
import type { JobDraft } from '../../../src/core/model/jobDraft';
import type { JobRequest } from '../../../src/core/model/request';
import { meshyTier, tripoTier } from '../../../src/core/providers/tiers';
import { noLimits } from '../../../src/core/spending/limits';
import { EngineHarness, text } from '../engineHarness';
import { ServiceAccounts } from '../serviceAccounts';

/** Meshy's smallest plan: one task at a time. */
const meshySlots = 1;
/** Tripo makes one picture at a time, whatever else is under way. */
const tripoPictures = 1;

describe('A mixed batch of 60 at both services', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open({ speed: 1000, meshyTier: 'free' });
	});
	afterEach(() => harness.close());

	it('Law 3: keeps to Meshy’s one task and to Tripo’s one picture, and nothing is ever refused', async () => {
		const meshy = new ServiceAccounts('meshy', harness.sandbox.meshy, 'msy_mixed_batch_0001');
		meshy.tier = { ...meshyTier('free', 0), budgets: [] };
		harness.accounts.tier = { ...tripoTier('default', 0), budgets: [] };
		const run = await harness.start({ alsoAt: meshy });
		const picture = (index: number): JobRequest => ({
			operation: 'textToImage',
			prompt: `a barrel, number ${index}`,
			options: {},
		});
		const bare = { texture: false, pbr: false };
		const kinds: readonly [
			provider: JobDraft['provider'],
			count: number,
			request: (index: number) => JobRequest,
		][] = [
			['tripo', 12, picture],
			['tripo', 28, (index) => text(`crate ${index}`, bare)],
			['meshy', 20, (index) => text(`jar ${index}`, { ai_model: 'meshy-t2', model_type: 'smart-topology' })],
		];
		const jobs = kinds.flatMap(([provider, count, request]) =>
			Array.from({ length: count }, (_, index) =>
				draftJob({
					provider,
					request: request(index),
					destination: { folder: harness.output, name: 'thing' },
				}),
			),
		);
		const records = await run.engine.call('add', jobs, noLimits);
		assert.equal(records.length, 60);
		for (const { id } of records) await run.journal.until(id, ({ kind }) => kind === 'done');
		const { accounts, entries, tasks } = await harness.sandbox.ledger();
		assert.equal(tasks.length, 60);
		assert.ok(accounts.every(({ peakConcurrent }) => peakConcurrent <= 10));
		const drawn = new Set(tasks.filter(({ type }) => type === 'text_to_image').map(({ taskId }) => taskId));
		let [now, peak] = [0, 0];
		for (const { kind } of entries.filter(({ taskId }) => drawn.has(taskId))) {
			now += kind === 'freeze' ? 1 : -1;
			peak = Math.max(peak, now);
		}
		assert.equal(peak, tripoPictures);
		const atMeshy = accounts.find(({ service }) => service === 'meshy');
		assert.deepEqual([atMeshy?.tasksMade, atMeshy?.peakConcurrent], [20, meshySlots]);
		const refused = (await harness.sandbox.requests()).filter(({ status }) => status === 429);
		assert.deepEqual(refused, []);
	});
});
