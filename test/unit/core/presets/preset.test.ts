import assert from 'node:assert/strict';
import type { JobRequest } from '../../../../src/core/model/request';
import { applyPreset, type Preset } from '../../../../src/core/presets/preset';

const text: JobRequest = { operation: 'textToModel', prompt: 'old knight', options: { quad: true } };
const source: JobRequest = { operation: 'convert', source: { kind: 'task', id: 't' }, options: {} };

describe('A recipe and an input', () => {
	it('has the input made as the recipe says; the options of the request give way', () => {
		const recipe: Preset = { title: 'Prop', steps: [{ options: { face_limit: 900 } }] };
		assert.deepEqual(applyPreset(recipe, 'tripo', text), {
			request: { operation: 'textToModel', prompt: 'old knight', options: { face_limit: 900 } },
			followUps: [],
		});
	});

	it('puts the prompt where the recipe wants it, in every step', () => {
		const recipe: Preset = {
			title: 'Concept',
			steps: [
				{ operation: 'textToImage', prompt: '{prompt}, in $& oil, {prompt}', keep: true },
				{ operation: 'imageToModel' },
				{ operation: 'texture', prompt: 'gilded {prompt}' },
			],
		};
		const cooked = applyPreset(recipe, 'tripo', text);
		assert.equal(cooked?.request.operation, 'textToImage');
		assert.equal(cooked.request.prompt, 'old knight, in $& oil, old knight');
		assert.equal(cooked.keep, true);
		assert.equal(cooked.name, 'old-knight', 'the asset is named after what was typed');
		assert.deepEqual(cooked.followUps, [
			{ operation: 'imageToModel' },
			{ operation: 'texture', prompt: 'gilded old knight' },
		]);
	});

	it('is for one service, or for any; the sandbox takes what Tripo takes', () => {
		const steps: Preset['steps'] = [{}];
		assert.ok(applyPreset({ title: '', service: 'tripo', steps }, 'sandbox', text));
		assert.ok(applyPreset({ title: '', steps }, 'meshy', text));
		assert.equal(applyPreset({ title: '', service: 'meshy', steps }, 'tripo', text), undefined);
	});

	it('is for nobody who has not all of its operations', () => {
		const refined: Preset = { title: '', steps: [{}, { operation: 'refine' }] };
		assert.equal(applyPreset(refined, 'tripo', text), undefined);
		assert.ok(applyPreset(refined, 'meshy', text));
		assert.equal(applyPreset({ title: '', steps: [{ operation: 'segment' }] }, 'meshy', text), undefined);
	});

	it('without an operation is for what makes a model of words or pictures, not for what changes one', () => {
		assert.equal(applyPreset({ title: '', steps: [{}] }, 'tripo', source), undefined);
		assert.ok(applyPreset({ title: '', steps: [{ operation: 'convert' }] }, 'tripo', source));
	});
});
