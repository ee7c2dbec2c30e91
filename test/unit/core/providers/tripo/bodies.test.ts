import assert from 'node:assert/strict';
import type { JobRequest, Operation } from '../../../../../src/core/model/request';
import { bodyOf } from '../../../../../src/core/providers/tripo/bodies';
import { callOf } from '../../../../../src/core/providers/tripo/calls';
import { tripoCatalogue } from '../../../../../src/core/providers/tripo/catalogue/catalogue';

const tokens = new Map([
	['/a/front.png', 'file_front'],
	['/a/left.png', 'file_left'],
	['/a/back.png', 'file_back'],
	['/a/right.jpg', 'file_right'],
	['/a/knight.glb', 'file_knight'],
]);
/** As it goes over the wire: what is undefined is not there. */
const sent = (request: JobRequest, sourceTaskId?: string): unknown =>
	JSON.parse(JSON.stringify(bodyOf({ request, tokens, ...(sourceTaskId ? { sourceTaskId } : {}) })));
const job = { kind: 'job', id: 'j' } as const;

describe('Bodies of Tripo’s paid calls', () => {
	it('text: the prompt, the model, and nothing that was not set', () => {
		assert.deepEqual(sent({ operation: 'textToModel', prompt: 'an oak barrel', options: {} }), {
			model: 'v3.1-20260211',
			prompt: 'an oak barrel',
		});
	});

	it('text: options under their own names, false and zero included', () => {
		const options = { model: 'P1-20260311', face_limit: 2500, texture: false, pbr: false, model_seed: 0 };
		assert.deepEqual(sent({ operation: 'textToModel', prompt: 'x', options }), { ...options, prompt: 'x' });
	});

	it('image: one token as a plain string', () => {
		assert.deepEqual(sent({ operation: 'imageToModel', images: ['/a/front.png'], options: { pbr: true } }), {
			model: 'v3.1-20260211',
			pbr: true,
			input: 'file_front',
		});
	});

	it('multiview: keyed views in a fixed order, without those that are absent', () => {
		const views = { back: '/a/back.png', front: '/a/front.png', left: '/a/left.png' };
		assert.deepEqual(sent({ operation: 'multiviewToModel', views, options: {} }), {
			model: 'v3.1-20260211',
			inputs: [{ front: 'file_front' }, { left: 'file_left' }, { back: 'file_back' }],
		});
	});

	it('does not let an option replace the input', () => {
		const options = { prompt: 'something else' };
		assert.deepEqual(sent({ operation: 'textToModel', prompt: 'x', options }), {
			model: 'v3.1-20260211',
			prompt: 'x',
		});
	});

	it('image and views: the task that made them', () => {
		assert.deepEqual(sent({ operation: 'imageToModel', source: job, options: {} }, 'task-1'), {
			model: 'v3.1-20260211',
			input: 'task-1',
		});
		assert.deepEqual(sent({ operation: 'multiviewToModel', source: job, options: {} }, 'task-1'), {
			model: 'v3.1-20260211',
			inputs: [{ task_id: 'task-1' }],
		});
	});

	it('views of a task’s picture: the file that it went up as, and never the task', () => {
		const request: JobRequest = { operation: 'imageToMultiview', source: job, options: {} };
		assert.deepEqual(bodyOf({ request, tokens, sourcePicture: 'file_of_task' }), { input: 'file_of_task' });
	});

	const file = { kind: 'file', path: '/a/knight.glb' } as const;
	const textureModel = 'v3.0-20250812';
	const steps: readonly [what: string, request: JobRequest, body: Record<string, unknown>][] = [
		[
			'texture: the task alone',
			{ operation: 'texture', source: job, options: {} },
			{ model: textureModel, input: 'task-1' },
		],
		[
			'texture: words',
			{ operation: 'texture', source: job, prompt: 'gold', options: { pbr: false } },
			{ model: textureModel, pbr: false, input: 'task-1', texture_prompt: { text: 'gold' } },
		],
		[
			'texture: blank words are none',
			{ operation: 'texture', source: job, prompt: ' ', options: {} },
			{ model: textureModel, input: 'task-1' },
		],
		[
			'texture: one picture as a file object',
			{ operation: 'texture', source: job, images: ['/a/right.jpg'], options: {} },
			{
				model: textureModel,
				input: 'task-1',
				texture_prompt: { image: { type: 'jpeg', file_token: 'file_right' } },
			},
		],
		[
			'texture: four views in the order front, left, back, right',
			{
				operation: 'texture',
				source: job,
				views: { right: '/a/right.jpg', back: '/a/back.png', left: '/a/left.png', front: '/a/front.png' },
				options: {},
			},
			{
				model: textureModel,
				input: 'task-1',
				texture_prompt: {
					images: [
						{ type: 'png', file_token: 'file_front' },
						{ type: 'png', file_token: 'file_left' },
						{ type: 'png', file_token: 'file_back' },
						{ type: 'jpeg', file_token: 'file_right' },
					],
				},
			},
		],
		[
			'convert: no model, and only what was set',
			{ operation: 'convert', source: job, options: { format: 'FBX', quad: false } },
			{ format: 'FBX', quad: false, input: 'task-1' },
		],
		['import: a file', { operation: 'import', source: file, options: {} }, { input: 'file_knight' }],
		['rig check', { operation: 'rigCheck', source: job, options: {} }, { input: 'task-1' }],
		['rig check of a file', { operation: 'rigCheck', source: file, options: {} }, { input: 'file_knight' }],
		[
			'rig: its own model',
			{ operation: 'rig', source: job, options: { spec: 'tripo' } },
			{ model: 'v1.0-20240301', spec: 'tripo', input: 'task-1' },
		],
		[
			'retarget: clips',
			{ operation: 'retarget', source: job, options: { animations: ['preset:walk'] } },
			{ animations: ['preset:walk'], input: 'task-1' },
		],
		['decimate', { operation: 'decimate', source: job, options: {} }, { model: 'v2.0', input: 'task-1' }],
		[
			'text to picture',
			{ operation: 'textToImage', prompt: 'x', options: {} },
			{ model: 'seedream_v4', prompt: 'x' },
		],
		[
			'one picture edited',
			{ operation: 'imageToImage', prompt: 'x', images: ['/a/left.png'], options: {} },
			{ model: 'seedream_v5', input: 'file_left', prompt: 'x' },
		],
		[
			'several pictures, by a template',
			{ operation: 'imageToImage', images: ['/a/left.png', '/a/back.png'], options: { template: 'figure' } },
			{ model: 'seedream_v5', template: 'figure', inputs: ['file_left', 'file_back'] },
		],
		[
			'views of a picture',
			{ operation: 'imageToMultiview', images: ['/a/front.png'], options: {} },
			{ input: 'file_front' },
		],
		[
			'edited views',
			{ operation: 'editMultiview', source: job, options: { prompts: [{ view: 'left', prompt: 'red' }] } },
			{ prompts: [{ view: 'left', prompt: 'red' }], input: 'task-1' },
		],
	];
	for (const [what, request, body] of steps)
		it(what, () =>
			assert.deepEqual(sent(request, request.source?.kind === 'job' ? 'task-1' : undefined), body),
		);

	const calls: readonly [operation: Operation, path: string, type: string][] = [
		['textToModel', '/generation/text-to-model', 'text_to_model'],
		['imageToModel', '/generation/image-to-model', 'image_to_model'],
		['multiviewToModel', '/generation/multiview-to-model', 'multiview_to_model'],
		['textToImage', '/generation/text-to-image', 'text_to_image'],
		['imageToImage', '/generation/image-to-image', 'generate_image'],
		['imageToMultiview', '/generation/image-to-multiview', 'generate_multiview_image'],
		['editMultiview', '/generation/edit-multiview', 'edit_multiview_image'],
		['texture', '/models/texture', 'texture_model'],
		['convert', '/models/convert', 'convert_model'],
		['import', '/models/import', 'import_model'],
		['stylize', '/models/stylize', 'stylize_model'],
		['segment', '/mesh/segment', 'mesh_segmentation'],
		['complete', '/mesh/complete', 'mesh_completion'],
		['decimate', '/mesh/decimate', 'highpoly_to_lowpoly'],
		['rigCheck', '/animations/rig-check', 'animate_prerigcheck'],
		['rig', '/animations/rig', 'animate_rig'],
		['retarget', '/animations/retarget', 'animate_retarget'],
	];
	for (const [operation, path, type] of calls)
		it(`${operation} goes to ${path}`, () => assert.deepEqual(callOf(operation), { path, type }));

	it('there is a call for every operation of the catalogue', () => {
		assert.deepEqual(
			calls.map(([operation]) => operation).sort(),
			Object.keys(tripoCatalogue.operations).sort(),
		);
	});
});
