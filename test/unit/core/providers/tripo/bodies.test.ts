import assert from 'node:assert/strict';
import { bodyOf, callOf } from '../../../../../src/core/providers/tripo/bodies';

const tokens = new Map([
	['/a/front.png', 'file_front'],
	['/a/left.png', 'file_left'],
	['/a/back.png', 'file_back'],
]);
/** As it goes over the wire: what is undefined is not there. */
const sent = (request: Parameters<typeof bodyOf>[0]['request']): unknown =>
	JSON.parse(JSON.stringify(bodyOf({ request, tokens })));

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

	for (const [operation, path, type] of [
		['textToModel', '/generation/text-to-model', 'text_to_model'],
		['imageToModel', '/generation/image-to-model', 'image_to_model'],
		['multiviewToModel', '/generation/multiview-to-model', 'multiview_to_model'],
	] as const)
		it(`${operation} goes to ${path}`, () => assert.deepEqual(callOf(operation), { path, type }));
});
