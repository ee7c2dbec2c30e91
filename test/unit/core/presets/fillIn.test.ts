import assert from 'node:assert/strict';
import type { GenerateRequest } from '../../../../src/core/model/generateRequest';
import { filledIn } from '../../../../src/core/presets/fillIn';

const request: GenerateRequest = {
	provider: 'tripo',
	operation: 'textToModel',
	prompt: 'knight',
	options: {},
};
const nobody = (): undefined => undefined;

describe('What settings fill in', () => {
	const faces = 50_000;
	const options = (changed: Partial<GenerateRequest>, model?: string) =>
		filledIn({ ...request, ...changed }, { faces, model }, nobody).options;

	it('is the model and the most triangles, where a model is made from scratch', () => {
		assert.deepEqual(options({}, 'v3.0-20250812'), { model: 'v3.0-20250812', face_limit: 50_000 });
	});

	it('brings the triangles into what the model takes', () => {
		assert.equal(options({}, 'P1-20260311').face_limit, 20_000);
		const own = { model: 'P1-20260311', face_limit: 100 };
		assert.equal(options({ options: own }, 'v3.0-20250812').face_limit, 100);
	});

	it('sends a model that nobody knows, with the triangles that were asked for', () => {
		assert.deepEqual(options({}, 'v9'), { model: 'v9', face_limit: 50_000 });
	});

	it('leaves what changes a model alone: there a number of faces would change the price', () => {
		const source = { kind: 'task', id: 't' } as const;
		assert.deepEqual(
			filledIn(
				{ provider: 'tripo', operation: 'convert', source, options: { format: 'FBX' } },
				{ faces, model: 'v9' },
				nobody,
			).options,
			{ format: 'FBX' },
		);
	});

	it('goes to Meshy’s own name for it, and not beside a model of another kind', () => {
		const made = options({
			provider: 'meshy',
			options: { model_type: 'smart-topology' },
		});
		assert.equal(made.ai_model, 'meshy-t2');
		assert.equal(made.target_polycount, 15_000);
	});

	it('fills the steps of a chain as well', () => {
		const { followUps } = filledIn(
			{ ...request, provider: 'meshy', followUps: [{ operation: 'refine' }] },
			{},
			nobody,
		);
		assert.deepEqual(followUps, [{ operation: 'refine', options: { target_formats: ['glb'] } }]);
	});
});
