import assert from 'node:assert/strict';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';
import { completed } from '../../../../../src/core/providers/catalogue/complete';
import { estimateOf } from '../../../../../src/core/providers/catalogue/price';
import { specOf } from '../../../../../src/core/providers/catalogues';

/** What the drafted request will cost. */
function price(operation: Operation, options: RequestOptions = {}): number | undefined {
	const spec = specOf('meshy', operation);
	const request: JobRequest = { operation, options };
	return estimateOf(spec, completed(spec, request));
}

// The price table by hand: operation, models, options, credits.
const page: readonly [Operation, models: readonly (string | undefined)[], RequestOptions, credits: number][] =
	[
		['textToModel', [undefined, 'meshy-7.1', 'meshy-7', 'meshy-6', 'latest'], {}, 20],
		['textToModel', ['meshy-6-lite', 'meshy-5', 'meshy-t2'], {}, 5],
		['textToModel', [undefined, 'meshy-7.1', 'latest'], { geometry_resolution: '2k' }, 25],
		['textToModel', ['meshy-7.1', 'latest'], { geometry_resolution: '4k' }, 25],
		['textToModel', ['meshy-7.1', 'latest'], { geometry_resolution: 'standard' }, 20],
		['textToModel', [undefined], { model_type: 'smart-topology' }, 5],
		['refine', [undefined], {}, 10],
		['refine', [undefined], { texture_resolution: '4k' }, 10],
		['refine', [undefined], { texture_resolution: '8k' }, 15],
		['imageToModel', [undefined, 'meshy-7.1', 'meshy-7', 'meshy-6', 'latest', 'meshy-t1'], {}, 30],
		['imageToModel', ['meshy-6', 'meshy-t1'], { should_texture: false }, 20],
		['imageToModel', ['meshy-7.1', 'meshy-t1'], { texture_resolution: '8k' }, 35],
		['imageToModel', ['meshy-7.1'], { texture_resolution: '4k', geometry_resolution: '4k' }, 35],
		['imageToModel', ['meshy-7.1'], { texture_resolution: '8k', geometry_resolution: '2k' }, 40],
		['imageToModel', ['meshy-7.1'], { should_texture: false, geometry_resolution: '2k' }, 25],
		['imageToModel', ['meshy-t2'], { should_texture: false }, 5],
		['imageToModel', ['meshy-t2'], {}, 15],
		['imageToModel', ['meshy-t2'], { texture_resolution: '8k' }, 20],
		['imageToModel', ['meshy-6-lite', 'meshy-5'], { should_texture: false }, 5],
		['imageToModel', ['meshy-6-lite', 'meshy-5'], {}, 15],
		['multiviewToModel', [undefined, 'meshy-7.1', 'meshy-7', 'meshy-6'], { should_texture: false }, 20],
		['multiviewToModel', [undefined, 'meshy-7', 'meshy-6'], {}, 30],
		['multiviewToModel', ['meshy-7.1'], { texture_resolution: '8k' }, 35],
		['multiviewToModel', ['meshy-7.1'], { geometry_resolution: '2k' }, 35],
		['multiviewToModel', ['meshy-6-lite'], { should_texture: false }, 5],
		['multiviewToModel', ['meshy-6-lite', 'meshy-5'], {}, 15],
		['texture', [undefined, 'meshy-6', 'meshy-6-lite'], {}, 10],
		['texture', ['meshy-7.1'], { texture_resolution: '4k' }, 10],
		['texture', ['meshy-7.1'], { texture_resolution: '8k' }, 15],
		['remesh', [undefined], {}, 5],
		['convert', [undefined], { target_formats: ['fbx', 'obj'] }, 1],
		['resize', [undefined], { auto_size: true }, 1],
		['uvUnwrap', [undefined], {}, 5],
		['rig', [undefined], {}, 5],
		['retarget', [undefined], { action_id: 0 }, 3],
		['retarget', [undefined], { action_ids: [1] }, 3],
		['retarget', [undefined], { action_ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, 30],
		['retarget', [undefined], { motion_task_id: 'task-0001' }, 3],
		['textToMotion', [undefined], {}, 10],
		['textToMotion', [undefined], { mode: 'prime', duration: 10 }, 10],
		['textToMotion', [undefined], { mode: 'swift', duration: 10 }, 3],
		['analyzePrintability', [undefined], {}, 0],
		['repairPrintability', [undefined], {}, 10],
		['imageToModel', ['meshy-7.1'], { alpha_thumbnail: true, multi_view_thumbnails: true }, 30],
		['imageToModel', ['meshy-7.1'], { texture_image_url: '/a.png' }, 30],
		['textToImage', [undefined, 'nano-banana'], {}, 3],
		['textToImage', ['nano-banana-2'], {}, 6],
		[
			'textToImage',
			['nano-banana-pro', 'gpt-image-2', 'gpt-image-2-5-flare', 'gpt-image-2-5-sunburst'],
			{},
			9,
		],
		['textToImage', ['nano-banana'], { generate_multi_view: true }, 3],
		['imageToImage', [undefined, 'nano-banana'], {}, 3],
		['imageToImage', ['nano-banana-2'], {}, 6],
		['imageToImage', ['nano-banana-pro'], {}, 9],
		['imageToImage', ['gpt-image-2', 'gpt-image-2-5-flare', 'gpt-image-2-5-sunburst'], {}, 12],
	];

describe('Prices: Meshy’s table', () => {
	for (const [operation, models, options, credits] of page)
		for (const model of models)
			it(`${operation}, ${model ?? 'no model named'}, ${JSON.stringify(options)}: ${credits}`, () =>
				assert.equal(price(operation, { ...(model ? { ai_model: model } : {}), ...options }), credits));

	for (const operation of ['textToModel', 'imageToModel', 'texture', 'textToImage'] as const)
		it(`${operation} with a model that nobody knows: no price`, () =>
			assert.equal(price(operation, { ai_model: 'meshy-9' }), undefined));
});
