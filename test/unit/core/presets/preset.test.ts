import assert from 'node:assert/strict';
import type { ProviderId } from '../../../../src/core/model/account';
import type { GenerateRequest } from '../../../../src/core/model/generateRequest';
import type { JobRequest } from '../../../../src/core/model/request';
import { applyPreset, type Preset } from '../../../../src/core/presets/preset';

const text: JobRequest = { operation: 'textToModel', prompt: 'old knight', options: { quad: true } };
const source: JobRequest = { operation: 'convert', source: { kind: 'task', id: 't' }, options: {} };

const from = (provider: ProviderId, request: JobRequest): GenerateRequest => ({ provider, ...request });

describe('A preset and an input', () => {
	it('has the input made as the preset says; the options of the request give way', () => {
		const preset: Preset = { title: 'Prop', steps: [{ options: { face_limit: 900 } }] };
		assert.deepEqual(applyPreset(preset, from('tripo', text)), {
			provider: 'tripo',
			...{ operation: 'textToModel', prompt: 'old knight', options: { face_limit: 900 } },
			followUps: [],
		});
	});

	it('puts the prompt where the preset wants it, in every step', () => {
		const preset: Preset = {
			title: 'Concept',
			steps: [
				{ operation: 'textToImage', prompt: '{prompt}, in $& oil, {prompt}', keep: true },
				{ operation: 'imageToModel' },
				{ operation: 'texture', prompt: 'gilded {prompt}' },
			],
		};
		const made = applyPreset(preset, from('tripo', text));
		assert.equal(made?.operation, 'textToImage');
		assert.equal(made.prompt, 'old knight, in $& oil, old knight');
		assert.equal(made.keep, true);
		assert.equal(made.name, 'old-knight', 'the asset is named after what was typed');
		assert.deepEqual(made.followUps, [
			{ operation: 'imageToModel' },
			{ operation: 'texture', prompt: 'gilded old knight' },
		]);
	});

	it('is for one service, or for any; the sandbox takes what Tripo takes', () => {
		const steps: Preset['steps'] = [{}];
		assert.ok(applyPreset({ title: '', service: 'tripo', steps }, from('sandbox', text)));
		assert.ok(applyPreset({ title: '', steps }, from('meshy', text)));
		assert.equal(applyPreset({ title: '', service: 'meshy', steps }, from('tripo', text)), undefined);
	});

	it('is for nobody who has not all of its operations', () => {
		const refined: Preset = { title: '', steps: [{}, { operation: 'refine' }] };
		assert.equal(applyPreset(refined, from('tripo', text)), undefined);
		assert.ok(applyPreset(refined, from('meshy', text)));
		assert.equal(
			applyPreset({ title: '', steps: [{ operation: 'segment' }] }, from('meshy', text)),
			undefined,
		);
	});

	it('without an operation is for what makes a model of words or pictures, not for what changes one', () => {
		assert.equal(applyPreset({ title: '', steps: [{}] }, from('tripo', source)), undefined);
		assert.ok(applyPreset({ title: '', steps: [{ operation: 'convert' }] }, from('tripo', source)));
	});
});
