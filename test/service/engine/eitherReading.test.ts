import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { JobRequest, Source } from '../../../src/core/model/request';
import { checkAsset } from '../checkAsset';
import { EngineHarness, text } from '../engineHarness';

type Step = (before: Source | undefined) => JobRequest;

const front = join(__dirname, '../../fixtures/sample-game/art/robot-front.png');

/** Chains that touch what official clients and documentation read differently, each request of its own kind. */
const chains: readonly {
	readonly provider: 'tripo' | 'meshy';
	readonly what: string;
	readonly variants: object;
	readonly steps: readonly Step[];
}[] = [
	{
		provider: 'tripo',
		what: 'a picture by template, its views, and a model of them',
		variants: { templateAlone: 'taken', viewsOfTask: 'taken' },
		steps: [
			() => ({ operation: 'textToImage', prompt: 'robot', options: { template: 't_pose' } }),
			(source) => ({ operation: 'imageToMultiview', ...from(source), options: {} }),
			(source) => ({ operation: 'multiviewToModel', ...from(source), options: {} }),
		],
	},
	{
		provider: 'tripo',
		what: 'a model that is converted into a GLB',
		variants: { glbFormat: 'taken' },
		steps: [
			() => text('oak barrel', { quad: true }),
			(source) => ({ operation: 'convert', ...from(source), options: { format: 'GLTF' } }),
		],
	},
	{
		provider: 'meshy',
		what: 'several views of what a picture shows',
		variants: { meshy: { ratioOfViews: 'ignored' } },
		steps: [() => ({ operation: 'textToImage', prompt: 'a crest', options: { generate_multi_view: true } })],
	},
	{
		provider: 'meshy',
		what: 'a refine of an older model’s preview',
		variants: { meshy: { latestRefines: 'all' } },
		steps: [
			() => text('oak barrel', { ai_model: 'meshy-6' }),
			(source) => ({ operation: 'refine', ...from(source), options: {} }),
		],
	},
	{
		provider: 'meshy',
		what: 'a texture after views',
		variants: { meshy: { viewsModels: 'generation' } },
		steps: [
			() => text('oak barrel'),
			(source) => ({ operation: 'texture', ...from(source), views: { front }, options: {} }),
		],
	},
];

function from(source: Source | undefined): { source?: Source } {
	return source ? { source } : {};
}

describe('What official clients and documentation read differently goes well either way', () => {
	for (const { provider, what, variants, steps } of chains)
		for (const reading of ['as documented', 'as official clients have it'])
			it(`${what} (${provider}), ${reading}`, async () => {
				const harness = await EngineHarness.open({}, provider);
				try {
					if (reading !== 'as documented') await harness.sandbox.control('/variants', variants);
					const run = await harness.start();
					let source: Source | undefined;
					for (const step of steps) {
						const [id = ''] = await harness.make(run, step(source));
						await harness.until(run, id, 'done', 'failed', 'refused', 'blocked');
						assert.equal(run.journal.get(id).state.kind, 'done', JSON.stringify(run.journal.get(id)));
						source = { kind: 'job', id };
					}
					const statuses = (await harness.sandbox.posts()).map(({ status }) => status);
					assert.deepEqual(statuses, Array(steps.length).fill(provider === 'tripo' ? 200 : 202));
				} finally {
					await harness.close();
				}
			});
});

describe('What gateways do to answers on their way changes nothing', () => {
	for (const provider of ['tripo', 'meshy'] as const)
		for (const http of [
			{ encoding: 'gzip', headerNames: 'upper' },
			{ encoding: 'br', headerNames: 'lower' },
		])
			it(`${JSON.stringify(http)} (${provider})`, async () => {
				const harness = await EngineHarness.open({}, provider);
				try {
					await harness.sandbox.control('/variants', { http });
					const run = await harness.start();
					const [id = ''] = await harness.make(run, text('oak barrel'));
					await checkAsset(await harness.until(run, id, 'done', 'failed', 'uncertain', 'blocked'));
					assert.equal((await harness.sandbox.bill()).tasks, 1);
				} finally {
					await harness.close();
				}
			});
});
